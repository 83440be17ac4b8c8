import Domain

extension Cells {
  /// A point on the British National Grid; nil when both cells are blank.
  ///
  /// GIAS writes 0 and 0 where it knows no position.
  mutating func location(_ easting: Column, _ northing: Column, zeroIsUnknown: Bool) -> Location? {
    if cell(easting).isBlank && cell(northing).isBlank { return nil }
    if cell(easting).isBlank || cell(northing).isBlank {
      refuse(
        cell(easting).isBlank ? easting : northing, "is blank where the other coordinate is not")
      return nil
    }
    guard let x = whole(easting, in: 0...700_000), let y = whole(northing, in: 0...1_300_000)
    else { return nil }
    if x == 0 && y == 0 {
      if !zeroIsUnknown { refuse(easting, "0 and 0 is no place in Great Britain") }
      return nil
    }
    return Location(easting: x, northing: y)
  }

  /// A United Kingdom postcode's shape: `MK40 2AB`, as typed.
  mutating func postcode(_ column: Column) -> String? {
    guard let cell = filled(column) else { return nil }
    let bytes = cell.bytes.filter { $0 != space }.map { $0 | 0x20 }
    let isLetter = { (byte: UInt8) in UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
    // A letter's bit 0x20 is its case; a digit has it already.
    let fits =
      5...7 ~= bytes.count && isLetter(bytes[0]) && isDigit(bytes[bytes.count - 3])
      && isLetter(bytes[bytes.count - 2]) && isLetter(bytes[bytes.count - 1])
      && bytes.allSatisfy { isLetter($0) || isDigit($0) }
    if fits { return cell.text }
    refuse(column, "\(quoted(cell)) is not a postcode", hint: "Try: MK40 2AB, or leave it blank")
    return nil
  }

  /// Exactly so many digits, kept as text.
  mutating func digits(_ column: Column, count: Int, of what: String) -> String? {
    guard let cell = filled(column) else { return nil }
    if cell.count == count && cell.isAllDigits { return cell.text }
    refuse(column, "\(quoted(cell)) is not \(what)", hint: "Try: \(count) digits")
    return nil
  }
}
