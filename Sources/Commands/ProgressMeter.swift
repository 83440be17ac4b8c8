import Reporting

/// A progress line on stderr while somebody watches; silent otherwise.
struct ProgressMeter {
  private static let every = 20_000

  private let progress: Progress
  private let started = ContinuousClock.now
  private var done = 0
  private var isShown = false

  init(_ subject: String, noun: String) { progress = Progress(subject, noun: noun) }

  mutating func step() {
    done += 1
    guard Terminal.isErrorTerminal, done % Self.every == 0 else { return }
    isShown = true
    Terminal.raw(
      Progress.erase + progress.line(done: done, elapsed: ContinuousClock.now - started, width: 79))
  }

  mutating func end() {
    if isShown { Terminal.raw(Progress.erase) }
    isShown = false
  }
}
