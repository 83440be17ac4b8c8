/// How well the first rows of a text file fit a dialect.
struct DialectTrial {
  let dialect: Dialect
  /// Rows with a flaw, of another width than most, or with a cell that stands in the other quotes.
  private(set) var stumbles = 0
  /// Whether any cell needed the dialect's quotes or backslashes.
  private(set) var isUsed = false

  private static let rows = 2_000

  init(
    _ dialect: Dialect, below line: Int, in open: () throws -> ByteSource, limits: Limits
  ) throws {
    self.dialect = dialect
    let reader = RecordReader(try open(), dialect: dialect, limits: limits)
    let otherQuote = dialect.quote == apostrophe ? UInt8(ascii: "\"") : apostrophe
    var record = Record()
    var widths: [Int: Int] = [:]
    var rows = 0
    do {
      while rows < DialectTrial.rows, try reader.next(&record) {
        if record.line <= line || record.isBlank { continue }
        rows += 1
        if record.flaw != nil || record.isQuoted(by: otherQuote) {
          stumbles += 1
        } else {
          widths[record.spans.count, default: 0] += 1
        }
        isUsed = isUsed || record.spans.contains { $0.isQuoted || $0.hasEscapes }
      }
    } catch is SheetFault {
      stumbles += 1
    }
    stumbles += (widths.values.reduce(0, +)) - (widths.values.max() ?? 0)
  }
}

extension Record {
  /// Whether a cell that is in no quotes of its dialect starts and ends with another.
  fileprivate func isQuoted(by other: UInt8) -> Bool {
    for index in spans.indices where !spans[index].isQuoted {
      let cell = cell(index).trimmed
      if cell.count > 1 && cell[0] == other && cell[cell.count - 1] == other { return true }
    }
    return false
  }
}
