/// One look at the bytes of a window for a whole record.
struct RecordScan {
  enum Ending { case lf, crlf, cr, none }

  /// What stood after a cell; `unknown` when the window ends before it is told.
  private enum Stop { case cell, record, unknown }

  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  /// The physical line of `at`.
  var line: Int
  /// The physical line the record starts on.
  let firstLine: Int
  let isComplete: Bool
  let limits: Limits
  var spans: [RecordReader.Span] = []
  var flaw: RecordReader.Flaw?
  var isSuspicious = false
  var hasDoubledQuotes = false
  var ending = Ending.none

  /// Whether the window held the record's end; when not, nothing of the scan holds.
  mutating func record(_ kinds: UnsafeBufferPointer<ByteKind>) throws -> Bool {
    while true {
      let stop: Stop
      if at < bytes.count && bytes[at] == quoteByte {
        stop = try quotedCell(kinds)
      } else {
        stop = try plainCell(kinds, RecordReader.Span(first: at, end: at))
      }
      if stop == .cell { continue }
      return stop == .record
    }
  }

  /// A cell up to its delimiter or line end; quotes inside are flaws.
  @inline(__always)
  private mutating func plainCell(
    _ kinds: UnsafeBufferPointer<ByteKind>, _ opened: RecordReader.Span
  ) throws -> Stop {
    var span = opened
    while true {
      while at < bytes.count && kinds[Int(bytes[at])] == .plain { at += 1 }
      guard at < bytes.count else {
        try keepWithin(limits.cellBytes, from: span.first)
        guard isComplete else { return .unknown }
        span.end = at
        try append(span)
        return .record
      }
      switch kinds[Int(bytes[at])] {
      case .delimiter:
        span.end = at
        at += 1
        try append(span)
        return .cell
      case .lf, .cr:
        span.end = at
        guard endLine() else { return .unknown }
        try append(span)
        return .record
      case .quote:
        if flaw == nil { flaw = .quoteInside(line: line) }
      default:
        isSuspicious = true
      }
      at += 1
    }
  }

  /// A cell that opens with a quote.
  private mutating func quotedCell(_ kinds: UnsafeBufferPointer<ByteKind>) throws -> Stop {
    let openedOn = line
    at += 1
    var span = RecordReader.Span(first: at, end: at, isQuoted: true)
    guard try skipToClosingQuote(kinds, &span, openedOn) else { return .unknown }
    span.end = at - 1
    guard at < bytes.count else {
      guard isComplete else { return .unknown }
      try append(span)
      return .record
    }
    switch kinds[Int(bytes[at])] {
    case .delimiter:
      at += 1
      try append(span)
      return .cell
    case .lf, .cr:
      guard endLine() else { return .unknown }
      try append(span)
      return .record
    default:
      if flaw == nil { flaw = .textAfterQuote(line: line) }
      span.isQuoted = false
      span.first -= 1
      span.hasDoubledQuotes = false
      return try plainCell(kinds, span)
    }
  }

  /// Moves past the quote that closes the cell; false when the window ends first.
  private mutating func skipToClosingQuote(
    _ kinds: UnsafeBufferPointer<ByteKind>, _ span: inout RecordReader.Span, _ openedOn: Int
  ) throws -> Bool {
    while at < bytes.count {
      switch kinds[Int(bytes[at])] {
      case .quote:
        guard at + 1 < bytes.count || isComplete else { return false }
        guard at + 1 < bytes.count, bytes[at + 1] == quoteByte else {
          at += 1
          return true
        }
        span.hasDoubledQuotes = true
        hasDoubledQuotes = true
        at += 2
      case .lf, .cr:
        isSuspicious = true
        let before = ending
        guard endLine() else { return false }
        ending = before
      case .suspicious:
        isSuspicious = true
        at += 1
      default: at += 1
      }
    }
    if isComplete || at - span.first > limits.cellBytes { throw unclosed(openedOn) }
    return false
  }

  /// Moves past a line end and counts it; false when a CR ends the window and LF may follow.
  @inline(__always)
  private mutating func endLine() -> Bool {
    if bytes[at] == UInt8(ascii: "\n") {
      ending = .lf
      at += 1
    } else {
      guard at + 1 < bytes.count || isComplete else { return false }
      let pair = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "\n")
      ending = pair ? .crlf : .cr
      at += pair ? 2 : 1
    }
    line += 1
    return true
  }

  @inline(__always)
  private mutating func append(_ span: RecordReader.Span) throws {
    if span.end - span.first > limits.cellBytes {
      try keepWithin(limits.cellBytes, from: span.first)
    }
    if spans.count == limits.columns {
      throw SheetFault(line: firstLine, "this record has more than \(limits.columns) cells")
    }
    spans.append(span)
  }

  private func keepWithin(_ limit: Int, from first: Int) throws {
    guard at - first > limit else { return }
    throw SheetFault(line: firstLine, "a cell is longer than \(limit) bytes")
  }

  private func unclosed(_ openedOn: Int) -> SheetFault {
    SheetFault(
      line: openedOn, "a quote is opened on this line and never closed",
      hint: "Try: close the quote, or write a quote inside a cell twice")
  }
}
