/// A stretch of a source's bytes in one piece, refilled from the front.
///
/// Whoever needs a whole record (or character) looks at `start..<end`; when it does not end there,
/// `more()` keeps what is pending and at least doubles it, so looking again from its start costs
/// linear time in all, whatever pieces the source gives.
struct ByteWindow: ~Copyable {
  /// Moves when `more()` is called.
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var end = 0
  /// The first byte not yet used.
  var start = 0
  /// Whether the source has no bytes past `end`.
  private(set) var isComplete = false
  /// How many bytes of the source lie before `base[0]`.
  private(set) var offset = 0
  private var capacity: Int
  private let source: ByteSource

  init(_ source: @escaping ByteSource, capacity: Int = 1 << 18) {
    self.source = source
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  var pending: Int { end - start }

  mutating func more() throws {
    let kept = pending
    moveToFront()
    if capacity < 2 * kept + 4096 { grow(to: 2 * (2 * kept + 4096)) }
    while !isComplete && end < max(1, 2 * kept) {
      let free = UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end)
      let given = min(max(try source(free), 0), free.count)
      end += given
      isComplete = given == 0
    }
  }

  private mutating func moveToFront() {
    base.update(from: base + start, count: pending)
    offset += start
    end = pending
    start = 0
  }

  private mutating func grow(to newCapacity: Int) {
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    wider.update(from: base, count: end)
    base.deallocate()
    base = wider
    capacity = newCapacity
  }
}
