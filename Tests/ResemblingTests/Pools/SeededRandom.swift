import Foundation

/// A fixed sequence of random numbers (SplitMix64), so that every run tests the same people.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  /// A position of the weights, each as likely as it weighs.
  mutating func position(in weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (at, weight) in weights.enumerated() {
      if left < weight { return at }
      left -= weight
    }
    return weights.count - 1
  }
}

/// The usual list, or the long one when `TALENT_SOAK` is set.
func rounds<T>(_ usual: [T], soak: [T]) -> [T] {
  ProcessInfo.processInfo.environment["TALENT_SOAK"] == nil ? usual : soak
}
