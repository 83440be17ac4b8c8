import Domain
import Loading
import Reporting

/// A sheet written again as a workbook: the same sheets, headings and values, doubtful cells coloured
/// and commented, and every finding listed in a sheet of its own.
struct MarkedWorkbook {
  private let report: SheetReport
  private let input: SheetFile
  private let place: FindingPlace

  init(_ report: SheetReport, _ input: SheetFile) {
    self.report = report
    self.input = input
    place = FindingPlace(file: input.name, shape: report.shape)
  }

  func write(_ findings: FoundFindings, to path: String) throws {
    let book = try WorkbookWriter(path)
    if let shape = report.shape {
      let tabs = shape.sheet == nil ? [] : try sheetTabs(of: input)
      for name in shape.sheet == nil ? ["Sheet"] : tabs.map(\.name) {
        let isRead = shape.sheet == nil || name == shape.sheet
        let isHidden = tabs.contains { $0.name == name && $0.isHidden }
        // The one that is read is in sight, and hidden ones stay out of it: loaded again, the workbook
        // is taken for the same.
        try book.addSheet(name, as: isRead ? .first : isHidden ? .hidden : .shown)
        if isRead {
          try writeMarked(shape, findings, to: book)
        } else if let rows = try SheetRows(sheet: name, of: input) {
          while try rows.next() { try book.write(rows.cells.map(\.content), at: rows.line - 1) }
        }
      }
    }
    try list(findings, in: book)
    try book.close()
  }

  /// A workbook's rows stay where they are; a text file's records follow one another.
  private func writeMarked(
    _ shape: SheetShape, _ findings: FoundFindings, to book: WorkbookWriter
  ) throws {
    let rows = try SheetRows(of: shape, from: input)
    let next = try findings.inOrder()
    var finding = try next()
    var at = -1
    book.freeze(rows: shape.headingsLine, columns: shape.headings.count)
    while try rows.next() {
      at = shape.sheet == nil ? at + 1 : rows.line - 1
      var marks: [Int: String] = [:]
      while let found = finding, found.line <= rows.line {
        if found.line == rows.line {
          let cell = shape.cell(ofColumn: found.column) ?? 0
          let hint = found.hint.isEmpty ? "" : "\n" + found.hintSentence
          marks[cell] = (marks[cell].map { $0 + "\n" } ?? "") + found.says + hint
        }
        finding = try next()
      }
      // A title over several columns stands in the first.
      let isAbove = rows.line < shape.headingsLine
      try book.write(
        rows.cells.map { isAbove && $0.showsAnother ? .text("") : $0.content }, at: at,
        marks: marks, isTitle: rows.line == shape.headingsLine)
    }
  }

  private func list(_ findings: FoundFindings, in book: WorkbookWriter) throws {
    let taken = report.shape?.sheet == nil ? [] : try sheetTabs(of: input).map { $0.name }
    var name = "Findings"
    while taken.contains(name) { name += "+" }
    try book.addSheet(name)
    book.freeze(rows: 1, columns: FindingRow.titles.count)
    try book.write(FindingRow.titles.map { .text($0) }, at: 0, isTitle: true)
    let values = try FoundValues(report.shape, input)
    let next = try findings.inOrder()
    var at = 0
    while let finding = try next() {
      at += 1
      if at == WorkbookWriter.rowsAtMost - 1 {
        let rest = Phrase.count(findings.count - at + 1, "more finding")
        return try book.write([.text("and \(rest): --findings FILE.csv lists them all")], at: at)
      }
      let row = FindingRow(finding, place, value: try values.value(of: finding))
      try book.write(row.cells.map { .text($0) }, at: at)
    }
  }
}

extension SheetRows.Cell {
  /// As the sheet had it: numbers as numbers and dates as dates where the text says no more.
  fileprivate var content: WorkbookWriter.Content {
    return switch kind {
    case .number: Double(text).map { .number($0) } ?? .text(text)
    case .date, .monthFirstDate: typedDay(text).map { .day(Int($0.number)) } ?? .text(text)
    case .text, .boolean, .error: .text(text)
    }
  }
}
