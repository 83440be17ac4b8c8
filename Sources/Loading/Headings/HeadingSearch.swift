/// Looks for a layout's headings among the first lines, cut by one delimiter.
struct HeadingSearch {
  /// The best line by one dialect, or of one sheet.
  struct Candidate {
    var match: HeadingMatch?
    var missing: [[[Int]]]
    /// Lines with something on them before this one.
    var skipped = 0
    /// Each of them, by its first cell with something in it.
    var preamble: [String] = []
    var isFlawed = false
    /// The line all headings were found on, too far down to be taken.
    var beyond: Int?
    /// Whether a heading stands in quotes.
    var isQuoted = false

    static var none: Candidate { Candidate(match: nil, missing: []) }

    private var isWhole: Bool { match != nil && missing.isEmpty }

    func isBetter(than other: Candidate) -> Bool {
      if beyond != nil, other.beyond == nil, !other.isWhole { return true }
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

  /// The first line with every heading the layout needs, or the line that comes nearest; further down
  /// they are only looked for, to say where they stand.
  mutating func run(_ records: any RecordSource, after first: Int = 0) throws -> Candidate {
    var best = Candidate.none
    var skipped = 0
    var preamble: [String] = []
    var record = Record()
    var isPast = false
    do {
      while try records.next(&record), record.line <= limits.headingsLine * 10 {
        if record.line <= first || record.isBlank { continue }
        let typed = record.spans.indices.map {
          record.spans[$0].kind == .error ? "" : headingText(record.cell($0))
        }
        let match = HeadingMatch(typed, line: record.line, columns: columns, table: table)
        if record.line > limits.headingsLine {
          isPast = true
          guard match.missing(columns).isEmpty else { continue }
          best.beyond = record.line
          break
        }
        let candidate = Candidate(
          match: match, missing: match.missing(columns), skipped: skipped,
          preamble: preamble, isFlawed: record.flaw != nil,
          isQuoted: record.spans.contains { $0.isQuoted })
        if candidate.isBetter(than: best) { best = candidate }
        if candidate.missing.isEmpty { return candidate }
        skipped += 1
        preamble.append(typed.first { !$0.isEmpty } ?? "")
      }
    } catch let stop as SheetFault {
      if !isPast { fault = stop }
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
