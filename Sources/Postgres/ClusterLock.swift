import Glibc

/// One creator, starter or stopper at a time: a locked file, which the system lets go when its holder
/// dies.
enum ClusterLock {
  private static let waits = 12_000
  private static let waitMicroseconds: UInt32 = 10_000

  /// Waits up to two minutes for whoever else is at it.
  static func hold<R>(_ path: String, _ body: () throws -> R) throws -> R {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Files.failed("open", path) }
    defer { close(file) }
    for _ in 0..<waits {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return try body() }
      usleep(waitMicroseconds)
    }
    throw ClusterError(
      "another process has been starting the private database for too long (\(path))",
      hint: "end that process, then again")
  }
}
