import Domain

/// The headings of a sheet, found by name: which delimiter, which line, which column is where.
struct Headings {
  let delimiter: UInt8
  let line: Int
  /// For each of the layout's columns the cell it stands in, or nil.
  let cells: [Int?]
  /// The headings as typed; blank ones after the last are left out.
  let typed: [String]
  /// How many cells the record of headings has, blank ones included.
  let width: Int
  /// The headings that were read, as typed, in the sheet's order.
  let known: [String]
  let announcements: [String]

  static let delimiters = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// Tries each delimiter in turn, comma first: the one by which the layout's headings are found.
  static func found(
    for columns: Columns, noun: String, in open: () throws -> ByteSource, limits: Limits
  ) throws -> Headings {
    let table = columns.byFoldedHeading
    let forced = try announcedDelimiter(open, limits)
    var best = HeadingSearch.Candidate.none
    var fault: SheetFault?
    for delimiter in forced.map({ [$0] }) ?? delimiters {
      var search = HeadingSearch(columns: columns, table: table, delimiter: delimiter)
      let candidate = try search.run(open, isAnnounced: forced != nil, limits: limits)
      fault = fault ?? search.fault
      if candidate.isBetter(than: best) { best = candidate }
    }
    guard let match = best.match, best.missing.isEmpty else {
      throw missing(best, columns, table, fault)
    }
    try refuse(match, best, columns)
    try refuseOtherKind(match, noun: noun)
    return Headings(match, best, columns, table, isAnnounced: forced != nil)
  }

  private init(
    _ match: HeadingMatch, _ candidate: HeadingSearch.Candidate, _ columns: Columns,
    _ table: [String: Int], isAnnounced: Bool
  ) {
    delimiter = candidate.delimiter
    line = match.line
    cells = match.cells
    let last = match.typed.lastIndex { !$0.isEmpty } ?? 0
    typed = Array(match.typed[...last])
    width = match.typed.count
    known = match.cells.compactMap { $0 }.sorted().map { match.typed[$0] }
    announcements = HeadingNews(match: match, candidate: candidate, columns: columns, table: table)
      .sentences(isAnnounced: isAnnounced)
  }

  /// The delimiter of a first line `sep=;`, or nil when there is no such line.
  private static func announcedDelimiter(_ open: () throws -> ByteSource, _ limits: Limits) throws
    -> UInt8?
  {
    var window = ByteWindow(try open(), capacity: 4096)
    while window.pending < 8 && !window.isComplete { try window.more() }
    var first = (0..<min(8, window.pending)).map { window.base[$0] }
    if first.first == quoteByte { first.removeFirst() }
    guard String(decoding: first.prefix(4), as: UTF8.self).lowercased() == "sep=", first.count > 4
    else { return nil }
    guard delimiters.contains(first[4]) else {
      throw SheetFault(
        line: 1, "the line sep= names a delimiter that is not read",
        hint: "Try: a comma, semicolon, tab or pipe")
    }
    return first[4]
  }

  private static func missing(
    _ best: HeadingSearch.Candidate, _ columns: Columns, _ table: [String: Int],
    _ fault: SheetFault?
  ) -> SheetFault {
    guard let match = best.match, match.known > 0 else {
      if let fault { return fault }
      let wanted = columns.needs.map { alternatives($0, columns) }.joined(separator: ", ")
      return SheetFault(
        "no headings were found in the first lines", hint: "The sheet needs: \(wanted)")
    }
    let strange = match.ignored(table)
    return SheetFault(
      best.missing.map { need in
        let wanted = need.flatMap { $0 }.filter { match.cells[$0] == nil }
          .flatMap { [columns.plans[$0].heading] + columns.plans[$0].synonyms }
        let near = strange.first { nearest(to: $0, among: wanted) != nil }
        return Finding(
          .fatal, line: match.line, says: "the heading \(alternatives(need, columns)) is missing",
          hint: near.map { "Did you mean it by \(quoted($0))?" } ?? "")
      })
  }

  private static func alternatives(_ need: [[Int]], _ columns: Columns) -> String {
    need.map { $0.map { columns.plans[$0].heading }.joined(separator: " and ") }
      .joined(separator: " or ")
  }

  private static func refuse(
    _ match: HeadingMatch, _ candidate: HeadingSearch.Candidate, _ columns: Columns
  ) throws {
    if candidate.isFlawed {
      throw SheetFault(line: match.line, "the line of headings has a quote that does not fit")
    }
    if !match.doubled.isEmpty {
      throw SheetFault(
        match.doubled.map { twice in
          let first = (match.cells[twice.column] ?? 0) + 1
          let name = columns.plans[twice.column].heading
          return Finding(
            .fatal, line: match.line, column: match.typed[twice.cell],
            says: "the heading \(name) stands twice, in columns \(first) and \(twice.cell + 1)",
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
