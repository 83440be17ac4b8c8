import Checking
import Domain
import Matching
import Testing

@Suite struct TimeLimitTests {
  @Test func `whenever time runs out there is a plan, and bounds the checker agrees with`() throws {
    var random = SeededRandom(seed: 31)
    let problem = ProblemClass.large(
      needs: 3_000, people: 1_200, pairsPerNeed: 6, mustFillEvery: 5, points: 0...10_000,
      using: &random)
    let best = try solve(problem)
    var unproven = 0
    for looks in [0, 1, 2, 4, 8, 16, 1_000] {
      var left = looks
      let found = try solve(problem) {
        left -= 1
        return left < 0
      }
      expectAccepted(problem, found)
      #expect(found.mustFillBound <= best.mustFillUnfilled)
      #expect(found.mustFillUnfilled >= best.mustFillUnfilled)
      if found.mustFillUnfilled == best.mustFillUnfilled {
        #expect(found.objective <= best.objective && best.objective <= found.bound)
      }
      if looks == 0 { #expect(found.chosen.isEmpty) }
      if !found.isProven { unproven += 1 }
      #expect(found.isProven == (found == best))
      for change in [-1, 1] {
        var forged = found
        forged.bound += change
        #expect(!check(problem, forged).accepted, "a bound no prices prove")
        forged = found
        forged.mustFillBound += change
        #expect(!check(problem, forged).accepted, "a must-fill bound no prices prove")
        forged = found
        forged.objective += change
        #expect(!check(problem, forged).accepted, "an objective the plan does not have")
      }
    }
    #expect(unproven > 2)
  }
}
