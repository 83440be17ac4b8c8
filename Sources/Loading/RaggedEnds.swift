/// Rows of GIAS's whole list that end before its headings do, or after them.
///
/// Blank cells too many or too few at the end say nothing of where in the row they came in. Such a row is
/// believed where every filled cell has a shape that its column has in other rows: cells that moved along
/// stand under the headings of others, a town under a postcode's.
struct RaggedEnds {
  /// So many rows are looked at before the first is judged.
  private static let sample = 2_000

  private let headings: Headings
  /// By column the shapes its cells have had, a bit each.
  private var shapes: [UInt8]
  /// Of the rows that are learnt from: as wide as the headings, where there are any.
  private var width: Int
  private var count = 0
  private var firstLine = 0

  /// Nil for a sheet whose rows all have to be as wide as the headings.
  init?(_ headings: Headings, in records: () throws -> any RecordSource) throws {
    guard headings.fewest != nil else { return nil }
    self.headings = headings
    width = headings.typed.count
    shapes = headings.typed.map { _ in 0 }
    try learn(records())
    if shapes.contains(where: { $0 != 0 }) { return }
    width = headings.usualWidth ?? width
    try learn(records())
  }

  private mutating func learn(_ records: any RecordSource) throws {
    var record = Record()
    var rows = 0
    while rows < Self.sample, try records.next(&record) {
      if record.line <= headings.line || record.flaw != nil { continue }
      rows += 1
      learn(record)
    }
  }

  /// Whether a row of another width than its headings can be believed; takes note of those that are.
  mutating func fits(_ record: Record) -> Bool {
    guard let fewest = headings.fewest, record.spans.count >= fewest else { return false }
    for index in record.spans.indices {
      let shape = Self.shape(record.cell(index).trimmed)
      if shape == 0 { continue }
      guard index < shapes.count, shapes[index] & shape != 0 else { return false }
    }
    if count == 0 { firstLine = record.line }
    count += 1
    return true
  }

  /// Takes the row's cells for what their columns hold, if it is as wide as it should be.
  mutating func learn(_ record: Record) {
    guard record.spans.count == width else { return }
    for index in shapes.indices { shapes[index] |= Self.shape(record.cell(index).trimmed) }
  }

  var news: [String] {
    guard count > 0 else { return [] }
    let rows = count == 1 ? "1 row ends" : "\(count) rows end"
    return [
      "\(rows) before or after the last heading (the first on line \(firstLine)): the cells there are taken for blank"
    ]
  }

  /// None for a blank cell; else whether it begins with a digit, and whether it is all digits.
  private static func shape(_ cell: Cell) -> UInt8 {
    if cell.isBlank { return 0 }
    if cell.isAllDigits { return 1 }
    return isDigit(cell[0]) ? 2 : 4
  }
}
