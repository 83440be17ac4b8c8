import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Leaving the process, by a name that cannot be mistaken for ArgumentParser's.
enum Foundationless {
  static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }
}

/// Standard output and standard error: who reads them, how wide they are.
///
/// A reader who has gone (`| head`) is a success: the program ends quietly with 0.
enum Terminal {
  nonisolated(unsafe) private static var pending: [UInt8] = []

  nonisolated(unsafe) private static var kept: [Any] = []

  /// Keeps a value until the process ends: letting go of a hundred thousand people one by one takes as
  /// long as reading them, and the system takes the memory back at once.
  static func keepToTheEnd(_ value: Any) { kept.append(value) }

  static func prepare() { signal(SIGPIPE, SIG_IGN) }

  static let isTerminal = isatty(STDOUT_FILENO) == 1
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1

  /// Columns to lay out to; nil when stdout is not a terminal, and nothing is cut then.
  static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  static let style = Style(isTerminal: isTerminal, environment: environment)

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func print(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  static func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count > 1 << 16 { try finish() }
  }

  /// Sends what is pending; quiet success when the reader has gone, an error when the disk is full.
  static func finish() throws {
    var sent = 0
    while sent < pending.count {
      let count = pending.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + sent }, $0.count - sent)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { Foundationless.exit(0) }
        pending = []
        throw Failure(.fault, "cannot write the output: \(String(cString: strerror(errno)))")
      }
      sent += count
    }
    pending = []
  }

  /// A line for a person, on stderr.
  static func complain(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Text on stderr as it is, for progress lines.
  static func raw(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
