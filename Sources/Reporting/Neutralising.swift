// The rule is told at `CSVWriter`.

/// The cell as it must be written so that no spreadsheet runs it.
public func neutralised(_ cell: String) -> String {
  needsApostrophe(cell.utf8) ? "'" + cell : cell
}

/// The cell as it was before `CSVWriter` wrote it: the exact inverse of `neutralised`.
///
/// A cell that our own export did not write can change too, when it starts with an apostrophe and
/// a starter: somebody's spreadsheet wrote it that way for the same reason.
public func unneutralised(_ cell: String) -> String {
  guard cell.utf8.first == ASCII.apostrophe, hasStarterAfterApostrophes(cell.utf8) else {
    return cell
  }
  return String(decoding: cell.utf8.dropFirst(), as: UTF8.self)
}

func needsApostrophe(_ cell: some Collection<UInt8>) -> Bool {
  hasStarterAfterApostrophes(cell) && !isPlainNumber(cell)
}

private func hasStarterAfterApostrophes(_ cell: some Collection<UInt8>) -> Bool {
  let rest = cell.drop { $0 == ASCII.apostrophe }
  guard let first = rest.first else { return false }
  switch first {
  case ASCII.equals, ASCII.plus, ASCII.minus, ASCII.at: return true
  case ASCII.tab, ASCII.carriageReturn, ASCII.lineFeed: return true
  case 0xEF: return fullWidthStarters.contains { rest.starts(with: $0) }
  default: return false
  }
}

/// ＋ U+FF0B, － U+FF0D, ＝ U+FF1D and ＠ U+FF20 in UTF-8.
private let fullWidthStarters: [[UInt8]] = [
  [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0xA0],
]

/// A sign, digits, and perhaps a point and more digits: nothing a spreadsheet could run.
private func isPlainNumber(_ cell: some Collection<UInt8>) -> Bool {
  guard cell.first == ASCII.plus || cell.first == ASCII.minus else { return false }
  let afterWhole = cell.dropFirst().drop(while: ASCII.isDigit)
  guard cell.count - afterWhole.count > 1 else { return false }
  guard let point = afterWhole.first else { return true }
  let decimals = afterWhole.dropFirst()
  return point == ASCII.point && !decimals.isEmpty && decimals.allSatisfy(ASCII.isDigit)
}
