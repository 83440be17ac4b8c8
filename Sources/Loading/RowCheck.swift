import Domain

/// Whether a record can be a row of its sheet at all: its quotes, its width, and what it looks like.
struct RowCheck {
  private let headings: Headings
  private let limits: Limits
  /// The cells under no heading.
  private let unnamed: [Int]
  /// How many cells every row must have, blank ones past the headings included: what the first
  /// readable row has. Nil before it.
  private var width: Int?
  private var firstLine = 0
  /// The headings folded, as bytes.
  private let folded: [[UInt8]]
  private var raggedEnds: RaggedEnds?

  init(_ sheet: OpenedSheet, limits: Limits) throws {
    let headings = sheet.headings
    self.headings = headings
    self.limits = limits
    raggedEnds = try RaggedEnds(headings, in: sheet.records)
    folded = headings.typed.map { Array(foldedHeading($0).utf8) }
    unnamed = headings.typed.indices.filter { headings.typed[$0].isEmpty }
  }

  func count(_ rows: Int, line: Int) throws {
    if rows > limits.rows {
      throw SheetFault(
        line: line, "the sheet has more than \(limits.rows) rows", hint: "Try: split it")
    }
  }

  /// Refuses a record whose cells cannot be trusted to stand under their headings.
  mutating func isReadable(
    _ record: Record, _ cells: inout Cells
  ) -> Bool {
    if let flaw = record.flaw {
      refuse(flaw, of: record, &cells)
      return false
    }
    guard hasRightWidth(record, &cells) else { return false }
    for index in unnamed where !record.cell(index).trimmed.isBlank {
      let column = headings.isRagged ? columnLetters(index) : String(index + 1)
      let isRowNumber = index == 0 && record.cell(0).trimmed.isAllDigits
      cells.refuse(
        "the row has a value in column \(column), which has no heading",
        hint: isRowNumber
          ? "Try: delete the column if it only numbers the rows, or give it a heading such as No"
          : "Try: give the column a heading, or clear the cell")
      return false
    }
    raggedEnds?.learn(record)
    if width == nil { settleWidth(record, &cells) }
    return true
  }

  /// A blank cell too many in one row alone is a delimiter too many: its cells stand under the wrong
  /// headings. Blank cells past the headings are let pass only when every row has them.
  private mutating func hasRightWidth(_ record: Record, _ cells: inout Cells) -> Bool {
    let count = record.spans.count
    let named = headings.typed.count
    if headings.isRagged { return hasNothingPastHeadings(record, &cells) }
    var extraIsBlank = true
    for index in min(named, count)..<count where !record.cell(index).trimmed.isBlank {
      extraIsBlank = false
    }
    // Cells too many in the first row are the sheet's own way only where most rows have them.
    let widest = headings.usualWidth.map { $0 == count ? count : named } ?? count
    if count == width ?? max(widest, named) && extraIsBlank { return true }
    if extraIsBlank, raggedEnds?.fits(record) ?? false { return true }
    if count == width {
      cells.refuse(
        "the row has a value past the last heading",
        hint: "Try: look for a \(delimiterName) too many")
      return false
    }
    let most = max(named, width ?? 0)
    let says =
      most == named
      ? "the row has \(count) cells where the headings have \(named)"
      : "the row has \(count) cells where line \(firstLine) has \(most)"
    if count < most {
      cells.refuse(says, hint: "Try: look for a missing \(delimiterName)")
    } else {
      cells.refuse(
        says,
        hint: "Try: look for a \(delimiterName) too many, or put the cell that holds one in quotes")
    }
    return false
  }

  /// A workbook's rows end with their last filled cell, so that their widths say nothing.
  private func hasNothingPastHeadings(_ record: Record, _ cells: inout Cells) -> Bool {
    let named = headings.typed.count
    for index in named..<max(named, record.spans.count) where !record.cell(index).trimmed.isBlank {
      cells.refuse(
        "the row has a value in column \(columnLetters(index)), past the last heading",
        hint: "Try: give the column a heading, or clear the cell")
      return false
    }
    return true
  }

  private mutating func settleWidth(_ record: Record, _ cells: inout Cells) {
    if headings.isRagged { return }
    if raggedEnds != nil, record.spans.count != headings.usualWidth { return }
    width = record.spans.count
    firstLine = record.line
    if record.spans.count > headings.typed.count {
      cells.note("blank cells after the last heading are left out")
    }
  }

  /// A template that nobody filled in, or an export of nothing, may have no rows; of somebody's own sheet
  /// they were lost.
  func allowNoRows(in columns: Columns) throws {
    let isOurs =
      columns.mapping == nil
      && headings.typed.indices.allSatisfy {
        headings.typed[$0].isEmpty || headings.cells.contains($0)
      }
    if !isOurs {
      throw SheetFault(
        line: headings.line, "the file has headings but no rows",
        hint: "Try: look for the rows in the sheet it was saved from")
    }
  }

  /// Refuses a sheet whose only row is not as wide as its headings: which cell is too many is unknown.
  func finish(rows: Int) throws {
    if rows == 1, let width, width != headings.width {
      throw SheetFault(
        line: firstLine,
        "the only row has \(width) cells where the headings have \(headings.width)",
        hint: "Try: give the headings and the row the same number of cells")
    }
  }

  var news: [String] { raggedEnds?.news ?? [] }

  /// Says of a refused record what it is when it is no row: headings again, a total, a footnote.
  func nameStranger(_ record: Record, _ cells: inout Cells) {
    guard record.flaw == nil else { return }
    var filled = 0
    var repeats = 0
    var first = Cell.blank
    for index in record.spans.indices {
      let cell = record.cell(index).trimmed
      if cell.isBlank { continue }
      if filled == 0 { first = cell }
      filled += 1
      if filled > headings.typed.count { return }
      if index < folded.count && cell.folds(to: folded[index]) { repeats += 1 }
    }
    guard filled > 0 else { return }
    if filled == 1, first.count == 1, first[0] == 0x1A {
      return cells.replaceFindings(
        says: "an end-of-file sign of an old program stands here", hint: "Try: take this line out")
    }
    if let delimiter = OtherDelimiter(of: record, headings) {
      cells.replaceFindings(says: delimiter.says, hint: delimiter.hint)
    } else if repeats >= 2 {
      cells.replaceFindings(
        says: "the headings stand here again", hint: "Try: take this line out; one table to a file")
    } else if first.isTotal || SummingWords.end(first.text) {
      cells.replaceFindings(
        says: "this looks like a row of totals", hint: "Try: take this line out")
    } else if filled == 1 && headings.cells.count(where: { $0 != nil }) > 1 {
      cells.replaceFindings(
        says: "only one cell is filled, \(quoted(first)): a note under the table?",
        hint: "Try: take this line out")
    }
  }

  private func refuse(_ flaw: Record.Flaw, of record: Record, _ cells: inout Cells) {
    switch flaw {
    case .quoteInside where record.spans.indices.contains { record.cell($0).isKeptText }:
      cells.refuse(
        "a cell is written as =\"...\", which is a spreadsheet's way to keep zeros",
        hint: "Try: what stands in the quotes alone, without = and quotes")
    case .quoteInside(let line):
      cells.refuse(
        "a quote stands inside a cell that does not start with one\(place(line, cells.line)): the row cannot be read",
        hint: "Try: put the cell in quotes and write the quote inside it twice")
    case .textAfterQuote(let line):
      cells.refuse(
        "text follows a closing quote\(place(line, cells.line)): the row cannot be read",
        hint: "Try: write a quote inside a cell twice")
    case .strayBackslash(let line):
      cells.refuse(
        "a backslash stands before a quote\(place(line, cells.line)): it is not clear what is meant",
        hint: "Try: write a quote inside a cell twice, without a backslash")
    }
  }

  private func place(_ line: Int, _ start: Int) -> String {
    line == start ? "" : " on line \(line)"
  }

  private var delimiterName: String { delimiterWord(headings.dialect?.delimiter) }
}
