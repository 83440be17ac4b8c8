import Domain
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
      effort: .init(evaluations: 40, rebuildings: 100, neighbourhoods: 1_000, closing: 1_000))
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
}
