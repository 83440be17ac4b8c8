import ArgumentParser
import Glibc

/// `bench compare INSTANCE... --contender NAME=COMMAND`: a table of who found what, and how fast.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run solvers side by side on stored instances; print a Markdown table of medians.",
    discussion: """
      Contenders take turns, each in a fresh process. Objectives must agree, and what the first round \
      writes to {o} must be allowed and cost what was said, or the exit code is 1.
      """)

  @Argument(help: "Instances that every contender can read.") var instances: [String]
  @Option(
    help: "NAME=COMMAND with {i} for the instance and {o} for the matching file; ours first.")
  var contender: [Contender]
  @Option(help: "How often each runs; medians are printed.") var rounds = 3
  @Option(help: "Seconds after which a run is ended, and its contender left out.") var limit = 120.0

  func validate() throws {
    guard !contender.isEmpty, rounds > 0, limit > 0 else {
      throw ValidationError("at least one contender, one round, and a limit above 0 are needed")
    }
  }

  func run() throws {
    var template = Array("\(Self.scratchFolder)/bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ValidationError("no folder in \(Self.scratchFolder)")
    }
    let scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { rmdir(scratch) }
    print(ComparisonTable.head)
    var isInDispute = false
    for instance in instances {
      let comparison = try Comparison(
        instance, contender, rounds: rounds, limitSeconds: limit, scratch: scratch,
        checker: [Self.ownPath, "check"])
      print(ComparisonTable.rows(comparison))
      fflush(nil)
      isInDispute = isInDispute || comparison.isInDispute
    }
    if isInDispute { throw ExitCode(1) }
  }

  static var ownPath: String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count)
    guard length > 0 else { return CommandLine.arguments[0] }
    return String(decoding: path.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static var scratchFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }
}
