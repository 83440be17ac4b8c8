import Domain
import Foundation
import Matching
import Testing

@testable import bench

/// Joint problems as files: made, written, read, and handed to other solvers.
struct JointProblemTests {
  private func request(_ arguments: String...) throws -> JointRequest {
    try JointRequest.parse(arguments)
  }

  private func generated() throws -> JointProblem {
    var generator = JointGenerator(try request("--people", "20", "--needs", "25"))
    return generator.problem()
  }

  @Test func theSameRequestGivesTheSameProblem() throws {
    let first = try generated()
    let second = try generated()
    #expect(first == second)
    var other = JointGenerator(try request("--people", "20", "--needs", "25", "--seed", "2"))
    #expect(first != other.problem())
  }

  @Test func whatIsWrittenIsRead() throws {
    let problem = try generated()
    let scratch = try Scratch()
    try withExtendedLifetime(scratch) {
      let path = scratch.path("problem.txt")
      try problem.write(to: path)
      let read = try NamedJointProblem.all(contentsOf: path, maximising: false)
      #expect(read.map(\.problem) == [problem])
    }
  }

  @Test func everyKindOfRuleIsThere() throws {
    let problem = try generated()
    #expect(problem.limits.contains { $0.countsPeople })
    #expect(problem.links.contains { $0.coefficient == -1 })
    #expect(problem.mustFill.contains(true))
    let solution = try solveJointly(
      problem,
      effort: .init(evaluations: 40, changes: 4_000, neighbourhoods: 1_000, closing: 1_000))
    #expect(solution.objective > problem.constant)
  }

  /// Two agents, three jobs: the least cost is 1 + 2 + 3 and the most 4 + 5 + 6.
  private let library = """
    1
    2 3
    1 5 3
    4 2 6
    1 1 1
    1 1 1
    2 2
    """

  @Test(arguments: [(false, 6), (true, 15)])
  func assignmentsOfTheLibraryAreReadAndSolved(maximising: Bool, expected: Int) throws {
    var scanner = TextScanner(Array(library.utf8), file: "gap")
    let read = try AssignmentLibrary(&scanner, maximising: maximising).problems
    let first = try #require(read.first)
    let named = NamedJointProblem(
      name: "gap-1", problem: first.problem, turnedRound: first.turnedRound)
    let solution = try solveJointly(named.problem)
    #expect(solution.isProven)
    #expect(solution.mustFillUnfilled == 0)
    #expect(named.answer(solution).objective == expected)
  }

  @Test func aCutShortLibraryIsRefused() {
    var scanner = TextScanner(Array("1\n2 3\n1 5 3\n".utf8), file: "gap")
    #expect(throws: InstanceError.self) {
      try AssignmentLibrary(&scanner, maximising: false)
    }
  }

  @Test func programsSayEveryPartOnce() throws {
    let problem = try generated()
    let program = JointProgram(problem, filled: 1)
    let columns = program.lp().split(separator: "Binary").last ?? ""
    #expect(columns.split(separator: "\n").count { $0.hasPrefix(" x") } == problem.value.count)
    #expect(program.mps().contains("\n L mustfill\n"))
    #expect(program.mps().hasSuffix("ENDATA\n"))
  }

  @Test func theMPSFileMarksItsColumnsAsWholeAndKeepsTheConstant() throws {
    let problem = try generated()
    let lines = JointProgram(problem, filled: 0).mps().split(separator: "\n")
    #expect(lines.contains(" MARKER 'MARKER' 'INTORG'"))
    #expect(lines.contains(" MARKER 'MARKER' 'INTEND'"))
    #expect(problem.constant < 0 && lines.contains(" rhs obj \(problem.constant)"))
  }

  @Test func whatSomebodyChoseIsCheckedAndWorkedOut() throws {
    let problem = try generated()
    let solution = try solveJointly(
      problem,
      effort: .init(evaluations: 40, changes: 4_000, neighbourhoods: 1_000, closing: 1_000))
    let plan = JointCheck.plan(of: problem, solution.chosen)
    #expect(JointCheck.complaint(problem, plan) == nil)
    #expect(plan.objective == solution.objective)
    #expect(plan.mustFillUnfilled == solution.mustFillUnfilled)
    let everything = JointCheck.plan(of: problem, Array(problem.parts))
    #expect(JointCheck.complaint(problem, everything) != nil)
    let unknown = JointCheck.plan(of: problem, [problem.value.count])
    #expect(JointCheck.complaint(problem, unknown)?.contains("does not exist") == true)
  }

  @Test func plansStandSideBySide() throws {
    let scratch = try Scratch()
    try withExtendedLifetime(scratch) {
      let path = scratch.path("tiny")
      try JointProblem.oneOfTwo.write(to: path)
      func contender(_ name: String, _ script: String) throws -> Contender {
        let file = scratch.path("\(name).sh")
        try Data(script.utf8).write(to: URL(filePath: file))
        return try #require(Contender(argument: "\(name)=sh \(file) {o}"))
      }
      let json = #"echo '{"bound":7,"solve_s":1.5,"solve_cpu_s":1.0,"must_fill_unfilled":0}'"#
      let contenders = [
        try contender("ours", "echo 1 > $1; \(json)"),
        try contender("less", "echo 0 > $1; \(json)"),
        try contender("both", "printf '0\\n1\\n' > $1; \(json)"), try contender("none", json),
        try contender("gone", "exit 3"),
        try contender("low", "echo 1 > $1; echo '{\"bound\":6,\"solve_s\":1,\"solve_cpu_s\":1}'"),
      ]
      let comparison = try JointComparison(
        path, contenders, limit: 10, scratch: scratch.path(""), bench: try benchProgram())
      #expect(comparison.results.map(\.value) == [7, 5, nil, nil, nil, 7])
      #expect(comparison.gap(comparison.results[0]) == 0)
      #expect(comparison.gap(comparison.results[1]).map { Int($0 * 100) } == 2857)
      #expect(comparison.results.map(\.isWrong) == [false, false, true, false, false, true])
      #expect(comparison.results[2].failure?.hasPrefix("not allowed: ") == true)
      #expect(comparison.results[3].failure == "no plan in 10.0 s")
      #expect(comparison.results[4].failure == "failed, exit code 3")
      #expect(comparison.rows.contains("| tiny | less | 5 | 7 | 28.5714 | 1.50 |"))
    }
  }

  /// Our own program beside the tests' bundle.
  private func benchProgram() throws -> String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("bench").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return program
      }
      folder.deleteLastPathComponent()
    }
    throw ProgramIsMissing()
  }

  private struct ProgramIsMissing: Error {}
}

extension JointProblem {
  /// Two parts for one row, worth 5 and 7.
  fileprivate static var oneOfTwo: JointProblem {
    var made = JointProblem()
    made.rowCapacity = [1]
    for value in [5, 7] {
      made.person.append(0)
      made.value.append(Int32(value))
      made.mustFill.append(false)
      made.isPinned.append(false)
      made.useStart.append(0)
      made.links.append(.init(row: 0, coefficient: 1))
      made.linkStart.append(Int32(made.links.count))
    }
    made.homeStart.append(2)
    made.limitStart.append(0)
    return made
  }
}
