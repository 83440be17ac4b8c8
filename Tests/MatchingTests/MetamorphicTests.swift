import Domain
import Matching
import Testing

/// Changes to a problem whose effect on the best plan is known without solving it.
@Suite struct MetamorphicTests {
  private func forEachProblem(
    _ body: (MatchingProblem, StagedSolution, inout SeededRandom) throws -> Void
  ) throws {
    var random = SeededRandom(seed: 31)
    for round in 0..<rounds(40, soak: 2_000) {
      let problem = ProblemClass.large(
        needs: 60, people: 45, pairsPerNeed: 5, mustFillEvery: round % 5 + 2, points: -50...200,
        using: &random)
      try body(problem, solve(problem), &random)
    }
  }

  @Test func `people in another order are worth the same`() throws {
    try forEachProblem { problem, plan, random in
      let order = (0..<Int32(problem.homeOfPerson.count)).shuffled(using: &random)
      var other = problem
      for (old, new) in order.enumerated() {
        other.homeOfPerson[Int(new)] = problem.homeOfPerson[old]
      }
      for need in problem.needs.indices {
        let row = problem.pairStart[need]..<problem.pairStart[need + 1]
        let renamed = row.map { (order[Int(problem.pairPerson[$0])], problem.pairPoints[$0]) }
          .sorted { $0.0 < $1.0 }
        for (pair, entry) in zip(row, renamed) {
          (other.pairPerson[pair], other.pairPoints[pair]) = entry
        }
      }
      try #expect(solve(other).worth == plan.worth)
    }
  }

  @Test func `needs in reverse are worth the same`() throws {
    try forEachProblem { problem, plan, _ in
      var other = problem
      other.needs.reverse()
      other.pairStart = [0]
      (other.pairPerson, other.pairPoints) = ([], [])
      for need in problem.needs.indices.reversed() {
        let row = problem.pairStart[need]..<problem.pairStart[need + 1]
        other.pairPerson += problem.pairPerson[row]
        other.pairPoints += problem.pairPoints[row]
        other.pairStart.append(other.pairPerson.count)
      }
      try #expect(solve(other).worth == plan.worth)
    }
  }

  @Test func `pairs and people the plan does not use can go`() throws {
    try forEachProblem { problem, plan, _ in
      let used = Set(plan.chosen.map { problem.pairPerson[$0] })
      let kept = problem.keeping { used.contains(problem.pairPerson[$0]) }.problem
      try #expect(solve(kept).worth == plan.worth)
      let chosen = Set(plan.chosen)
      try #expect(solve(problem.keeping(chosen.contains).problem).worth == plan.worth)
    }
  }

  @Test func `forbidding a chosen pair never helps`() throws {
    try forEachProblem { problem, plan, random in
      guard let pair = plan.chosen.randomElement(using: &random) else { return }
      try #expect(solve(problem.keeping { $0 != pair }.problem).worth <= plan.worth)
    }
  }

  @Test func `twice the points and penalties are worth twice as much`() throws {
    try forEachProblem { problem, plan, _ in
      var other = problem
      other.pairPoints = problem.pairPoints.map { 2 * $0 }
      for need in other.needs.indices { other.needs[need].penalty *= 2 }
      let worth = Worth(
        mustFillUnfilled: plan.mustFillUnfilled, objective: 2 * plan.objective)
      try #expect(solve(other).worth == worth)
    }
  }

  @Test func `points and penalty of a need shifted together shift the plan by its units`() throws {
    try forEachProblem { problem, plan, random in
      let need = random.number(0...problem.needs.count - 1)
      var other = problem
      other.needs[need].penalty += 100
      for pair in problem.pairStart[need]..<problem.pairStart[need + 1] {
        other.pairPoints[pair] -= 100
      }
      let worth = Worth(
        mustFillUnfilled: plan.mustFillUnfilled,
        objective: plan.objective - 100 * problem.needs[need].units)
      try #expect(solve(other).worth == worth)
    }
  }
}
