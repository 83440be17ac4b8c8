import Domain

/// Refusals of one row that are put into words: a cell may list thousands of unknown words.
private let worded = 50

/// The cells of one record, each asked for once as the type its column holds.
///
/// A cell that is not what its column holds becomes a refusal in the user's own words, and the
/// question comes back nil (as for a blank cell); the row is then dropped by whoever reads the sheet.
struct Cells: ~Copyable {
  let today: Day
  /// The days between which a date is believed.
  let believable: ClosedRange<Day>
  let vocabulary: Vocabulary
  private(set) var line = 0
  /// What was found in the row, in the order of the questions.
  private(set) var findings: [Finding] = []
  /// Those whose words were never made among them.
  private(set) var findingCount = 0
  private(set) var refusals = 0
  /// The 64-bit hash of the record: headings of the layout and filled cells, in the layout's order.
  private(set) var typed: UInt64 = 0
  /// Whether the record's cells were taken.
  private(set) var canBeTyped = false
  var words: [WordMemo<ReadWord>]
  var lists: [WordMemo<ReadWords>]

  private let plans: [Columns.Plan]
  private let seeds: [UInt64]
  private let positions: [Int?]
  private let headings: [String]
  /// Where each heading stands in the sheet.
  private let places: [String: Int]
  private let dialect: Dialect?
  private let width: Int
  /// Of a mapping, by column.
  private let rules: [(rule: ValueRule, room: TranslatedCell)?]
  private var cells: [Cell]
  /// What each cell is in a workbook.
  private var kinds: [CellKind]
  /// By column.
  var dateOrders: [DateOrder]
  /// Columns whose cell was refused before anybody asked for it.
  private var doubted: [Bool]
  var cellNews = CellNews()
  /// By column of percentages.
  var shares: [Int: ShareWatch] = [:]
  /// Of the filled cells.
  private var hashes: [UInt64]

  init(columns: Columns, headings: Headings, vocabulary: Vocabulary, today: Day) {
    self.today = today
    believable = earliest...max(earliest, today.adding(months: 15 * 12))
    self.vocabulary = vocabulary
    plans = columns.plans
    positions = headings.cells
    dialect = headings.dialect
    width = headings.typed.count
    self.headings = columns.plans.indices.map { position in
      headings.cells[position].map { headings.typed[$0] } ?? columns.plans[position].heading
    }
    places = Dictionary(
      zip(self.headings, headings.cells.map { $0 ?? Int.max }),
      uniquingKeysWith: { first, _ in first })
    seeds = columns.plans.map { stableHash($0.heading, seed: 0) }
    rules = columns.plans.indices.map { position in
      columns.mapping?.rules[position].map { (rule: $0, room: TranslatedCell()) }
    }
    cells = columns.plans.map { _ in .blank }
    kinds = columns.plans.map { _ in .text }
    dateOrders = self.headings.map {
      DateOrder(heading: $0, isOfWorkbook: headings.dialect == nil)
    }
    doubted = columns.plans.map { _ in false }
    hashes = columns.plans.map { _ in 0 }
    words = WordList.allCases.map { _ in WordMemo(limit: 1 << 9) }
    lists = WordList.allCases.map { _ in WordMemo(limit: 1 << 13) }
  }

  /// Starts a record that has no cells to read yet.
  mutating func begin(line: Int) {
    self.line = line
    typed = 0
    canBeTyped = false
    if findingCount > 0 {
      refusals = 0
      findingCount = 0
      findings.removeAll()
      for column in doubted.indices { doubted[column] = false }
    }
  }

  /// Takes the cells of the reader's record: trimmed, un-neutralised, free of unseen characters.
  mutating func take(_ record: Record) {
    canBeTyped = true
    for column in cells.indices {
      guard let position = positions[column] else { continue }
      var cell = record.cell(position).trimmed
      if !cell.isBlank {
        if record.spans[position].kind == .number, !plans[column].holds.isText {
          cell = cell.withoutPointlessZeros
        }
        if cell[0] == apostrophe {
          cell = withoutApostrophe(cell, column)
        } else if cell[0] == UInt8(ascii: "\"") {
          checkQuotes(cell, column, isQuoted: record.spans[position].isQuoted)
        } else if SheetError.isOne(cell), record.doubts.allSatisfy({ $0.ofColumn != nil }) {
          take(
            Record.Doubt(
              cell: position, says: "holds the error \(cell.text)",
              hint: "Try: type the value that is meant"))
          cell = .blank
        } else if cell[0] == UInt8(ascii: "#"), SheetError.isTooNarrow(cell) {
          take(
            Record.Doubt(
              cell: position, says: "was saved as \(shown(cell)): its column was too narrow",
              hint: "Try: widen the column and save the sheet again"))
          cell = .blank
        }
        if record.isSuspicious { check(cell, column) }
        if let rule = rules[column], let text = rule.rule.translated(cell) {
          cell = rule.room.hold(text)
        }
        if !cell.isBlank {
          kinds[column] = record.spans[position].kind
          hashes[column] = cell.hash
          typed = mixed(typed ^ seeds[column], hashes[column])
        }
      }
      cells[column] = cell
    }
    for doubt in record.doubts { take(doubt, of: record) }
  }

  /// A cell in doubt refuses the row when its column is read, and is not asked about again.
  private mutating func take(_ doubt: Record.Doubt, of record: Record? = nil) {
    guard let column = positions.firstIndex(of: doubt.cell) else { return }
    let holds = plans[column].holds
    switch doubt.ofColumn {
    case .unlessCounting(let unit): if holds.counts.isSaid(by: unit) { return }
    case .ofNumbers: if !holds.isNumber { return }
    case nil: break
    }
    let isDate = record?.kind(of: doubt.cell)?.isDate ?? false
    let hint = isDate ? holds.hintOfDate ?? doubt.hint : doubt.hint
    refuse(at: headings[column], doubt.says, hint: hint)
    cells[column] = .blank
    doubted[column] = true
  }

  /// What the sheet's records stand on, in words.
  var lineNoun: String { dialect == nil ? "row" : "line" }

  /// Whether the sheet has the column at all.
  func isThere(_ column: Column) -> Bool { positions[column.position] != nil }

  func cell(_ column: Column) -> Cell { cells[column.position] }

  /// The heading the column has in the sheet, else in the layout.
  func heading(_ column: Column) -> String { headings[column.position] }

  /// What the column's numbers count.
  func unit(_ column: Column) -> Unit { plans[column.position].holds.counts }

  /// Whether a workbook keeps the cell as a date.
  func isDateCell(_ column: Column) -> Bool { kinds[column.position].isDate }

  /// What the cell was in its sheet.
  func cellKind(_ column: Column) -> CellKind { kinds[column.position] }

  func hash(_ column: Column) -> UInt64 { hashes[column.position] }

  /// The cell, or nil when it is blank; a blank cell that must be filled is refused.
  mutating func filled(_ column: Column) -> Cell? {
    let cell = cells[column.position]
    if !cell.isBlank { return cell }
    if column.needsValue { refuse(column, "is blank", hint: "Try: fill it in, every row needs it") }
    return nil
  }

  mutating func text(_ column: Column, atMost limit: Int = 300) -> String? {
    guard let cell = filled(column) else { return nil }
    let text = cell.text
    if cell.count > limit && text.count > limit {
      refuse(column, "\(quoted(cell)) is longer than \(limit) characters", hint: "Try: shorten it")
      return nil
    }
    return text
  }

  mutating func refuse(
    _ column: Column, _ says: @autoclosure () -> String, hint: @autoclosure () -> String = ""
  ) {
    if doubted[column.position] { return }
    let isDate = isDateCell(column) && !cell(column).isBlank
    let ofDate = isDate ? plans[column.position].holds.hintOfDate : nil
    refuse(at: headings[column.position], says(), hint: ofDate ?? hint())
  }

  /// Refuses the row; `heading` is empty when no single cell is meant.
  mutating func refuse(
    at heading: String = "", _ says: @autoclosure () -> String,
    hint: @autoclosure () -> String = ""
  ) {
    refusals += 1
    findingCount += 1
    if findings.count < worded {
      findings.append(Finding(line: line, column: heading, says: says(), hint: hint()))
    }
  }

  /// Puts what was found into the order of the sheet's columns; what speaks of the row comes first.
  mutating func sortFindings() {
    let order = findings.enumerated().map { at, finding in
      (place: places[finding.column] ?? -1, at: at)
    }
    findings = order.sorted { $0 < $1 }.map { findings[$0.at] }
  }

  /// Notes something of the row; `heading` is empty when no single cell is meant.
  mutating func note(at heading: String = "", _ says: String) {
    findingCount += 1
    findings.append(Finding(.note, line: line, column: heading, says: says))
  }

  /// Refuses the sheet when a column's dates are typed month first, or its percentages are shares of 1.
  func checkWholeColumns() throws {
    let faults = plans.indices.compactMap {
      dateOrders[$0].fault(under: headings[$0]) ?? shares[$0]?.fault(under: headings[$0])
    }
    if !faults.isEmpty { throw SheetFault(faults.flatMap(\.findings)) }
  }

  /// Dates that may have been turned round, which only the whole sheet tells; in the order of the lines.
  func doubtedDates() throws -> [Finding] {
    try plans.indices.flatMap { try dateOrders[$0].doubts(under: headings[$0]) }
      .sorted { $0.line < $1.line }
  }

  /// What was understood all through the sheet in a way that is worth saying.
  var news: [String] {
    plans.indices.compactMap { dateOrders[$0].news(under: headings[$0]) }
      + cellNews.sentences(under: headings)
  }

  /// Puts one sentence in the place of all that was found in the row.
  mutating func replaceFindings(says: String, hint: String = "") {
    findings.removeAll()
    refusals = 0
    findingCount = 0
    refuse(says, hint: hint)
  }

  mutating func refuse(_ says: String, hint: String = "") { refuse(at: "", says, hint: hint) }

  private mutating func withoutApostrophe(_ cell: Cell, _ column: Int) -> Cell {
    let bare = cell.withoutNeutraliser
    if bare.count == cell.count && cell.count > 1 && cell[cell.count - 1] == apostrophe
      && plans[column].holds != .prose
    {
      refuse(
        at: headings[column], "\(quoted(cell)) stands in apostrophes",
        hint: "Try: use double quotes around cells, or none")
    } else if dialect?.quote == UInt8(ascii: "\""), bare.isQuotedByApostrophes {
      note(at: headings[column], "\(quoted(cell)) stands in apostrophes: they are kept")
    }
    return bare
  }

  /// Where apostrophes are the quotes, a cell in double quotes was written by another program.
  private mutating func checkQuotes(_ cell: Cell, _ column: Int, isQuoted: Bool) {
    guard dialect?.quote == apostrophe, !isQuoted, cell.count > 1,
      cell[cell.count - 1] == UInt8(ascii: "\""), plans[column].holds != .prose
    else { return }
    refuse(
      at: headings[column], "\(quoted(cell)) stands in double quotes",
      hint: "Try: use one kind of quote around cells")
  }

  /// Refuses what cannot be seen, and what an earlier program has already lost.
  private mutating func check(_ cell: Cell, _ column: Int) {
    guard cell.bytes.contains(where: ByteKind.isSuspicious), !cell.hasUsualLetters else { return }
    let isProse = plans[column].holds == .prose
    if let says = cell.wrongLetters {
      return refuse(
        at: headings[column], "\(quoted(cell)) \(says)",
        hint: "Try: save the sheet it was copied from as CSV UTF-8")
    }
    if let (says, hint) = cell.unseen(isProse: isProse) {
      return refuse(at: headings[column], "\(quoted(cell)) \(says)", hint: hint)
    }
    if let dialect, isProse && cell.hasLine(with: width - 1, of: dialect.delimiter) {
      refuse(
        at: headings[column], "the cell holds what looks like another row",
        hint: "Try: look for a quote that is not closed")
    }
  }
}
