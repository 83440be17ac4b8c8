import Domain

/// The headings of a sheet, found by name: which line, which column is where.
struct Headings {
  let line: Int
  /// For each of the layout's columns the cell it stands in, or nil.
  let cells: [Int?]
  /// The headings as typed; blank ones after the last are left out.
  let typed: [String]
  /// How many cells the record of headings has, blank ones included.
  let width: Int
  /// How the cells are told apart; nil in a workbook.
  let dialect: Dialect?
  let announcements: [String]
  /// How many cells a row of GIAS's whole list must have, which may lack blank ones at its end; nil of any
  /// other sheet.
  let fewest: Int?

  /// How many cells most of a text file's first rows have.
  let usualWidth: Int?

  /// The public list has more columns than this; one cut down is somebody's own, and its rows are whole.
  private static let ofWholeList = 100

  /// Whether a row ends with its last filled cell, as in a workbook.
  var isRagged: Bool { dialect == nil }

  /// Settles on a line that has every heading the layout needs.
  init(
    _ candidate: HeadingSearch.Candidate, _ match: HeadingMatch, _ columns: Columns, noun: String,
    dialect: Dialect?, usualWidth: Int? = nil
  ) throws {
    try Headings.refuse(match, candidate, columns, isText: dialect != nil)
    if let fault = Headings.strangersTRN(match, columns) { throw fault }
    if columns.mapping == nil { try Headings.refuseOtherKind(match, noun: noun) }
    line = match.line
    cells = match.cells
    self.dialect = dialect
    self.usualWidth = usualWidth
    let last = match.typed.lastIndex { !$0.isEmpty } ?? 0
    typed = Array(match.typed[...last])
    width = match.typed.count
    let isWhole = columns.isOfPublicList && typed.count >= Headings.ofWholeList
    fewest = isWhole ? (match.cells.compactMap { $0 }.max() ?? 0) + 1 : nil
    announcements =
      HeadingNews(
        match: match, candidate: candidate, columns: columns, table: columns.byFoldedHeading
      ).sentences
  }

  /// Why the headings were not found, by the candidate that came nearest.
  ///
  /// - Parameter isForced: whether the file itself says what separates its cells.
  static func missing(
    _ best: HeadingSearch.Candidate, _ columns: Columns, _ fault: SheetFault?,
    isForced: Bool = false, among headingLines: Int
  ) -> SheetFault {
    if let line = best.beyond {
      return SheetFault(
        line: line,
        "the headings stand on line \(line), and are looked for in the first \(headingLines)",
        hint: "Try: take out lines above them")
    }
    guard let match = best.match, match.known > 0 else {
      if let fault { return fault }
      let wanted = columns.needs.map { alternatives($0, columns) }.joined(separator: ", ")
      if let match = best.match, match.typed.count == 1, best.isQuoted || isForced,
        match.typed[0].contains(where: { ",;\t|".contains($0) })
      {
        return SheetFault(
          line: match.line, "this line is a single cell: \(quoted(match.typed[0]))",
          hint:
            "Try: take out the quotes around whole lines, or the line sep= when it names another separator"
        )
      }
      return SheetFault(
        "no headings were found in the first \(headingLines) lines",
        hint:
          "The sheet needs: \(wanted). Where it has headings of its own, talent map draft proposes a mapping"
      )
    }
    if let fault = strangersTRN(match, columns) { return fault }
    let strange = match.ignored(columns.byFoldedHeading)
    return SheetFault(
      best.missing.map { need in
        let wanted = need.flatMap { $0 }.filter { match.cells[$0] == nil }
          .flatMap { [columns.plans[$0].heading] + columns.plans[$0].synonyms }
        let near = strange.first { nearest(to: $0, among: wanted) != nil }
        return Finding(
          .fatal, line: match.line, says: "the heading \(alternatives(need, columns)) is missing",
          hint: near.map { "Did you mean it by \(quoted($0))?" }
            ?? "Try: talent map draft, where a sheet has headings of its own")
      })
  }

  private static func alternatives(_ need: [[Int]], _ columns: Columns) -> String {
    need.map { $0.map { columns.plans[$0].heading }.joined(separator: " and ") }
      .joined(separator: " or ")
  }

  /// A TRN column that may be of somebody else: with nothing else to go by it is not taken for the person's.
  private static func strangersTRN(_ match: HeadingMatch, _ columns: Columns) -> SheetFault? {
    if match.ofSomebodyElse.isEmpty { return nil }
    return SheetFault(
      match.ofSomebodyElse.map { column, cell in
        let name = columns.plans[column].heading
        return Finding(
          .fatal, line: match.line, column: match.typed[cell],
          says: "\(quoted(match.typed[cell])) may be the TRN of somebody else",
          hint: "Try: \(name) alone if it is the person's own, else a name such as Mentor's number")
      })
  }

  private static func refuse(
    _ match: HeadingMatch, _ candidate: HeadingSearch.Candidate, _ columns: Columns, isText: Bool
  ) throws {
    let table = columns.byFoldedHeading
    let isHalfQuoted = match.ignored(table).contains { heading in
      let bare = foldedHeading(heading).filter { $0 != "'" && $0 != "\"" }
      return table[bare] != nil
    }
    if candidate.isFlawed || isHalfQuoted {
      throw SheetFault(line: match.line, "the line of headings has a quote that does not fit")
    }
    if !match.doubled.isEmpty {
      throw SheetFault(
        match.doubled.map { twice in
          let first = match.cells[twice.column] ?? 0
          let place = { isText ? String($0 + 1) : columnLetters($0) }
          let name = columns.plans[twice.column].heading
          let (one, other) = (match.typed[first], match.typed[twice.cell])
          let says =
            foldedHeading(one) == foldedHeading(other)
            ? "the heading \(name) stands twice"
            : "the headings \(quoted(one)) and \(quoted(other)) both stand for \(name)"
          return Finding(
            .fatal, line: match.line, column: other,
            says: "\(says), in columns \(place(first)) and \(place(twice.cell))",
            hint: "Try: keep one of the two")
        })
    }
  }

  /// A sheet of another kind would load with most of its columns ignored.
  private static func refuseOtherKind(_ match: HeadingMatch, noun: String) throws {
    for (other, columns) in knownKinds where other != noun {
      let rival = HeadingMatch(
        match.typed, line: match.line, columns: columns, table: columns.byFoldedHeading)
      if rival.missing(columns).isEmpty && rival.known > match.known {
        throw SheetFault(
          line: match.line, "these are the headings of \(other), not of \(noun)",
          hint: "Try: load it as \(other)")
      }
    }
  }
}
