/// Looks for a layout's headings among the first lines, cut by one delimiter.
struct HeadingSearch {
  /// The best line by one delimiter.
  struct Candidate {
    var delimiter: UInt8
    var match: HeadingMatch?
    var missing: [[[Int]]]
    /// Lines with something on them before this one.
    var skipped = 0
    var isFlawed = false

    static var none: Candidate { Candidate(delimiter: UInt8(ascii: ","), match: nil, missing: []) }

    func isBetter(than other: Candidate) -> Bool {
      guard let match else { return false }
      guard let theirs = other.match else { return true }
      if missing.isEmpty != other.missing.isEmpty { return missing.isEmpty }
      return match.known > theirs.known
    }
  }

  let columns: Columns
  let table: [String: Int]
  let delimiter: UInt8
  /// What stopped the look before its last line.
  private(set) var fault: SheetFault?

  init(columns: Columns, table: [String: Int], delimiter: UInt8) {
    self.columns = columns
    self.table = table
    self.delimiter = delimiter
  }

  /// The first line with every heading the layout needs, or the line that comes nearest.
  mutating func run(_ open: () throws -> ByteSource, isAnnounced: Bool, limits: Limits) throws
    -> Candidate
  {
    var best = Candidate.none
    var skipped = 0
    var reader = RecordReader(try open(), delimiter: delimiter, limits: limits)
    do {
      while try reader.next(), reader.line <= limits.headingsLine {
        if isAnnounced && reader.line == 1 { continue }
        if reader.isBlank { continue }
        let typed = reader.spans.indices.map { headingText(reader.cell($0)) }
        let match = HeadingMatch(typed, line: reader.line, columns: columns, table: table)
        let candidate = Candidate(
          delimiter: delimiter, match: match, missing: match.missing(columns), skipped: skipped,
          isFlawed: reader.flaw != nil)
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

extension RecordReader {
  /// Whether every cell of the record is blank.
  var isBlank: Bool {
    for index in spans.indices where !cell(index).trimmed.isBlank { return false }
    return true
  }
}
