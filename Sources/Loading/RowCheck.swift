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

  init(headings: Headings, limits: Limits) {
    self.headings = headings
    self.limits = limits
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
    _ reader: borrowing RecordReader, _ cells: inout Cells, _ log: inout FindingLog
  ) -> Bool {
    if let flaw = reader.flaw {
      refuse(flaw, &cells)
      return false
    }
    guard hasRightWidth(reader, &cells) else { return false }
    for index in unnamed where !reader.cell(index).trimmed.isBlank {
      cells.refuse("the row has a value in column \(index + 1), which has no heading")
      return false
    }
    if width == nil { settleWidth(reader, &log) }
    return true
  }

  /// A blank cell too many in one row alone is a delimiter too many: its cells stand under the wrong
  /// headings. Blank cells past the headings are let pass only when every row has them.
  private func hasRightWidth(_ reader: borrowing RecordReader, _ cells: inout Cells) -> Bool {
    let count = reader.spans.count
    let named = headings.typed.count
    var extraIsBlank = true
    for index in min(named, count)..<count where !reader.cell(index).trimmed.isBlank {
      extraIsBlank = false
    }
    if count == width ?? max(count, named) && extraIsBlank { return true }
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
      : "the row has \(count) cells where the first row has \(most)"
    if count < most {
      cells.refuse(says, hint: "Try: look for a missing \(delimiterName)")
    } else {
      cells.refuse(
        says,
        hint: "Try: look for a \(delimiterName) too many, or put the cell that holds one in quotes")
    }
    return false
  }

  private mutating func settleWidth(_ reader: borrowing RecordReader, _ log: inout FindingLog) {
    width = reader.spans.count
    firstLine = reader.line
    if reader.spans.count > headings.typed.count {
      log.add(
        Finding(.note, line: reader.line, says: "blank cells after the last heading are left out"))
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

  /// Says of a refused record what it is when it is no row: headings again, a total, a footnote.
  func nameStranger(_ reader: borrowing RecordReader, _ cells: inout Cells) {
    guard reader.flaw == nil, cells.explains else { return }
    var filled: [(index: Int, folded: String)] = []
    for index in reader.spans.indices {
      let text = reader.cell(index).trimmed
      if !text.isBlank && text.count <= 300 { filled.append((index, foldedHeading(text.text))) }
      if filled.count > headings.typed.count { return }
    }
    guard let first = filled.first else { return }
    let repeats = filled.count {
      $0.index < headings.typed.count && $0.folded == foldedHeading(headings.typed[$0.index])
    }
    if repeats >= 2 {
      cells.replaceFindings(
        says: "the headings stand here again", hint: "Try: take this line out; one table to a file")
    } else if ["total", "totals", "grandtotal", "subtotal"].contains(first.folded) {
      cells.replaceFindings(
        says: "this looks like a row of totals", hint: "Try: take this line out")
    } else if filled.count == 1 && headings.known.count > 1 {
      let typed = reader.cell(first.index).trimmed
      cells.replaceFindings(
        says: "only one cell is filled, \(quoted(typed)): a note under the table?",
        hint: "Try: take this line out")
    }
  }

  private func refuse(_ flaw: RecordReader.Flaw, _ cells: inout Cells) {
    switch flaw {
    case .quoteInside(let line):
      cells.refuse(
        "a quote stands inside a cell that does not start with one\(place(line, cells.line)): the row cannot be read",
        hint: "Try: put the cell in quotes and write the quote inside it twice")
    case .textAfterQuote(let line):
      cells.refuse(
        "text follows a closing quote\(place(line, cells.line)): the row cannot be read",
        hint: "Try: write a quote inside a cell twice")
    }
  }

  private func place(_ line: Int, _ start: Int) -> String {
    line == start ? "" : " on line \(line)"
  }

  private var delimiterName: String {
    switch headings.delimiter {
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "pipe"
    default: "comma"
    }
  }
}
