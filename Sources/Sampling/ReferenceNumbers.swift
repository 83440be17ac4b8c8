/// Seven-digit reference numbers without repetition: a permutation of 1...9,999,999.
///
/// A four-round Feistel network over 24 bits (Luby and Rackoff 1988, doi:10.1137/0217022), walked until
/// it lands in range: about 1.7 steps a number, and no table of those already given.
struct ReferenceNumbers {
  private let keys: [UInt64]

  init(seed: UInt64) {
    var generator = Generator(seed, .trn)
    keys = (0..<4).map { _ in generator.next() }
  }

  /// The number of a person's index, 0 ... 9,999,998.
  func number(of index: Int) -> Int32 {
    var value = UInt32(index + 1)
    repeat { value = permuted(value) } while !(1...9_999_999).contains(value)
    return Int32(value)
  }

  private func permuted(_ value: UInt32) -> UInt32 {
    var (left, right) = (value >> 12, value & 0xFFF)
    for key in keys {
      let round = UInt32(truncatingIfNeeded: Generator.mixed(key ^ UInt64(right))) & 0xFFF
      (left, right) = (right, left ^ round)
    }
    return left << 12 | right
  }

  /// Seven digits, leading zeros kept.
  static func text(_ number: Int32) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 7 - digits.utf8.count) + digits
  }
}
