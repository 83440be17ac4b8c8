/// Which bytes mean nothing to a scan, told eight at a time.
///
/// After "Bit Twiddling Hacks" (Anderson): a byte is zero, or less than n, where subtracting borrows
/// into its top bit. Only the lowest byte found is certain, and only that one is used.
struct Plainness {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  private let delimiters: UInt64
  private let quotes: UInt64
  private let backslashes: UInt64

  init(_ dialect: Dialect) {
    delimiters = Self.ones &* UInt64(dialect.delimiter)
    quotes = Self.ones &* UInt64(dialect.quote)
    backslashes = Self.ones &* UInt64(dialect.hasBackslashes ? backslashByte : dialect.quote)
  }

  /// The first place that may not be plain: a delimiter, a quote, a control character or past ASCII; or
  /// one of the last seven.
  @inline(__always)
  func skip(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
    guard let base = bytes.baseAddress else { return first }
    var at = first
    while at + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let found =
        zeros(word ^ delimiters) | zeros(word ^ quotes) | zeros(word ^ backslashes)
        | ((word &- Self.ones &* 0x20) & ~word) | zeros(word ^ Self.ones &* 0x7F) | word
      let special = found & Self.tops
      if special != 0 { return at + special.trailingZeroBitCount / 8 }
      at += 8
    }
    return at
  }

  @inline(__always)
  private func zeros(_ word: UInt64) -> UInt64 { (word &- Self.ones) & ~word }
}
