import Checking
import Domain
import Matching
import Testing

/// Plans made again after a change, from an earlier plan instead of from nothing.
@Suite struct FromEarlierTests {
  private func problem(_ random: inout SeededRandom, points: ClosedRange<Int>) -> MatchingProblem {
    ProblemClass.large(
      needs: random.number(1...50), people: random.number(2...40), pairsPerNeed: 5,
      mustFillEvery: random.number(2...6), points: points, using: &random)
  }

  /// The problem without a person's pairs, and what the solution says of it.
  private func withdraw(
    _ person: Int32, from problem: MatchingProblem, _ solution: StagedSolution
  ) -> (MatchingProblem, StagedSolution) {
    let (rest, position) = problem.keeping { problem.pairPerson[$0] != person }
    let chosen = Set(solution.chosen)
    var left = solution
    left.chosen = position.indices.filter { chosen.contains(position[$0]) }
    return (rest, left)
  }

  /// A need at the end, of whom anybody may be.
  private func add(
    to problem: inout MatchingProblem, _ solution: inout StagedSolution,
    using random: inout SeededRandom
  ) {
    problem.needs.append(
      .init(
        units: random.number(1...2), penalty: random.number(0...8_000),
        mustFill: random.number(0...1) == 0))
    for person in problem.homeOfPerson.indices where random.number(0...3) == 0 {
      problem.pairPerson.append(Int32(person))
      problem.pairPoints.append(Int32(random.number(0...10_000)))
    }
    problem.pairStart.append(problem.pairPerson.count)
    solution.mustFillProof.need.append(0)
    solution.pointsProof.need.append(0)
  }

  @Test func `after any change it is worth what solving from nothing is, with its proof`() throws {
    var random = SeededRandom(seed: 61)
    for round in 0..<rounds(80, soak: 4_000) {
      var problem = problem(&random, points: round.isMultiple(of: 2) ? 0...3 : 0...10_000)
      var solution = try solve(problem)
      for _ in 0..<6 {
        switch random.number(0...3) {
        case 0:
          let person = Int32(random.number(0...problem.homeOfPerson.count - 1))
          (problem, solution) = withdraw(person, from: problem, solution)
        case 1: add(to: &problem, &solution, using: &random)
        case 2:
          let home = random.number(0...problem.homeCapacity.count - 1)
          problem.homeCapacity[home] = random.number(0...3)
        default:
          guard !problem.pairPoints.isEmpty else { continue }
          let pair = random.number(0...problem.pairPoints.count - 1)
          problem.pairPoints[pair] = Int32(random.number(-50...20_000))
        }
        let again = try solve(problem, from: solution)
        #expect(try again.worth == solve(problem).worth)
        expectAccepted(problem, again)
        solution = again
      }
    }
  }

  @Test func `an unchanged problem keeps every pair, however many plans are as good`() throws {
    var random = SeededRandom(seed: 62)
    for _ in 0..<rounds(100, soak: 3_000) {
      let problem = problem(&random, points: 0...2)
      let plan = try solve(problem)
      let again = try solve(problem, from: plan)
      #expect(again.chosen == plan.chosen)
      expectAccepted(problem, again)
    }
  }

  @Test func `without somebody the plan did not use nothing changes`() throws {
    var random = SeededRandom(seed: 63)
    for _ in 0..<rounds(60, soak: 2_000) {
      let problem = problem(&random, points: 0...2)
      let plan = try solve(problem)
      let used = Set(plan.chosen.map { problem.pairPerson[$0] })
      for person in Set(problem.pairPerson).subtracting(used).sorted() {
        let (rest, left) = withdraw(person, from: problem, plan)
        #expect(try solve(rest, from: left).chosen == left.chosen)
      }
    }
  }

  @Test func `among equally good plans it is one that keeps the most earlier lines`() throws {
    var random = SeededRandom(seed: 64)
    var changed = (again: 0, fromNothing: 0)
    for _ in 0..<rounds(60, soak: 1_000) {
      let problem = problem(&random, points: 0...2)
      let plan = try solve(problem)
      guard let pair = plan.chosen.randomElement(using: &random) else { continue }
      let (rest, left) = withdraw(problem.pairPerson[pair], from: problem, plan)
      let earlier = Set(left.chosen)
      func gone(_ solution: StagedSolution) -> Int { earlier.subtracting(solution.chosen).count }
      let again = try solve(rest, from: left)
      expectAccepted(rest, again)
      // The same by another way: earlier lines win a thousandth of a point more.
      var favouring = rest
      for index in rest.pairPoints.indices {
        favouring.pairPoints[index] = 1_000 * rest.pairPoints[index]
        if earlier.contains(index) { favouring.pairPoints[index] += 1 }
      }
      for need in rest.needs.indices { favouring.needs[need].penalty *= 1_000 }
      #expect(try gone(again) == gone(solve(favouring)))
      changed.again += gone(again)
      changed.fromNothing += gone(try solve(rest))
    }
    #expect(changed.again < changed.fromNothing)
  }

  @Test
  func `a solution of another problem is refused, and one with absurd prices is not believed`()
    throws
  {
    var random = SeededRandom(seed: 65)
    let problem = problem(&random, points: 0...100)
    let plan = try solve(problem)
    var other = plan
    other.chosen = [problem.pairPerson.count]
    #expect(throws: MatchingError.solutionOfAnotherProblem) { try solve(problem, from: other) }
    other = plan
    other.mustFillProof.home = []
    #expect(throws: MatchingError.solutionOfAnotherProblem) { try solve(problem, from: other) }
    for absurd in [Int.min, -1, Int.max] {
      other = plan
      other.pointsProof.mustFillLimit = absurd
      for index in other.pointsProof.person.indices { other.pointsProof.person[index] = absurd }
      for index in other.mustFillProof.home.indices { other.mustFillProof.home[index] = absurd }
      let again = try solve(problem, from: other)
      #expect(again.worth == plan.worth)
      expectAccepted(problem, again)
    }
  }
}
