import Domain
import Testing

@testable import Matching

/// Tiny joint problems against every plan there is, and the evidence read by its definition.
struct JointExhaustionTests {
  static let kinds: [TinyJointProblem.Rules] = [
    [.days], [.days, .sharedDays], [.days, .peopleOut], [.days, .supervision], [.days, .chains],
    [.days, .mustFill], [.days, .pinned, .supervision], .all,
  ]

  @Test(arguments: kinds.indices)
  func equalsTheBestOfAllPlans(kind: Int) throws {
    var random = SeededRandom(seed: UInt64(kind) + 1)
    for round in 0..<rounds(60, soak: 10_000) {
      let problem = TinyJointProblem(Self.kinds[kind], &random).problem
      let best = try #require(JointBruteForce(problem).best)
      let solution = try solveJointly(problem)
      let found = Worth(
        mustFillUnfilled: solution.mustFillUnfilled, objective: solution.objective)
      #expect(found == best, "kind \(kind), round \(round)")
      #expect(solution.isProven, "kind \(kind), round \(round)")
      check(solution, of: problem, "kind \(kind), round \(round)")
    }
  }

  private func check(_ solution: JointSolution, of problem: JointProblem, _ name: String) {
    let plan = solution.chosen.reduce(0) { $0 | 1 << $1 }
    let all = JointBruteForce(problem)
    #expect(all.plans.contains(plan), "\(name)")
    #expect(all.value(plan) == solution.objective, "\(name)")
    let filled = problem.mustFillUnits - solution.mustFillUnfilled
    #expect(all.filled(plan) == filled, "\(name)")
    var second = ProofReader(
      problem, value: problem.value.map(Int.init), constant: problem.constant, filled: filled,
      worth: solution.objective)
    #expect(second.bound(solution.pointsProof) == solution.bound, "\(name)")
    guard solution.mustFillUnfilled > 0 else {
      #expect(solution.mustFillProof == .notNeeded, "\(name)")
      return
    }
    var first = ProofReader(
      problem, value: problem.mustFill.map { $0 ? 1 : 0 }, constant: 0, filled: 0, worth: filled)
    #expect(
      problem.mustFillUnits - first.bound(solution.mustFillProof) == solution.mustFillBound,
      "\(name)")
  }
}
