import Domain

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Findings in the order they came, however many: the first in memory, the rest in a file that has no
/// name and goes with this object.
final class FindingSpool {
  private static let kept = 1 << 20

  private(set) var count = 0
  private var descriptor: Int32 = -1
  private var written = 0
  private var tail: [UInt8] = []

  deinit { if descriptor >= 0 { close(descriptor) } }

  func add(_ finding: Finding) throws {
    count += 1
    tail.append(UInt8(finding.weight.rawValue))
    append(UInt32(clamping: finding.line))
    for text in [finding.column, finding.says, finding.hint] {
      append(UInt32(clamping: text.utf8.count))
      tail += text.utf8
    }
    if tail.count > Self.kept { try spill() }
  }

  func clear() {
    count = 0
    written = 0
    tail.removeAll(keepingCapacity: true)
  }

  /// Gives the findings one by one, then nil. Nothing may be added meanwhile.
  func findings() -> () throws -> Finding? {
    var reader = Reader(spool: self)
    return { try reader.next() }
  }

  private func append(_ number: UInt32) {
    withUnsafeBytes(of: number) { tail += $0 }
  }

  private func spill() throws {
    if descriptor < 0 { descriptor = try Self.unnamedFile() }
    var sent = 0
    while sent < tail.count {
      let count = tail.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent, off_t(written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("keep the findings for a while") }
      sent += count
      written += count
    }
    tail.removeAll(keepingCapacity: true)
  }

  private static func unnamedFile() throws -> Int32 {
    let folder = Terminal.environment("TMPDIR") ?? "/tmp"
    var name = Array("\(folder)/talent-findings-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw failure("make a temporary file in \(folder)") }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private static func failure(_ what: String) -> Failure {
    Failure(
      .refused, "cannot \(what): \(String(cString: strerror(errno))); nothing was changed")
  }

  /// Reads back what lies in the file and then what is in memory.
  private struct Reader {
    private let spool: FindingSpool
    private var buffer: [UInt8] = []
    private var at = 0
    private var fetched = 0
    private var hasTail = false

    init(spool: FindingSpool) { self.spool = spool }

    mutating func next() throws -> Finding? {
      guard try has(1) else { return nil }
      let weight = Finding.Weight(rawValue: Int(buffer[at])) ?? .refusal
      at += 1
      let line = try Int(number())
      return Finding(weight, line: line, column: try text(), says: try text(), hint: try text())
    }

    private mutating func number() throws -> UInt32 {
      guard try has(4) else { return 0 }
      defer { at += 4 }
      return buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt32.self) }
    }

    private mutating func text() throws -> String {
      let count = try Int(number())
      guard try has(count) else { return "" }
      defer { at += count }
      return String(decoding: buffer[at..<(at + count)], as: UTF8.self)
    }

    /// Whether so many more bytes are there; they are fetched when they are not in the buffer yet.
    private mutating func has(_ count: Int) throws -> Bool {
      while buffer.count - at < count {
        buffer.removeFirst(at)
        at = 0
        if fetched < spool.written {
          try fetch()
        } else if !hasTail {
          hasTail = true
          buffer += spool.tail
        } else {
          return false
        }
      }
      return true
    }

    private mutating func fetch() throws {
      var piece = [UInt8](repeating: 0, count: min(1 << 18, spool.written - fetched))
      let count = piece.withUnsafeMutableBytes {
        pread(spool.descriptor, $0.baseAddress, $0.count, off_t(fetched))
      }
      guard count > 0 else { throw FindingSpool.failure("read the findings again") }
      buffer += piece[..<count]
      fetched += count
    }
  }
}
