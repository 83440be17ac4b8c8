import Glibc

/// The few things the private cluster asks of the file system, without Foundation.
enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// What stands at a path, symbolic links not followed; nil when nothing does.
  static func look(_ path: String) -> stat? {
    var found = stat()
    return lstat(path, &found) == 0 ? found : nil
  }

  static func isDirectory(_ found: stat) -> Bool { found.st_mode & S_IFMT == S_IFDIR }

  /// The names in a directory, sorted; empty when it cannot be read.
  static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The beginning of a file as text; nil when it cannot be read.
  static func head(_ path: String, limit: Int = 64) -> String? {
    text(path, limit: limit) { _ in 0 }
  }

  /// The text of a file from an offset, cut to its last `limit` bytes; nil when it cannot be read.
  static func tail(_ path: String, from offset: Int, limit: Int = 65_536) -> String? {
    text(path, limit: limit) { end in max(min(offset, end), end - limit) }
  }

  private static func text(_ path: String, limit: Int, from start: (Int) -> Int) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    lseek(file, off_t(start(Int(lseek(file, 0, SEEK_END)))), SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: limit)
    var used = 0
    while used < limit {
      let count = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress?.advanced(by: used), limit - used)
      }
      if count <= 0 { break }
      used += count
    }
    return String(decoding: bytes[..<used], as: UTF8.self)
  }

  static func length(_ path: String) -> Int { look(path).map { Int($0.st_size) } ?? 0 }

  /// Writes or extends a file that belongs to whoever owns the directory it lies in.
  static func write(
    _ text: String, to path: String, appending: Bool = false
  ) throws(ClusterError) {
    let how = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (appending ? O_APPEND : O_TRUNC)
    let file = open(path, how, 0o600)
    guard file >= 0 else { throw failed("write", path) }
    defer { close(file) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failed("write", path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes a directory and those above it that are missing, with this mode whatever the umask says.
  static func makeDirectories(_ path: String, mode: mode_t) throws(ClusterError) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if exists(made) { continue }
      if mkdir(made, mode) == 0 {
        chmod(made, mode)
      } else if errno != EEXIST {
        throw failed("create the directory", made)
      }
    }
  }

  /// What the system said, as a sentence.
  static func failed(_ verb: String, _ path: String) -> ClusterError {
    let code = errno
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    let hint: String? =
      switch code {
      case ENOSPC, EDQUOT: "free some space on the disk, then again"
      case EACCES, EPERM: "check who owns it, or set XDG_DATA_HOME to a directory of your own"
      case EROFS: "set XDG_DATA_HOME to a directory that can be written"
      default: nil
      }
    return ClusterError("cannot \(verb) \(path): \(reason)", hint: hint)
  }
}
