/// Cuts UTF-8 text into records (RFC 4180 quoting, any line ends) with their physical lines.
///
/// A record's cells lie in the window, between quotes when quoted and with doubled quotes already
/// single; they are valid until the next call of `next()`. A record is scanned anew from its start
/// when the window does not hold its end, so nothing depends on the pieces in which bytes arrive.
struct RecordReader: ~Copyable {
  /// Where a cell lies in the window.
  struct Span {
    var first: Int
    var end: Int
    var isQuoted = false
    var hasDoubledQuotes = false
  }

  /// What makes a record unreadable though its end is known.
  enum Flaw {
    case quoteInside(line: Int)
    case textAfterQuote(line: Int)
  }

  /// How often each kind of line end was met outside quotes.
  struct LineEnds {
    var lf = 0
    var crlf = 0
    var cr = 0
  }

  private var window: ByteWindow
  private let limits: Limits
  private let kinds: [ByteKind]
  /// When false, cells keep their doubled quotes and `raw` is the record as typed.
  private let unescapes: Bool
  private var nextLine = 1

  /// The record's cells.
  private(set) var spans: [Span] = []
  /// The physical line the record starts on.
  private(set) var line = 0
  private(set) var flaw: Flaw?
  /// Whether the record may hold control or other unseen characters, or line ends inside a cell.
  private(set) var isSuspicious = false
  private(set) var lineEnds = LineEnds()

  init(
    _ source: @escaping ByteSource, delimiter: UInt8, limits: Limits, unescapes: Bool = true
  ) {
    window = ByteWindow(source)
    self.limits = limits
    self.unescapes = unescapes
    kinds = ByteKind.table(delimiter: delimiter)
  }

  /// Moves to the next record; false after the last.
  mutating func next() throws -> Bool {
    while true {
      if window.pending == 0 && window.isComplete { return false }
      if window.pending > 0 {
        var scan = RecordScan(
          bytes: UnsafeBufferPointer(start: window.base, count: window.end), at: window.start,
          line: nextLine, firstLine: nextLine, isComplete: window.isComplete, limits: limits)
        swap(&scan.spans, &spans)
        scan.spans.removeAll(keepingCapacity: true)
        let isWhole = try kinds.withUnsafeBufferPointer { try scan.record($0) }
        swap(&scan.spans, &spans)
        if isWhole {
          take(scan)
          return true
        }
        try refuseEndless()
      }
      try window.more()
    }
  }

  /// The cell's bytes.
  func cell(_ index: Int) -> Cell {
    let span = spans[index]
    return Cell(UnsafeBufferPointer(start: window.base + span.first, count: span.end - span.first))
  }

  /// The record as typed from its cell `index` on, without its line end.
  func raw(fromCell index: Int) -> UnsafeRawBufferPointer {
    guard let last = spans.last else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let first = spans[index].first - (spans[index].isQuoted ? 1 : 0)
    let end = last.end + (last.isQuoted ? 1 : 0)
    return UnsafeRawBufferPointer(start: window.base + first, count: end - first)
  }

  private mutating func take(_ scan: RecordScan) {
    line = nextLine
    nextLine = scan.line
    window.start = scan.at
    flaw = scan.flaw
    isSuspicious = scan.isSuspicious
    switch scan.ending {
    case .lf: lineEnds.lf += 1
    case .crlf: lineEnds.crlf += 1
    case .cr: lineEnds.cr += 1
    case .none: break
    }
    if scan.hasDoubledQuotes && unescapes { unescape() }
  }

  /// Makes doubled quotes single, in place: the cell only gets shorter.
  private mutating func unescape() {
    for index in spans.indices where spans[index].hasDoubledQuotes {
      var write = spans[index].first
      var read = write
      while read < spans[index].end {
        let byte = window.base[read]
        window.base[write] = byte
        write += 1
        read += byte == quoteByte && read + 1 < spans[index].end ? 2 : 1
      }
      spans[index].end = write
    }
  }

  private func refuseEndless() throws {
    if window.pending > limits.recordBytes {
      throw SheetFault(
        line: nextLine, "the record that starts here is longer than \(limits.recordBytes) bytes",
        hint: "Try: look for a quote that was opened and never closed")
    }
  }
}

let quoteByte = UInt8(ascii: "\"")

/// What a byte means to the scan.
enum ByteKind: UInt8 {
  case plain, delimiter, lf, cr, quote, suspicious

  /// Kinds by byte: control characters, and the lead bytes of characters some of which are unseen
  /// (C1 controls, no-break spaces, bidirectional marks, U+FEFF, U+FFFD), are suspicious.
  static func table(delimiter: UInt8) -> [ByteKind] {
    var table = [ByteKind](repeating: .plain, count: 256)
    for control in 0..<0x20 { table[control] = .suspicious }
    for byte in [0x7F, 0xC2, 0xE2, 0xEF] { table[byte] = .suspicious }
    table[Int(UInt8(ascii: "\n"))] = .lf
    table[Int(UInt8(ascii: "\r"))] = .cr
    table[Int(quoteByte)] = .quote
    table[Int(delimiter)] = .delimiter
    return table
  }
}
