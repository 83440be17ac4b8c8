import Checking
import Domain
import Matching
import Testing

/// Expects the checker to accept.
func expectAccepted(
  _ problem: MatchingProblem, _ solution: StagedSolution,
  at location: SourceLocation = #_sourceLocation
) {
  let report = check(problem, solution)
  guard !report.accepted else { return }
  let objection = report.objection.map { "\($0)" } ?? "no reason"
  Issue.record("\(objection) in \(problem), \(solution)", sourceLocation: location)
}

@Suite struct MatchingTests {
  static let classes: [ProblemClass] = [
    ProblemClass(),
    ProblemClass(mustFill: 1),
    ProblemClass(units: 1...1, capacity: 1...1, mustFill: 0),
    ProblemClass(points: 0...1, penalty: 0...1, mustFill: 2),
    ProblemClass(points: 5...5, penalty: 5...5, mustFill: 2),
    ProblemClass(points: -9...(-1), penalty: 0...9, mustFill: 4),
    ProblemClass(
      needs: 2...4, people: 3...5, homes: 1...2, capacity: 0...2, density: 9, mustFill: 2),
    ProblemClass(penalty: (1 << 24) - 9...(1 << 24) - 1, mustFill: 2),
  ]

  @Test(arguments: classes.indices)
  func `tiny problems are solved as brute force solves them, with accepted proofs`(
    index: Int
  ) throws {
    var random = SeededRandom(seed: UInt64(index))
    for _ in 0..<rounds(400, soak: 100_000 / Self.classes.count) {
      let problem = Self.classes[index].problem(using: &random)
      let solution = try solve(problem)
      #expect(solution.worth == BruteForce(problem).best, "\(problem)")
      expectAccepted(problem, solution)
    }
  }

  @Test func `no needs, no people, no pairs, nobody released: an empty plan, proven`() throws {
    let need = MatchingProblem.NeedNode(units: 2, penalty: 7, mustFill: true)
    let problems = [
      MatchingProblem(
        needs: [], homeOfPerson: [], homeCapacity: [], pairStart: [0], pairPerson: [],
        pairPoints: []),
      MatchingProblem(
        needs: [need], homeOfPerson: [], homeCapacity: [], pairStart: [0, 0], pairPerson: [],
        pairPoints: []),
      MatchingProblem(
        needs: [], homeOfPerson: [0], homeCapacity: [1], pairStart: [0], pairPerson: [],
        pairPoints: []),
      MatchingProblem(
        needs: [need], homeOfPerson: [0], homeCapacity: [0], pairStart: [0, 1], pairPerson: [0],
        pairPoints: [9]),
    ]
    for problem in problems {
      let solution = try solve(problem)
      #expect(solution.chosen.isEmpty)
      #expect(solution.objective == -14 * problem.needs.count)
      expectAccepted(problem, solution)
    }
  }

  @Test func `must-fill comes first even when it costs every point`() throws {
    let problem = MatchingProblem(
      needs: [
        MatchingProblem.NeedNode(units: 1, penalty: 0, mustFill: true),
        MatchingProblem.NeedNode(units: 1, penalty: (1 << 24) - 1, mustFill: false),
      ], homeOfPerson: [0], homeCapacity: [1], pairStart: [0, 1, 2], pairPerson: [0, 0],
      pairPoints: [-(1 << 24) + 1, (1 << 24) - 1])
    let solution = try solve(problem)
    #expect(solution.chosen == [0])
    #expect(solution.mustFillUnfilled == 0)
    expectAccepted(problem, solution)
  }

  @Test func `a home with room for everybody and more has no price`() throws {
    let problem = MatchingProblem(
      needs: [MatchingProblem.NeedNode(units: 9, penalty: 100, mustFill: false)],
      homeOfPerson: [0, 0], homeCapacity: [.max], pairStart: [0, 2], pairPerson: [0, 1],
      pairPoints: [5, 6])
    let solution = try solve(problem)
    #expect(solution.pointsProof.home == [0])
    expectAccepted(problem, solution)
  }

  @Test func `the same problem gives the same solution`() throws {
    var random = SeededRandom(seed: 5)
    let problem = ProblemClass.large(
      needs: 300, people: 200, pairsPerNeed: 6, mustFillEvery: 4, points: 0...3, using: &random)
    try #expect(solve(problem) == solve(problem))
  }

  @Test func `every price the checker could meet at the largest size stays below its bound`() {
    // Potentials are under twice nodes times the largest cost; the pool and the sink are two more nodes.
    let potential = 2 * (MatchingProblem.Limit.nodes + 2) * MatchingProblem.Limit.cost
    #expect(2 * potential < 1 << 60)
  }
}
