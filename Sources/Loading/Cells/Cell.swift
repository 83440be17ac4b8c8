/// The bytes of one cell in the reader's window: valid until the next record.
struct Cell {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The hash of a cell's bytes.
  var hash: UInt64 { stableHash(bytes, seed: 0) }

  static var blank: Cell { Cell(UnsafeBufferPointer(start: nil, count: 0)) }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }
  var isBlank: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  subscript(_ at: Int) -> UInt8 { bytes[at] }

  func part(_ range: Range<Int>) -> Cell { Cell(UnsafeBufferPointer(rebasing: bytes[range])) }

  /// Without the spaces and no-break spaces around it.
  var trimmed: Cell {
    var first = 0
    var end = bytes.count
    while first < end {
      if bytes[first] == space {
        first += 1
      } else if bytes[first] == 0xC2 && first + 1 < end && bytes[first + 1] == 0xA0 {
        first += 2
      } else {
        break
      }
    }
    while end > first {
      if bytes[end - 1] == space {
        end -= 1
      } else if bytes[end - 1] == 0xA0 && end - 2 >= first && bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return first == 0 && end == bytes.count ? self : part(first..<end)
  }

  /// Without the apostrophe that our exports put before what a spreadsheet would run: the first of
  /// any number that stand before such a cell.
  var withoutNeutraliser: Cell {
    guard count >= 2, bytes[0] == apostrophe, needsNeutraliser else { return self }
    return part(1..<count)
  }

  /// Whether our exports put an apostrophe before the cell: it would run, or has apostrophes already.
  var needsNeutraliser: Bool {
    var first = 0
    while first < count && bytes[first] == apostrophe { first += 1 }
    return part(first..<count).wouldRun
  }

  /// Whether a spreadsheet might take the cell for a formula.
  var wouldRun: Bool {
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      0x09, 0x0A, 0x0D:
      return true
    case 0xEF:  // full-width = + - @: U+FF1D, U+FF0B, U+FF0D, U+FF20
      guard count >= 3 else { return false }
      return (bytes[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[2]))
    default: return false
    }
  }

  /// Whether the cell, folded as headings are, comes to these bytes.
  func folds(to folded: [UInt8]) -> Bool {
    var at = 0
    for byte in bytes {
      if byte >= 0x80 { return foldedHeading(text).utf8.elementsEqual(folded) }
      if byte == space || (0x09...0x0D).contains(byte) { continue }
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      guard at < folded.count, folded[at] == (isCapital ? byte | 0x20 : byte) else { return false }
      at += 1
    }
    return at == folded.count
  }

  /// Whether one of several lines inside the cell has so many delimiters, as a whole row would.
  func hasLine(with number: Int, of delimiter: UInt8) -> Bool {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    guard lines.count > 1, number > 1 else { return false }
    return lines.contains { line in line.count { $0 == delimiter } >= number }
  }

  /// The number that 1 to 18 digits write; nil for anything else.
  var wholeNumber: Int? {
    guard 1...18 ~= count else { return nil }
    var number = 0
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      number = number * 10 + Int(byte &- UInt8(ascii: "0"))
    }
    return number
  }

  /// Whether the cell is `="0012345"`, a formula that comes to a text.
  var isKeptText: Bool {
    let cell = trimmed
    return cell.count > 3 && cell[0] == UInt8(ascii: "=") && cell[1] == UInt8(ascii: "\"")
      && cell[cell.count - 1] == UInt8(ascii: "\"")
  }

  var isAllDigits: Bool { count > 0 && bytes.allSatisfy(isDigit) }
}

let space = UInt8(ascii: " ")
let apostrophe = UInt8(ascii: "'")

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
