import ArgumentParser
import Glibc

/// Times whole commands: wall seconds and peak memory of a process, its output thrown away.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a command several times; print median seconds, peak MB and its exit code.")

  @Option(help: "How often; the median is printed.") var runs = 1
  @Argument(parsing: .captureForPassthrough, help: "The command and its arguments, after --.")
  var command: [String]

  func run() throws {
    let words = command.first == "--" ? Array(command.dropFirst()) : command
    guard !words.isEmpty else { throw ValidationError("name a command after --") }
    var seconds: [Double] = []
    var peak = 0
    var code: Int32 = 0
    for _ in 0..<max(1, runs) {
      let result = try Self.once(words)
      seconds.append(result.seconds)
      peak = max(peak, result.peakKilobytes)
      code = max(code, result.code)
    }
    let median = seconds.sorted()[seconds.count / 2]
    print("\((median * 10_000).rounded() / 10_000) \(peak / 1024) \(code)")
  }

  private static func once(
    _ words: [String]
  ) throws -> (seconds: Double, peakKilobytes: Int, code: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let clock = ContinuousClock()
    let started = clock.now
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      throw ValidationError("cannot start \(words[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let elapsed = (clock.now - started).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return (seconds, usage.ru_maxrss, code)
  }
}
