/// Rows as CSV (RFC 4180) that no spreadsheet takes for a program.
///
/// Cells are separated by commas, quoted when they must be, and lines end with CR LF. What
/// is written can be taken out at any time, so that a long export needs no more memory than a part.
///
/// ## Formula cells
///
/// A spreadsheet runs a cell that starts with `=`, `+`, `-`, `@`, a tab, a line end or a full-width
/// `＝`, `＋`, `－`, `＠`. Call these the starters. A cell that is any number of apostrophes (also
/// none) and then a starter gets one more apostrophe in front. `unneutralised` takes it off again:
/// a cell that is at least one apostrophe and then a starter loses one. The two are exact inverses:
///
///     typed         written        why
///     =1+1          '=1+1          would run
///     '=1+1         ''=1+1         else it would come back as =1+1
///     'tis          'tis           no starter after the apostrophe
///     -12, +3.5     -12, +3.5      a plain number stays a number
///     '-12          ''-12          else it would come back as -12
///
/// A plain number is a sign, ASCII digits, and at most one point with digits after it.
public struct CSVWriter: Sendable {
  /// What was written and not yet taken out.
  public private(set) var bytes: [UInt8] = []
  private let columns: Int

  /// Starts with the titles as the first line.
  ///
  /// - Parameter byteOrderMark: whether Excel is told that the file is UTF-8; without it Excel
  ///   shows ŵ as two other letters, with it some programs see it in the first title.
  public init(header: [String], byteOrderMark: Bool = false) {
    columns = header.count
    if byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    write(header, isHeader: true)
  }

  /// Writes a row. Cells it lacks at the end are empty; it must not have more cells than titles.
  public mutating func write(_ row: [String]) {
    assert(row.count <= columns, "a row is wider than its header")
    write(row, isHeader: false)
  }

  /// Takes out what was written since the last time.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ row: [String], isHeader: Bool) {
    for column in 0..<max(columns, row.count) {
      if column > 0 { bytes.append(ASCII.comma) }
      guard column < row.count else { continue }
      var cell = row[column]
      // Excel takes a file that starts with the letters ID for another format (SYLK).
      let mustQuote = isHeader && column == 0 && cell.hasPrefix("ID")
      cell.withUTF8 { append($0, mustQuote: mustQuote || isBlankLine($0, row)) }
    }
    bytes += [ASCII.carriageReturn, ASCII.lineFeed]
  }

  /// A row of one empty cell: unquoted, readers would skip it.
  private func isBlankLine(_ cell: UnsafeBufferPointer<UInt8>, _ row: [String]) -> Bool {
    cell.isEmpty && row.count == 1 && columns <= 1
  }

  private mutating func append(_ cell: UnsafeBufferPointer<UInt8>, mustQuote: Bool) {
    let isQuoted = mustQuote || needsQuotes(cell)
    if isQuoted { bytes.append(ASCII.quote) }
    if needsApostrophe(cell) { bytes.append(ASCII.apostrophe) }
    if isQuoted {
      for byte in cell {
        if byte == ASCII.quote { bytes.append(ASCII.quote) }
        bytes.append(byte)
      }
      bytes.append(ASCII.quote)
    } else {
      bytes.append(contentsOf: cell)
    }
  }
}

/// Separators, quotes and line ends; also spaces at an end, which some readers would trim.
private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
  if cell.first == ASCII.space || cell.last == ASCII.space { return true }
  return cell.contains {
    $0 == ASCII.comma || $0 == ASCII.quote || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
  }
}
