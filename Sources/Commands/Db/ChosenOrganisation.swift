#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The organisation a user works for: their own choice, in a file of their own, so that on a shared
/// server nobody switches anybody else.
enum ChosenOrganisation {
  private static var path: String { Session.dataHome + "/organisation" }

  /// The name chosen; nil when nothing was, and the database's own one is meant.
  static func name() throws -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    let text = try InputFile(path).wholeText(limit: 4_096)
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.allSatisfy(\.isWhitespace) ? nil : line
  }

  /// Writes beside the name and moves into place; the folder is made, for its owner alone.
  static func choose(_ name: String) throws {
    try makeFolder(Session.dataHome)
    let draft = "\(path).part\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let bytes = Array("\(name)\n".utf8)
    let sent = write(descriptor, bytes, bytes.count)
    guard close(descriptor) == 0, sent == bytes.count, rename(draft, path) == 0 else {
      let failure = failure(path)
      unlink(draft)
      throw failure
    }
  }

  /// Makes what is missing of an absolute path, for its owner alone; root's private server runs as
  /// another user, who has to pass through.
  private static func makeFolder(_ folder: String) throws {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/\(part)"
      if access(made, F_OK) == 0 { continue }
      if mkdir(made, geteuid() == 0 ? 0o711 : 0o700) != 0, errno != EEXIST { throw failure(made) }
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(.refused, "cannot write \(path): \(String(cString: strerror(errno)))")
  }
}
