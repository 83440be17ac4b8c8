/// How a sheet is written, decided once: enough to read its records again.
public struct SheetShape: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case text(TextEncoding, Dialect)
    case workbook(sheet: String, isHidden: Bool)
  }

  let form: Form
  /// The physical line of the headings, from 1; the row in a workbook.
  public let headingsLine: Int
  /// The headings as typed; blank ones after the last are left out.
  public let headings: [String]
  /// Which cell of a record a column stands in, by its heading as typed and as the layout has it.
  private let cells: [String: Int]

  init(_ form: Form, _ found: Headings, _ columns: Columns) {
    self.form = form
    headingsLine = found.line
    headings = found.typed
    var cells: [String: Int] = [:]
    for (column, cell) in found.cells.enumerated() {
      guard let cell else { continue }
      cells[columns.plans[column].heading] = cell
    }
    for (cell, heading) in found.typed.enumerated() where !heading.isEmpty && cells[heading] == nil
    {
      cells[heading] = cell
    }
    self.cells = cells
  }

  /// Of headings that are refused: of two that are the same, the second is meant.
  init(_ form: Form, refused match: HeadingMatch) {
    self.form = form
    headingsLine = match.line
    headings = match.typed
    var cells = Dictionary(
      zip(match.typed, match.typed.indices), uniquingKeysWith: { first, _ in first })
    for twice in match.doubled { cells[match.typed[twice.cell]] = twice.cell }
    self.cells = cells
  }

  /// The sheet's name in a workbook; nil for a text file.
  public var sheet: String? {
    if case .workbook(let sheet, _) = form { return sheet }
    return nil
  }

  /// What was taken for what, to be said of every sheet: `UTF-8, separated by commas, headings on line 3`.
  public var detected: String {
    switch form {
    case .text(let encoding, let dialect):
      "\(encoding.rawValue), \(dialect.described), headings on line \(headingsLine)"
    case .workbook(let sheet, let isHidden):
      "sheet \(shown(sheet))\(isHidden ? " (hidden)" : ""), headings in row \(headingsLine)"
    }
  }

  /// Which cell of its record, from 0, a finding speaks of; nil when it speaks of the whole row.
  public func cell(ofColumn heading: String) -> Int? { cells[heading] }
}
