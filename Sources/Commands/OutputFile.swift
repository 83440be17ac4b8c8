#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file to be made: readable by its owner alone, complete or not there at all.
struct OutputFile {
  let path: String

  /// Refuses a name that is taken, so that nothing is ever overwritten.
  init(_ path: String) throws {
    self.path = path
    var status = stat()
    if lstat(path, &status) == 0 {
      throw Failure(.usage, "\(path) exists already\n  Try: another name, or move it away first")
    }
  }

  /// Writes beside the name and moves into place at the end.
  func write(_ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws {
    let draft = "\(path).part\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("make") }
    do {
      try body { bytes in try Self.writeAll(bytes, to: descriptor, named: path) }
      guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw failure("finish") }
      guard link(draft, path) == 0 else { throw failure("make") }
      unlink(draft)
    } catch {
      close(descriptor)
      unlink(draft)
      throw error
    }
  }

  private func failure(_ verb: String) -> Failure {
    Failure(.refused, "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
  }

  private static func writeAll(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named path: String
  ) throws {
    var sent = 0
    while sent < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Failure(.refused, "cannot write \(path): \(String(cString: strerror(errno)))")
      }
      sent += count
    }
  }
}
