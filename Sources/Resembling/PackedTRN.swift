/// A TRN's digits, a byte each, the last one lowest; 0 for none.
struct PackedTRN: Hashable {
  let digits: UInt64

  init(_ trn: String?) { digits = (trn ?? "").utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  var isKnown: Bool { digits != 0 }

  /// Without the digit so many bits from the end; nil when it has none there.
  func without(digitAt shift: Int) -> UInt64? {
    guard digits >> shift != 0 else { return nil }
    return digits & ~(0xFF << shift) | UInt64(UInt8(ascii: "?")) << shift
  }

  /// The lesser of itself and itself with two neighbours swapped; nil when there are no two there.
  func lesserSwapped(at shift: Int) -> UInt64? {
    guard digits >> (shift + 8) != 0 else { return nil }
    let (low, high) = (digits >> shift & 0xFF, digits >> (shift + 8) & 0xFF)
    let others = digits & ~(0xFFFF << shift)
    return min(digits, others | (low << 8 | high) << shift)
  }

  /// How many digits of two known TRNs differ.
  static func digitsApart(_ a: PackedTRN, _ b: PackedTRN) -> Int {
    var apart = a.digits ^ b.digits
    // The bits of each byte gathered in its lowest.
    apart |= apart >> 4
    apart |= apart >> 2
    apart |= apart >> 1
    return (apart & 0x0101_0101_0101_0101).nonzeroBitCount
  }

  /// Whether all that two TRNs differ in is their last digit: people who are numbered together have such.
  static func areOfOneTen(_ a: PackedTRN, _ b: PackedTRN) -> Bool {
    a != b && a.digits ^ b.digits <= 0xFF
  }

  /// Whether two TRNs are known and have so little in common that only names and school could speak for
  /// one person.
  static func areFarApart(_ a: PackedTRN, _ b: PackedTRN) -> Bool {
    a.isKnown && b.isKnown && digitsApart(a, b) > 3
  }

  /// Whether two TRNs are known and more than a digit, or a swap of neighbours, apart.
  static func differ(_ a: PackedTRN, _ b: PackedTRN) -> Bool {
    let (a, b) = (a.digits, b.digits)
    if a == 0 || b == 0 || a == b { return false }
    let apart = a ^ b
    // From the lowest byte that differs on.
    let shift = apart.trailingZeroBitCount / 8 * 8
    if apart >> shift <= 0xFF { return false }
    if apart >> shift > 0xFFFF { return true }
    let (x, y) = (a >> shift & 0xFFFF, b >> shift & 0xFFFF)
    return x >> 8 != y & 0xFF || x & 0xFF != y >> 8
  }
}
