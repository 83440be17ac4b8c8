import Glibc

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195), a stream for each subject.
struct SeededRandom {
  /// What a stream draws for; numbers never change, or old seeds would give other instances.
  enum Stream: UInt64 {
    case towns = 1, homes, candidates, needs, noise, costs, penalties, chains
  }

  private var state: UInt64

  init(_ seed: UInt64, _ stream: Stream) {
    state = Self.mixed(seed &+ stream.rawValue &* 0x9E37_79B9_7F4A_7C15)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int32 {
    Int32(range.lowerBound + below(range.count))
  }

  /// From 0 up to, not including, 1.
  mutating func fraction() -> Double { Self.fraction(next()) }

  /// Of the standard normal distribution (Box and Muller 1958, doi:10.1214/aoms/1177706645).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - fraction())).squareRoot()
    return radius * cos(2 * .pi * fraction())
  }

  static func fraction(_ bits: UInt64) -> Double { Double(bits >> 11) * 0x1p-53 }

  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
