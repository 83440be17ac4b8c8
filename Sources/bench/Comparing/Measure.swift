import ArgumentParser

/// Times whole commands: wall seconds and peak memory of a process, its standard output thrown away.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a command several times; print median seconds, peak MB and its exit code.")

  @Option(help: "How often; the median is printed.") var runs = 1
  @Argument(parsing: .captureForPassthrough, help: "The command and its arguments, after --.")
  var command: [String]

  func run() throws {
    let words = command.first == "--" ? Array(command.dropFirst()) : command
    guard !words.isEmpty else { throw ValidationError("name a command after --") }
    let results = try (0..<max(1, runs)).map { _ in try ProcessRun(words) }
    let median = results.map(\.seconds).sorted()[results.count / 2]
    let peak = results.map(\.peakKilobytes).max() ?? 0
    let code = results.map(\.code).max() ?? 0
    print("\((median * 10_000).rounded() / 10_000) \(peak / 1024) \(code)")
  }
}
