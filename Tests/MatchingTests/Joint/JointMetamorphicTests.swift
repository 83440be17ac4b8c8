import Domain
import Testing

@testable import Matching

/// Changes of a joint problem whose effect on the answer is known.
struct JointMetamorphicTests {
  private static let rounds = 40

  private func problems(_ seed: UInt64) -> [JointProblem] {
    var random = SeededRandom(seed: seed)
    return (0..<Self.rounds).map { _ in TinyJointProblem(.all, &random).problem }
  }

  private func worth(_ problem: JointProblem) throws -> Worth {
    let solution = try solveJointly(problem)
    return Worth(
      mustFillUnfilled: solution.mustFillUnfilled, objective: solution.objective)
  }

  @Test func theSameProblemHasTheSameAnswer() throws {
    for problem in problems(11) {
      #expect(try solveJointly(problem) == solveJointly(problem))
    }
  }

  @Test func threeTimesThePointsAreWorthThreeTimes() throws {
    for problem in problems(12) {
      var scaled = problem
      scaled.value = problem.value.map { 3 * $0 }
      scaled.constant = 3 * problem.constant
      let (one, three) = (try worth(problem), try worth(scaled))
      #expect(three.objective == 3 * one.objective)
      #expect(three.mustFillUnfilled == one.mustFillUnfilled)
    }
  }

  @Test func anEmptyHomeAndAUselessPartChangeNothing() throws {
    for problem in problems(13) {
      var more = problem
      more.person.append(99)
      more.value.append(-1)
      more.mustFill.append(false)
      more.isPinned.append(false)
      more.useStart.append(Int32(more.uses.count))
      more.linkStart.append(Int32(more.links.count))
      more.homeStart += [Int32(more.value.count), Int32(more.value.count)]
      more.limitStart += [Int32(more.limits.count), Int32(more.limits.count)]
      #expect(try worth(more) == worth(problem))
    }
  }

  @Test func pinningChosenPartsKeepsTheirWorth() throws {
    for problem in problems(14) {
      let solution = try solveJointly(problem)
      var pinned = problem
      for part in solution.chosen { pinned.isPinned[part] = true }
      let again = try solveJointly(pinned)
      #expect(again.objective == solution.objective)
      #expect(again.mustFillUnfilled == solution.mustFillUnfilled)
    }
  }

  @Test func beginningFromAnEarlierSolutionFindsTheSameWorth() throws {
    for problem in problems(15) {
      let solution = try solveJointly(problem)
      let again = try solveJointly(
        problem,
        from: .init(chosen: solution.chosen, prices: solution.pointsProof.prices.first))
      #expect(again.objective == solution.objective)
      #expect(again.isProven)
    }
  }
}
