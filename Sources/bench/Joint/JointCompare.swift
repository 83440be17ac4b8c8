import ArgumentParser
import Glibc

/// `bench joint compare FILE... --contender NAME=COMMAND`: plans, bounds and times side by side.
struct JointCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run solvers one after the other on joint problems; print a Markdown table.",
    discussion: """
      In a command {i} stands for the problem, {m} for the same as MPS, {o} for where to write the parts chosen, \
      one a line, and {t} for the seconds the search may take. A contender prints a line of JSON with \
      solve_s, solve_cpu_s and, where it has one, bound. Every plan is checked, and its value worked out, by bench joint \
      check. The first contender is ours; the others are spared its first stage: that as many must-fill units \
      be filled is a row of the MPS file.
      """)

  @Argument(help: "Joint problems.") var problems: [String]
  @Option(help: "NAME=COMMAND; ours first.") var contender: [Contender]
  @Option(help: "Seconds that each search may take.") var limit = 10.0

  func validate() throws {
    guard !contender.isEmpty, limit > 0 else {
      throw ValidationError("at least one contender and a limit above 0 are needed")
    }
  }

  func run() throws {
    var template = Array("\(Compare.scratchFolder)/bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ValidationError("no folder for what is written") }
    let scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { rmdir(scratch) }
    print(JointComparison.head)
    var isWrong = false
    for problem in problems {
      let comparison = try JointComparison(
        problem, contender, limit: limit, scratch: scratch, bench: Compare.ownPath)
      print(comparison.rows)
      fflush(nil)
      isWrong = isWrong || comparison.isWrong
    }
    if isWrong { throw ExitCode(1) }
  }
}
