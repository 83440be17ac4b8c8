/// Cuts UTF-8 text into records (RFC 4180 quoting, any line ends) with their physical lines.
///
/// A record's cells lie in the window, between quotes when quoted and with doubled quotes already
/// single; they are valid until the next record. A record is scanned anew from its start when the
/// window does not hold its end, so nothing depends on the pieces in which bytes arrive.
final class RecordReader: RecordSource {
  /// How often each kind of line end was met outside quotes.
  private struct LineEnds {
    var lf = 0
    var crlf = 0
    var cr = 0
  }

  private var window: ByteWindow
  private let limits: Limits
  private let dialect: Dialect
  private let kinds: [ByteKind]
  /// When false, cells keep their doubled quotes and `raw` is the record as typed.
  private let unescapes: Bool
  private var nextLine = 1
  private var lineEnds = LineEnds()

  init(
    _ source: @escaping ByteSource, dialect: Dialect, limits: Limits, unescapes: Bool = true
  ) {
    window = ByteWindow(source)
    self.limits = limits
    self.unescapes = unescapes
    self.dialect = dialect
    kinds = ByteKind.table(dialect)
  }

  func next(_ record: inout Record) throws -> Bool {
    while true {
      if window.pending == 0 && window.isComplete { return false }
      if window.pending > 0 {
        var scan = RecordScan(
          bytes: UnsafeBufferPointer(start: window.base, count: window.end), at: window.start,
          line: nextLine, dialect: dialect, isComplete: window.isComplete, limits: limits)
        swap(&scan.spans, &record.spans)
        scan.spans.removeAll(keepingCapacity: true)
        let isWhole = try kinds.withUnsafeBufferPointer { try scan.record($0) }
        swap(&scan.spans, &record.spans)
        if isWhole {
          take(scan, &record)
          return true
        }
        try refuseEndless()
      }
      try window.more()
    }
  }

  /// The record as typed from its cell `index` on, without its line end.
  func raw(_ record: Record, fromCell index: Int) -> UnsafeRawBufferPointer {
    guard let last = record.spans.last else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let first = record.spans[index].first - (record.spans[index].isQuoted ? 1 : 0)
    let end = last.end + (last.isQuoted ? 1 : 0)
    return UnsafeRawBufferPointer(start: window.base + first, count: end - first)
  }

  var news: [String] {
    let kinds = [lineEnds.lf, lineEnds.crlf, lineEnds.cr].count { $0 > 0 }
    if kinds > 1 { return ["line ends are mixed"] }
    return lineEnds.cr > 0 ? ["lines end in CR alone"] : []
  }

  private func take(_ scan: RecordScan, _ record: inout Record) {
    record.base = UnsafePointer(window.base)
    record.line = nextLine
    record.flaw = scan.flaw
    record.isSuspicious = scan.isSuspicious
    nextLine = scan.line
    window.start = scan.at
    switch scan.ending {
    case .lf: lineEnds.lf += 1
    case .crlf: lineEnds.crlf += 1
    case .cr: lineEnds.cr += 1
    case .none: break
    }
    if scan.hasEscapes && unescapes { unescape(&record) }
  }

  /// Makes doubled quotes single and takes escapes out, in place: the cell only gets shorter.
  private func unescape(_ record: inout Record) {
    for index in record.spans.indices where record.spans[index].hasEscapes {
      let isQuoted = record.spans[index].isQuoted
      let end = record.spans[index].end
      var write = record.spans[index].first
      var read = write
      while read < end {
        let byte = window.base[read]
        let isPair =
          byte == dialect.quote ? isQuoted : byte == backslashByte && dialect.hasBackslashes
        if isPair && read + 1 < end { read += 1 }
        window.base[write] = window.base[read]
        write += 1
        read += 1
      }
      record.spans[index].end = write
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

let backslashByte = UInt8(ascii: "\\")

/// What a byte means to the scan.
enum ByteKind: UInt8 {
  case plain, delimiter, lf, cr, quote, backslash, suspicious

  /// Control characters, and the lead bytes of characters some of which are unseen (C1 controls,
  /// no-break spaces, bidirectional marks, U+FEFF, U+FFFD) or the Mac's for others (U+00C0 to U+017F).
  static func isSuspicious(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xC3 || byte == 0xC5 || byte == 0xE2
      || byte == 0xEF
  }

  static func table(_ dialect: Dialect) -> [ByteKind] {
    var table = [ByteKind](repeating: .plain, count: 256)
    for byte in table.indices where isSuspicious(UInt8(byte)) { table[byte] = .suspicious }
    table[Int(UInt8(ascii: "\n"))] = .lf
    table[Int(UInt8(ascii: "\r"))] = .cr
    if dialect.hasBackslashes { table[Int(backslashByte)] = .backslash }
    table[Int(dialect.quote)] = .quote
    table[Int(dialect.delimiter)] = .delimiter
    return table
  }
}
