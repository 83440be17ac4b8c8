/// A number as XML writes it.
enum StoredNumber {
  /// Nil for what is none, and for one that is too large or too small to be held: Swift also reads `0x0A`, `nan`
  /// and, as 0, `1E-400`.
  static func read(_ bytes: [UInt8]) -> Double? {
    guard bytes.count <= 40, let mantissa = mantissa(bytes),
      let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite,
      value != 0 || mantissa.allSatisfy({ !isDigit($0) || $0 == UInt8(ascii: "0") })
    else { return nil }
    return value
  }

  /// What stands before the exponent: a sign, digits, and perhaps a point among them. XML Schema part 2, 3.2.5.
  private static func mantissa(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let parts = bytes.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 | 0x20 == UInt8(ascii: "e")
    }
    let whole = parts[0].split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard withoutSign(parts[0]).contains(where: isDigit), withoutSign(whole[0]).allSatisfy(isDigit),
      whole.count == 1 || whole[1].allSatisfy(isDigit)
    else { return nil }
    guard parts.count > 1 else { return parts[0] }
    let exponent = withoutSign(parts[1])
    return exponent.isEmpty || !exponent.allSatisfy(isDigit) ? nil : parts[0]
  }

  private static func withoutSign(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.first.map { "+-".utf8.contains($0) } ?? false ? bytes.dropFirst() : bytes
  }
}
