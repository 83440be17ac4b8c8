import Domain

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195), with a stream for each row.
struct Generator {
  /// What a stream draws for; numbers never change, or old seeds would give other samples.
  enum Stream: UInt64 {
    case pool = 1, person, designated, head, post, release, need, cluster, trn, fictional
  }

  private var state: UInt64

  init(_ seed: UInt64, _ stream: Stream, _ row: Int = 0) {
    let place = Generator.mixed(seed &+ stream.rawValue &* 0x9E37_79B9_7F4A_7C15)
    state = Generator.mixed(place ^ (UInt64(truncatingIfNeeded: row) &* 0xD1B5_4A32_D192_ED03))
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Generator.mixed(state)
  }

  /// 0..<count, by multiplication: the bias is below 2^-40 for the counts used here.
  mutating func below(_ count: Int) -> Int {
    count > 0 ? Int(next().multipliedFullWidth(by: UInt64(count)).high) : 0
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func chance(percent: Int) -> Bool { below(100) < percent }

  /// One of a list; nil when it is empty.
  mutating func one<Value>(of values: [Value]) -> Value? {
    values.isEmpty ? nil : values[below(values.count)]
  }

  /// Some different ones of a list, in the order drawn.
  mutating func some<Value>(_ count: Int, of values: [Value]) -> [Value] {
    var rest = values
    for index in 0..<min(count, rest.count) {
      rest.swapAt(index, index + below(rest.count - index))
    }
    return Array(rest.prefix(count))
  }

  /// A day from one to the other, both possible; the first when they are the wrong way about.
  mutating func day(from first: Day, to last: Day) -> Day {
    first.adding(days: below(max(1, Int(last.number - first.number) + 1)))
  }
}
