import Checking
import Domain
import Matching
import Testing

@Suite struct ForcedPairTests {
  @Test(arguments: MatchingTests.classes.indices)
  func `the best plan with a pair is the best that brute force finds with it`(index: Int) throws {
    var random = SeededRandom(seed: UInt64(100 + index))
    for _ in 0..<rounds(60, soak: 20_000 / MatchingTests.classes.count) {
      let problem = MatchingTests.classes[index].problem(using: &random)
      let brute = BruteForce(problem)
      for pair in problem.pairPerson.indices {
        let solution = try solve(problem, forcing: pair)
        #expect(solution?.worth == brute.bestWith[pair], "pair \(pair) of \(problem)")
        guard let solution else { continue }
        #expect(solution.chosen.contains(pair))
        expectAcceptedOnTheRest(problem, solution, pair)
      }
    }
  }

  @Test func `forcing a pair the plan chose anyway costs nothing`() throws {
    var random = SeededRandom(seed: 7)
    let problem = ProblemClass.large(
      needs: 200, people: 150, pairsPerNeed: 5, mustFillEvery: 5, using: &random)
    let plan = try solve(problem)
    for pair in plan.chosen.prefix(10) {
      try #expect(solve(problem, forcing: pair)?.worth == plan.worth)
    }
  }

  @Test func `kept at hand, a search finds for each pair what one from nothing finds`() throws {
    var random = SeededRandom(seed: 8)
    for round in 0..<rounds(30, soak: 1_000) {
      let problem = ProblemClass.large(
        needs: random.number(2...60), people: random.number(3...40), pairsPerNeed: 5,
        mustFillEvery: round % 4 + 1, points: round.isMultiple(of: 3) ? 0...2 : -500...10_000,
        using: &random)
      var forced = try ForcedPlans(problem, from: try solve(problem))
      for _ in 0..<10 {
        let pair = random.number(0...problem.pairPerson.count - 1)
        let kept = try forced.worth(forcing: pair)
        let cold = try solve(problem, forcing: pair)
        #expect(kept?.mustFillUnfilled == cold?.mustFillUnfilled)
        #expect(kept?.objective == cold?.objective)
      }
    }
  }

  @Test func `a pair that is not there is refused`() throws {
    let problem = MatchingProblem(
      needs: [], homeOfPerson: [], homeCapacity: [], pairStart: [0], pairPerson: [], pairPoints: [])
    #expect(throws: MatchingError.noSuchPair(0)) { try solve(problem, forcing: 0) }
    #expect(throws: MatchingError.noSuchPair(-1)) { try solve(problem, forcing: -1) }
  }

  /// Takes the pair's unit, person and place out and has the checker judge what is left. A need of
  /// one unit would be left with none, which a problem cannot say, so those are left to brute force.
  private func expectAcceptedOnTheRest(
    _ problem: MatchingProblem, _ solution: StagedSolution, _ pair: Int
  ) {
    let need = problem.needOf(pair)
    let person = problem.pairPerson[pair]
    guard problem.needs[need].units > 1 else { return }
    var (rest, position) = problem.keeping { problem.pairPerson[$0] != person }
    rest.needs[need].units -= 1
    rest.homeCapacity[Int(problem.homeOfPerson[Int(person)])] -= 1
    var solution = solution
    solution.chosen = position.indices.filter { solution.chosen.contains(position[$0]) }
    solution.objective -= Int(problem.pairPoints[pair])
    solution.bound = solution.objective
    solution.mustFillProof.person[Int(person)] = 0
    solution.pointsProof.person[Int(person)] = 0
    expectAccepted(rest, solution)
  }
}
