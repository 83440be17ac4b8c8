/// `F12`: a column's letters and a row's number.
struct CellReference {
  /// From 0; below 16,384.
  var column: Int
  /// From 1; up to 1,048,576. 0 when only letters stood there.
  var row: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var at = 0
    while at < bytes.count, at < 4 {
      let letter = bytes[at] & 0xDF
      guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
      at += 1
    }
    guard at > 0, column <= 16_384 else { return nil }
    var row = 0
    while at < bytes.count {
      guard isDigit(bytes[at]), row <= 1_048_576 else { return nil }
      row = row * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
    guard row <= 1_048_576 else { return nil }
    self.column = column - 1
    self.row = row
  }
}

/// A column's letters by its place from 0: 5 is `F`.
public func columnLetters(_ column: Int) -> String {
  var letters = ""
  var rest = column + 1
  while rest > 0 {
    rest -= 1
    letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26)))) + letters
    rest /= 26
  }
  return letters
}
