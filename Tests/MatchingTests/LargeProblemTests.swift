import Checking
import Domain
import Matching
import Testing

@Suite struct LargeProblemTests {
  /// A size, its points, and how often a need is must-fill.
  struct Size: Sendable {
    var needs: Int
    var points: ClosedRange<Int>
    var mustFillEvery: Int
  }

  @Test(arguments: [
    Size(needs: 20_000, points: 0...10_000, mustFillEvery: 5),
    Size(needs: 20_000, points: 3...3, mustFillEvery: 3),
    Size(needs: 4_000, points: 0...1, mustFillEvery: 7),
    Size(needs: 4_000, points: 0...10_000, mustFillEvery: 2),
  ])
  func `thousands of needs are proven by certificate`(size: Size) throws {
    var random = SeededRandom(seed: 20)
    let problem = ProblemClass.large(
      needs: size.needs, people: size.needs * 9 / 20, pairsPerNeed: 5,
      mustFillEvery: size.mustFillEvery, points: size.points, using: &random)
    let solution = try solve(problem)
    expectAccepted(problem, solution)
    #expect(solution.mustFillUnfilled > 0 || size.mustFillEvery > 3)
  }

  @Test func `a chain in which one more need moves everybody is proven`() throws {
    let size = 2_000
    var problem = MatchingProblem(
      needs: Array(
        repeating: MatchingProblem.NeedNode(units: 1, penalty: 50, mustFill: true), count: size + 1),
      homeOfPerson: (0..<Int32(size)).map { $0 }, homeCapacity: Array(repeating: 1, count: size),
      pairStart: [0], pairPerson: [], pairPoints: [])
    for need in 0...size {
      for person in [need - 1, need] where person >= 0 && person < size {
        problem.pairPerson.append(Int32(person))
        problem.pairPoints.append(person == need ? 10 : 9)
      }
      problem.pairStart.append(problem.pairPerson.count)
    }
    let solution = try solve(problem)
    #expect(solution.worth == Worth(mustFillUnfilled: 1, objective: 10 * size - 50))
    expectAccepted(problem, solution)
  }
}
