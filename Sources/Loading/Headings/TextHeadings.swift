/// Finding the headings of a text file, and with them its dialect.
extension Headings {
  private static let delimiters = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// Tries each delimiter in turn, comma first, and then each with apostrophes for quotes: the one by
  /// which the layout's headings are found, settled by a look at the rows below them.
  static func found(
    for columns: Columns, noun: String, in open: () throws -> ByteSource, limits: Limits
  ) throws -> (Headings, Dialect) {
    let forced = try announcedDelimiter(open)
    let first = forced == nil ? 0 : 1
    var best = (dialect: Dialect(delimiter: delimiters[0]), candidate: HeadingSearch.Candidate.none)
    var fault: SheetFault?
    search: for quote in quotes {
      for delimiter in forced.map({ [$0] }) ?? delimiters {
        var dialect = Dialect(delimiter: delimiter)
        dialect.quote = quote
        var search = HeadingSearch(columns, limits: limits)
        let candidate = try search.run(
          RecordReader(try open(), dialect: dialect, limits: limits), after: first)
        fault = fault ?? search.fault
        if quote == apostrophe && !candidate.isInApostrophes { continue }
        if candidate.isBetter(than: best.candidate) { best = (dialect, candidate) }
      }
      if best.candidate.match != nil && best.candidate.missing.isEmpty { break search }
    }
    guard let match = best.candidate.match, best.candidate.missing.isEmpty else {
      throw missing(
        best.candidate, columns, fault, isForced: forced != nil, among: limits.headingsLine)
    }
    let (dialect, usualWidth) = try settled(
      best.dialect, below: match.line, in: open, limits: limits
    ) { other in
      var search = HeadingSearch(columns, limits: limits)
      let again = try search.run(
        RecordReader(try open(), dialect: other, limits: limits), after: first)
      return again.match?.line == match.line && again.match?.typed == match.typed
    }
    let headings = try Headings(
      best.candidate, match, columns, noun: noun, dialect: dialect, usualWidth: usualWidth)
    return (headings, dialect)
  }

  private static let quotes = [UInt8(ascii: "\""), apostrophe]

  /// The delimiter of a first line `sep=;`, or nil when there is no such line.
  private static func announcedDelimiter(_ open: () throws -> ByteSource) throws -> UInt8? {
    var window = ByteWindow(try open(), capacity: 4096)
    while window.pending < 8 && !window.isComplete { try window.more() }
    var first = (0..<min(8, window.pending)).map { window.base[$0] }
    if first.first == UInt8(ascii: "\"") { first.removeFirst() }
    guard String(decoding: first.prefix(4), as: UTF8.self).lowercased() == "sep=", first.count > 4
    else { return nil }
    guard delimiters.contains(first[4]) else {
      throw SheetFault(
        line: 1, "the line sep= names a delimiter that is not read",
        hint: "Try: a comma, semicolon, tab or pipe")
    }
    return first[4]
  }

  /// The dialect in which the rows fit best: the plain one unless rows stumble over it and another
  /// reads them without, or with a tenth of the stumbles; and how many cells most of them have in it.
  private static func settled(
    _ plain: Dialect, below line: Int, in open: () throws -> ByteSource, limits: Limits,
    keepsHeadings: (Dialect) throws -> Bool
  ) throws -> (Dialect, usualWidth: Int?) {
    func trial(_ dialect: Dialect) throws -> DialectTrial {
      try DialectTrial(dialect, below: line, in: open, limits: limits)
    }
    let usual = try trial(plain)
    var best = usual
    if usual.stumbles == 0 || usual.isOneOddCell { return (plain, usual.usualWidth) }
    var others: [Dialect] = []
    for quote in quotes {
      for hasBackslashes in [false, true] {
        var other = plain
        other.quote = quote
        other.hasBackslashes = hasBackslashes
        if other != plain { others.append(other) }
      }
    }
    for other in others {
      let attempt = try trial(other)
      if attempt.isUsed, attempt.stumbles < best.stumbles, try keepsHeadings(other) {
        best = attempt
      }
    }
    let chosen = best.stumbles * 10 <= usual.stumbles ? best : usual
    return (chosen.dialect, chosen.usualWidth)
  }
}

extension HeadingSearch.Candidate {
  /// Whether apostrophes are what headings stand in, and double quotes nowhere.
  fileprivate var isInApostrophes: Bool {
    isQuoted && !(match?.typed.contains { $0.contains("\"") } ?? true)
  }
}

extension Dialect {
  /// As it is announced: `separated by commas`.
  var described: String {
    var words = "separated by \(delimiterWord(delimiter))s"
    if quote == apostrophe { words += ", quoted by apostrophes" }
    if hasBackslashes { words += ", a backslash before a quote or separator inside" }
    return words
  }
}
