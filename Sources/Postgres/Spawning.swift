import CPostgres
import Glibc

/// Runs a program and waits for it.
///
/// The program gets nothing of ours: a small environment, `/` as its directory, no open files but its
/// three, so that a server started this way holds no pipe of ours open (`| head` would wait for it).
struct Spawning {
  /// The program and its arguments.
  var command: [String]
  /// Who runs it, when that is not us; only root can say so.
  var account: Account?
  var environment: [String] = []
  /// Where both its outputs are added.
  var logFile: String

  private static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  /// The exit status; 128 and the signal's number when a signal ended it.
  func run(input: String = "") throws(ClusterError) -> Int32 {
    let words = try asAccount()
    guard let stdin = Self.pipe(holding: input) else { throw Files.failed("start", command[0]) }
    defer { close(stdin) }
    let log = open(logFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard log >= 0 else { throw Files.failed("write", logFile) }
    defer { close(log) }
    var child = pid_t()
    let code = spawn(words, stdin, log, &child)
    guard code == 0 else {
      errno = code
      throw Files.failed("start", words[0])
    }
    return Self.wait(for: child)
  }

  private func spawn(
    _ words: [String], _ stdin: Int32, _ log: Int32, _ child: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, stdin, 0)
    posix_spawn_file_actions_adddup2(&actions, log, 1)
    posix_spawn_file_actions_adddup2(&actions, log, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    posix_spawn_file_actions_addchdir_np(&actions, "/")
    let variables = ["PATH=\(Self.path)", "LC_ALL=C"] + Self.timeZone + environment
    return Self.withWords(words) { list in
      Self.withWords(variables) { variables in
        posix_spawn(&child, words[0], &actions, nil, list, variables)
      }
    }
  }

  /// `runuser` before the command when someone else is to run it.
  private func asAccount() throws(ClusterError) -> [String] {
    guard let account, account.id != geteuid() else { return command }
    let programs = Self.path.split(separator: ":").map { "\($0)/runuser" }
    guard let runuser = programs.first(where: { access($0, X_OK) == 0 }) else {
      throw ClusterError(
        "PostgreSQL does not run as root, and runuser is not there to run it as \(account.name)",
        hint: "apt-get install util-linux, or run this as an ordinary user")
    }
    return [runuser, "-u", account.name, "--"] + command
  }

  private static var timeZone: [String] {
    getenv("TZ").map { ["TZ=\(String(cString: $0))"] } ?? []
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// A pipe's reading end that holds a short text and then ends.
  private static func pipe(holding text: String) -> Int32? {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var text = text
    text.withUTF8 { _ = write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    return ends[0]
  }

  /// Null-terminated words, as posix_spawn takes them.
  private static func withWords(
    _ words: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var copies = words.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeMutableBufferPointer { copies in
      copies.baseAddress.map { body($0) } ?? EINVAL
    }
  }
}
