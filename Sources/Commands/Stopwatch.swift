#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long a command's phases take: with `TALENT_TIMINGS` set, a line a phase on standard error.
///
/// A line is the phase, its milliseconds by the clock and those of this process's own cores; what the
/// server does meanwhile is in the first number only.
final class Stopwatch {
  private let isOn: Bool
  private var lastWall: Int
  private var lastCores: Int

  init() {
    isOn = Terminal.environment("TALENT_TIMINGS") != nil
    lastWall = Stopwatch.microseconds(CLOCK_MONOTONIC)
    lastCores = Stopwatch.microseconds(CLOCK_PROCESS_CPUTIME_ID)
  }

  /// Ends a phase and begins the next.
  func lap(_ phase: String) {
    guard isOn else { return }
    let wall = Stopwatch.microseconds(CLOCK_MONOTONIC)
    let cores = Stopwatch.microseconds(CLOCK_PROCESS_CPUTIME_ID)
    Terminal.complain(
      "timing: \(phase): \(Stopwatch.milliseconds(wall - lastWall)) ms, "
        + "own cores \(Stopwatch.milliseconds(cores - lastCores)) ms")
    (lastWall, lastCores) = (wall, cores)
  }

  private static func microseconds(_ clock: clockid_t) -> Int {
    var now = timespec()
    clock_gettime(clock, &now)
    return now.tv_sec * 1_000_000 + now.tv_nsec / 1_000
  }

  private static func milliseconds(_ microseconds: Int) -> String {
    "\(microseconds / 1_000).\(microseconds / 100 % 10)"
  }
}
