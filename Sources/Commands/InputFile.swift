import Loading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file somebody named: read in chunks, as often as needed.
struct InputFile {
  let path: String

  /// Refuses what is not a readable regular file, before anything is done with it.
  init(_ path: String) throws {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure(.usage, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let what =
        status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "not a file that can be read twice"
      throw Failure(.usage, "\(path) is \(what)\n  Try: save the sheet to a file and name that")
    }
    guard access(path, R_OK) == 0 else {
      throw Failure(.usage, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
  }

  /// The part after the last slash, as loads remember it.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The file as a sheet; `sheet` is one of a workbook's.
  func sheetFile(_ sheet: String? = nil) -> SheetFile { SheetFile(name, sheet: sheet, open: open) }

  /// Bytes from the beginning; 0 at the end.
  func open() throws -> (UnsafeMutableRawBufferPointer) throws -> Int {
    let handle = try Handle(path)
    return { buffer in
      while true {
        let count = read(handle.descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR {
          throw Failure(
            .refused, "reading \(handle.path) failed: \(String(cString: strerror(errno)))")
        }
      }
    }
  }

  func wholeText(limit: Int) throws -> String {
    let source = try open()
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var filled = 0
    while filled <= limit {
      let count = try bytes.withUnsafeMutableBytes {
        try source(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if count == 0 { break }
      filled += count
    }
    guard filled <= limit else { throw Failure(.usage, "\(path) is larger than \(limit) bytes") }
    guard let text = String(validating: bytes[..<filled], as: UTF8.self) else {
      throw Failure(.usage, "\(path) is not UTF-8 text")
    }
    return text
  }

  private final class Handle {
    let path: String
    let descriptor: Int32
    init(_ path: String) throws {
      self.path = path
      descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw Failure(.usage, "cannot read \(path): \(String(cString: strerror(errno)))")
      }
    }
    deinit { close(descriptor) }
  }
}
