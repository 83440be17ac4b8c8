/// Which pairs were met lately, in constant memory: most meet in several blocks, and need be weighed once.
///
/// A pair that another has pushed out is new again.
struct RecentPairs {
  private static let bits = 21
  private var slots = [UInt64](repeating: .max, count: 1 << bits)

  mutating func isNew(_ a: Int, _ b: Int) -> Bool {
    let pair = UInt64(a) << 32 | UInt64(b)
    // Multiplicative hashing (Knuth): the high bits depend on all.
    let mixed = (pair ^ pair >> 29) &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(mixed >> UInt64(64 - Self.bits))
    if slots[slot] == pair { return false }
    slots[slot] = pair
    return true
  }
}
