/// Rows of a sheet that were read and not yet asked for, in one stretch of bytes.
struct RowQueue: ~Copyable {
  private struct Row {
    var line: Int
    var firstSpan: Int
    var endSpan: Int
    var firstDoubt: Int
    var isSuspicious: Bool
  }

  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  private var count = 0
  private var spans: [Record.Span] = []
  private var doubts: [Record.Doubt] = []
  private var rows: [Row] = []
  private var nextRow = 0

  init() { bytes = .allocate(capacity: capacity) }

  deinit { bytes.deallocate() }

  var isEmpty: Bool { nextRow == rows.count }

  /// Forgets all rows: the last record handed out is no longer valid.
  mutating func clear() {
    count = 0
    nextRow = 0
    spans.removeAll(keepingCapacity: true)
    doubts.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  /// Takes a row whose cells lie in bytes of their own.
  mutating func add(
    line: Int, cells: [UInt8], spans added: [Record.Span], doubts found: [Record.Doubt]
  ) {
    makeRoom(for: cells.count)
    cells.withUnsafeBufferPointer {
      if let base = $0.baseAddress { (bytes + count).update(from: base, count: cells.count) }
    }
    let firstSpan = spans.count
    for var span in added {
      span.first += count
      span.end += count
      spans.append(span)
    }
    rows.append(
      Row(
        line: line, firstSpan: firstSpan, endSpan: spans.count, firstDoubt: doubts.count,
        isSuspicious: cells.contains { ByteKind.isSuspicious($0) }))
    doubts += found
    count += cells.count
  }

  /// Puts the next row in the record; only when there is one.
  mutating func take(_ record: inout Record) {
    let row = rows[nextRow]
    nextRow += 1
    record.base = UnsafePointer(bytes)
    record.line = row.line
    record.flaw = nil
    record.isSuspicious = row.isSuspicious
    record.spans.removeAll(keepingCapacity: true)
    record.spans.append(contentsOf: spans[row.firstSpan..<row.endSpan])
    let endDoubt = nextRow < rows.count ? rows[nextRow].firstDoubt : doubts.count
    record.doubts.removeAll(keepingCapacity: true)
    record.doubts.append(contentsOf: doubts[row.firstDoubt..<endDoubt])
  }

  private mutating func makeRoom(for more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    wider.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = wider
  }
}
