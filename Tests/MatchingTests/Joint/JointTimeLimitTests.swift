import Domain
import Testing

@testable import Matching

/// Stopping at once still gives a plan that stands, and a bound that holds.
struct JointTimeLimitTests {
  @Test func stoppingAtOnceGivesAPlanAndABound() throws {
    var random = SeededRandom(seed: 21)
    for round in 0..<40 {
      let problem = TinyJointProblem(.all, &random).problem
      let all = JointBruteForce(problem)
      let best = try #require(all.best)
      let solution = try solveJointly(problem, isOver: { true })
      #expect(all.plans.contains(solution.chosen.reduce(0) { $0 | 1 << $1 }), "round \(round)")
      #expect(solution.mustFillBound <= best.mustFillUnfilled, "round \(round)")
      #expect(solution.mustFillBound <= solution.mustFillUnfilled, "round \(round)")
      if solution.mustFillUnfilled == best.mustFillUnfilled {
        #expect(solution.objective <= best.objective, "round \(round)")
        #expect(solution.bound >= best.objective, "round \(round)")
      }
    }
  }
}
