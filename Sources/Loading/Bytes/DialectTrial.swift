/// How well the first rows of a text file fit a dialect.
struct DialectTrial {
  let dialect: Dialect
  /// Rows with a flaw, of another width than most, or with a cell that stands in the other quotes.
  private(set) var stumbles = 0
  /// Whether any cell needed the dialect's quotes or backslashes.
  private(set) var isUsed = false
  /// How many cells most rows have; of two as frequent the fewer. Nil without a row.
  private(set) var usualWidth: Int?
  /// Whether all there is to stumble over is one cell in quotes of the other kind, with no mark inside that
  /// would need them: they are part of what it says.
  private(set) var isOneOddCell = false

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
    var odd = OddCells(quote: otherQuote)
    do {
      while rows < DialectTrial.rows, try reader.next(&record) {
        if record.line <= line || record.isBlank { continue }
        rows += 1
        let before = odd.count
        odd.look(at: record)
        if record.flaw != nil || odd.count > before {
          stumbles += 1
          if record.flaw != nil { odd.mean() }
        } else {
          widths[record.spans.count, default: 0] += 1
        }
        isUsed = isUsed || record.spans.contains { $0.isQuoted || $0.hasEscapes }
      }
    } catch is SheetFault {
      stumbles += 1
    }
    let most = widths.values.max() ?? 0
    usualWidth = widths.filter { $0.value == most }.keys.min()
    stumbles += (widths.values.reduce(0, +)) - most
    isOneOddCell = stumbles == 1 && odd.isOnePlain
  }
}

/// Cells that stand in quotes of the other kind.
private struct OddCells {
  let quote: UInt8
  private(set) var count = 0
  private var arePlain = true

  init(quote: UInt8) { self.quote = quote }

  var isOnePlain: Bool { count == 1 && arePlain }

  /// Their quotes are what a row is flawed by.
  mutating func mean() { arePlain = false }

  mutating func look(at record: Record) {
    for index in record.spans.indices where !record.spans[index].isQuoted {
      let cell = record.cell(index).trimmed
      guard cell.count > 1, cell[0] == quote, cell[cell.count - 1] == quote else { continue }
      count += 1
      let marks: [UInt8] = [quote, apostrophe, UInt8(ascii: "\""), backslashByte]
      arePlain = arePlain && !cell.bytes.dropFirst().dropLast().contains { marks.contains($0) }
    }
  }
}
