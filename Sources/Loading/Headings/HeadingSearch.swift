/// Looks for a layout's headings among the first lines, cut by one delimiter.
struct HeadingSearch {
  /// The best line by one dialect, or of one sheet.
  struct Candidate {
    var match: HeadingMatch?
    var missing: [[[Int]]]
    /// Lines with something on them before this one.
    var skipped = 0
    var isFlawed = false
    /// Whether a heading stands in quotes.
    var isQuoted = false

    static var none: Candidate { Candidate(match: nil, missing: []) }

    func isBetter(than other: Candidate) -> Bool {
      guard let match else { return false }
      guard let theirs = other.match else { return true }
      if missing.isEmpty != other.missing.isEmpty { return missing.isEmpty }
      return match.known > theirs.known
    }
  }

  let columns: Columns
  let table: [String: Int]
  let limits: Limits
  /// What stopped the look before its last line.
  private(set) var fault: SheetFault?

  init(_ columns: Columns, limits: Limits) {
    self.columns = columns
    table = columns.byFoldedHeading
    self.limits = limits
  }

  /// The first line with every heading the layout needs, or the line that comes nearest.
  mutating func run(_ records: any RecordSource, after first: Int = 0) throws -> Candidate {
    var best = Candidate.none
    var skipped = 0
    var record = Record()
    do {
      while try records.next(&record), record.line <= limits.headingsLine {
        if record.line <= first || record.isBlank { continue }
        let typed = record.spans.indices.map {
          record.spans[$0].kind == .error ? "" : headingText(record.cell($0))
        }
        let match = HeadingMatch(typed, line: record.line, columns: columns, table: table)
        let candidate = Candidate(
          match: match, missing: match.missing(columns), skipped: skipped,
          isFlawed: record.flaw != nil, isQuoted: record.spans.contains { $0.isQuoted })
        if candidate.isBetter(than: best) { best = candidate }
        if candidate.missing.isEmpty { return candidate }
        skipped += 1
      }
    } catch let stop as SheetFault {
      fault = stop
    }
    return best
  }
}

/// A heading as typed: trimmed, line ends inside it as spaces.
private func headingText(_ cell: Cell) -> String {
  let text = String(
    String.UnicodeScalarView(
      cell.trimmed.text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  return text.split(separator: " ").joined(separator: " ")
}
