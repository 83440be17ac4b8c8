import ArgumentParser
import Glibc

/// One run of a command: how long it took, what it used, and what it printed.
struct ProcessRun {
  private(set) var seconds = 0.0
  private(set) var peakKilobytes = 0
  /// 128 and more when a signal ended it.
  private(set) var code: Int32 = 0
  /// Standard output; thrown away when there was no limit.
  private(set) var output: [UInt8] = []
  private(set) var isOverTime = false

  /// Runs a command to its end, its standard output thrown away.
  init(_ words: [String]) throws {
    try run(words, limit: nil)
  }

  /// Runs a command for so long at most, keeping what it prints.
  init(_ words: [String], limitSeconds: Double) throws {
    try run(words, limit: limitSeconds)
  }

  private mutating func run(_ words: [String], limit: Double?) throws {
    var ends: [Int32] = [-1, -1]
    guard limit == nil || pipe(&ends) == 0 else { throw ValidationError("no pipe could be made") }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let clock = ContinuousClock()
    let started = clock.now
    let process: pid_t
    do {
      defer { if limit != nil { close(ends[1]) } }
      process = try Self.spawn(words, output: limit == nil ? nil : ends[1])
    }
    if let limit {
      read(ends[0], until: started.advanced(by: .seconds(limit)), process)
      close(ends[0])
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let elapsed = (clock.now - started).components
    seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    peakKilobytes = usage.ru_maxrss
  }

  /// Reads until the process closes its output, which it does when it ends; ends it when time is up.
  private mutating func read(
    _ end: Int32, until deadline: ContinuousClock.Instant, _ process: pid_t
  ) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = ContinuousClock().now.duration(to: deadline).components
      let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
      var ready = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      let found = poll(&ready, 1, Int32(clamping: max(0, milliseconds)))
      if found == 0, !isOverTime {
        isOverTime = true
        kill(process, SIGKILL)
      }
      guard found > 0 else {
        if isOverTime { return }
        continue
      }
      let count = Glibc.read(end, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer[..<count]
    }
  }

  private static func spawn(_ words: [String], output: Int32?) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      throw ValidationError("cannot start \(words[0])")
    }
    return process
  }
}
