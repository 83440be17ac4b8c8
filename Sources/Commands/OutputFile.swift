import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file to be made: readable by its owner alone, complete or not there at all.
///
/// Its draft is open from the beginning, so that a folder that cannot be written is known before
/// anything else is done. The draft has no name, and so nothing is left of it however the program ends;
/// where the file system knows no such files it is named `.partNNN`, and goes with this object.
final class OutputFile {
  let path: String
  /// Nil when it has no name.
  private let draft: String?
  private let descriptor: Int32

  /// Refuses a name that is taken, so that nothing is ever overwritten, and a folder that cannot be
  /// written.
  init(_ path: String) throws {
    self.path = path
    var status = stat()
    if lstat(path, &status) == 0 {
      throw Failure(.usage, "\(path) exists already\n  Try: another name, or move it away first")
    }
    let nameless = open(Self.folder(of: path), Self.nameless | O_WRONLY | O_CLOEXEC, 0o600)
    draft = nameless >= 0 ? nil : "\(path).part\(getpid())"
    descriptor = draft.map { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) } ?? nameless
    guard descriptor >= 0 else {
      throw Failure(
        .refused,
        "cannot make \(path): \(String(cString: strerror(errno))); nothing was changed\n"
          + "  Try: a folder that you can write to")
    }
  }

  deinit {
    close(descriptor)
    if let draft { unlink(draft) }
  }

  /// Linux's O_TMPFILE, which is no plain constant to Swift.
  private static let nameless: Int32 = O_DIRECTORY | 0o20_000_000

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// By which the draft can be opened, and given its name.
  private var way: String { draft ?? "/proc/self/fd/\(descriptor)" }

  /// Writes the draft and gives it its name at the end.
  func write(_ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws {
    try body { bytes in try Self.writeAll(bytes, to: descriptor, named: path) }
    try finish()
  }

  /// The same for a body that opens the draft by its own path.
  func write(at body: (_ draft: String) throws -> Void) throws {
    do { try body(way) } catch let failure as WorkbookWriter.Failure {
      throw Failure(.refused, "cannot write \(path): \(failure)")
    }
    try finish()
  }

  private func finish() throws {
    guard fsync(descriptor) == 0 else { throw failure("finish") }
    guard linkat(AT_FDCWD, way, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
      throw failure("make")
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
