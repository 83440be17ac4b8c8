/// One look at the bytes of a window for a whole record.
struct RecordScan {
  enum Ending { case lf, crlf, cr, none }

  /// What stood after a cell; `unknown` when the window ends before it is told.
  private enum Stop { case cell, record, unknown }

  private typealias Kinds = UnsafeBufferPointer<ByteKind>

  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  /// The physical line of `at`.
  private(set) var line: Int
  private let firstLine: Int
  private let dialect: Dialect
  private let plainness: Plainness
  private let isComplete: Bool
  private let limits: Limits
  var spans: [Record.Span] = []
  private(set) var flaw: Record.Flaw?
  private(set) var isSuspicious = false
  private(set) var hasEscapes = false
  private(set) var ending = Ending.none

  init(
    bytes: UnsafeBufferPointer<UInt8>, at: Int, line: Int, dialect: Dialect, isComplete: Bool,
    limits: Limits
  ) {
    self.bytes = bytes
    self.at = at
    self.line = line
    firstLine = line
    self.dialect = dialect
    plainness = Plainness(dialect)
    self.isComplete = isComplete
    self.limits = limits
  }

  /// Whether the window held the record's end; when not, nothing of the scan holds.
  mutating func record(_ kinds: UnsafeBufferPointer<ByteKind>) throws -> Bool {
    while true {
      let stop: Stop
      if at < bytes.count && bytes[at] == dialect.quote {
        stop = try quotedCell(kinds)
      } else {
        stop = try plainCell(kinds, Record.Span(first: at, end: at))
      }
      if stop == .cell { continue }
      return stop == .record
    }
  }

  /// A cell up to its delimiter or line end; quotes inside are flaws.
  @inline(__always)
  private mutating func plainCell(_ kinds: Kinds, _ opened: Record.Span) throws -> Stop {
    var span = opened
    while true {
      at = plainness.skip(bytes, from: at)
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
        if holdsOnlySpaces(from: span.first) { return try quotedCell(kinds) }
        if flaw == nil { flaw = .quoteInside(line: line) }
        at += 1
      case .backslash:
        guard escape(kinds, &span) else { return .unknown }
      default:
        isSuspicious = true
        at += 1
      }
    }
  }

  /// A cell that opens with a quote.
  private mutating func quotedCell(_ kinds: Kinds) throws -> Stop {
    let openedOn = line
    at += 1
    var span = Record.Span(first: at, end: at, isQuoted: true)
    guard try skipToClosingQuote(kinds, &span, openedOn) else { return .unknown }
    span.end = at - 1
    while at < bytes.count && bytes[at] == space { at += 1 }
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
      span.hasEscapes = false
      return try plainCell(kinds, span)
    }
  }

  /// Moves past the quote that closes the cell; false when the window ends first.
  private mutating func skipToClosingQuote(
    _ kinds: Kinds, _ span: inout Record.Span, _ openedOn: Int
  ) throws -> Bool {
    while at < bytes.count {
      at = plainness.skip(bytes, from: at)
      guard at < bytes.count else { break }
      switch kinds[Int(bytes[at])] {
      case .quote:
        guard at + 1 < bytes.count || isComplete else { return false }
        guard at + 1 < bytes.count, bytes[at + 1] == dialect.quote else {
          at += 1
          return true
        }
        noteDoubled(&span)
      case .lf, .cr:
        isSuspicious = true
        let before = ending
        guard endLine() else { return false }
        ending = before
      case .backslash:
        guard escape(kinds, &span) else { return false }
      case .suspicious:
        isSuspicious = true
        at += 1
      default: at += 1
      }
    }
    if isComplete || at - span.first > limits.cellBytes { throw unclosed(openedOn) }
    return false
  }
}

extension RecordScan {
  /// Moves past a doubled quote. A backslash before it means that another program meant one quote.
  private mutating func noteDoubled(_ span: inout Record.Span) {
    if !dialect.hasBackslashes && at > span.first && bytes[at - 1] == backslashByte && flaw == nil {
      flaw = .strayBackslash(line: line)
    }
    span.hasEscapes = true
    hasEscapes = true
    at += 2
  }

  /// Moves past a backslash and what it stands before; false when the window ends first.
  private mutating func escape(_ kinds: Kinds, _ span: inout Record.Span) -> Bool {
    guard at + 1 < bytes.count || isComplete else { return false }
    let next = at + 1 < bytes.count ? kinds[Int(bytes[at + 1])] : .plain
    guard next == .quote || next == .delimiter || next == .backslash else {
      if flaw == nil { flaw = .strayBackslash(line: line) }
      at += 1
      return true
    }
    span.hasEscapes = true
    hasEscapes = true
    at += 2
    return true
  }

  private func holdsOnlySpaces(from first: Int) -> Bool {
    for place in first..<at where bytes[place] != space { return false }
    return true
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
  private mutating func append(_ span: Record.Span) throws {
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
