import Domain
import Loading
import Reporting

/// A workbook of one kind of sheet: its headings, its columns kept as they must be, and its rows.
///
/// Reference numbers are text, so that a spreadsheet keeps their zeros; days are days and numbers numbers.
final class KindWorkbook {
  private let book: WorkbookWriter
  private let noun: String
  private let forms: [SheetOutline.Form]
  private var rows = 0

  /// A sheet with some of an outline's columns, in the order of their headings.
  init(_ outline: SheetOutline, headings: [String], at path: String) throws {
    book = try WorkbookWriter(path)
    noun = outline.noun
    forms = headings.map { heading in
      outline.columns.first { $0.heading == heading }?.form ?? .text
    }
    try book.addSheet(noun)
    book.freeze(rows: 1, columns: headings.count)
    book.format(
      text: forms.indices.filter { forms[$0] == .text },
      days: forms.indices.filter { forms[$0] == .day })
    try book.write(headings.map { .text($0) }, at: 0, isTitle: true)
  }

  /// Adds a row of cells as a CSV export has them.
  func add(_ cells: [String]) throws {
    rows += 1
    if rows >= WorkbookWriter.rowsAtMost {
      throw Failure(
        .refused,
        "a workbook holds \(Phrase.number(WorkbookWriter.rowsAtMost - 1)) rows, and there are more \(noun)\n"
          + "  Try: --out FILE.csv")
    }
    try book.write(cells.enumerated().map { content($1, forms[$0]) }, at: rows)
  }

  /// A second sheet: a heading, whether it is needed, and what may stand under it.
  func addNotes(_ notes: [[String]]) throws {
    try book.addSheet("Notes")
    book.freeze(rows: 1, columns: 3)
    let titles = ["Column of \(noun)", "Is it needed", "What may stand in it"]
    for (at, cells) in ([titles] + notes).enumerated() {
      try book.write(cells.map { .text($0) }, at: at, isTitle: at == 0)
    }
  }

  func close() throws { try book.close() }

  /// Texts are as they are, but for an apostrophe that would be taken for a neutraliser.
  private func content(_ cell: String, _ form: SheetOutline.Form) -> WorkbookWriter.Content {
    switch form {
    case .number: Double(cell).map { .number($0) } ?? .text(cell)
    case .day: typedDay(cell).map { .day(Int($0.number)) } ?? .text(cell)
    case .text, .prose: .text(unneutralised(cell) == cell ? cell : "'" + cell)
    }
  }
}

/// A day as `Day.typed` writes it; nil when a workbook cannot hold it, which counts from March 1900.
func typedDay(_ text: String) -> Day? {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  guard parts.count == 3, let day = Day(year: parts[2], month: parts[1], day: parts[0]) else {
    return nil
  }
  return day.number + 25_569 > 60 ? day : nil
}
