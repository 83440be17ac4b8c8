import Checking
import Domain
import Matching
import Testing

@Suite struct LargeProblemTests {
  @Test(arguments: [(0...10_000, 1_000_000), (0...10_000, 5), (0...1, 7), (3...3, 3)])
  func `twenty thousand needs are proven by certificate`(
    points: ClosedRange<Int>, mustFillEvery: Int
  ) throws {
    var random = SeededRandom(seed: 20)
    let problem = ProblemClass.large(
      needs: 20_000, people: 9_000, pairsPerNeed: 5, mustFillEvery: mustFillEvery, points: points,
      using: &random)
    let solution = try solve(problem)
    expectAccepted(problem, solution)
    #expect(solution.mustFillUnfilled > 0 || mustFillEvery > 3)
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
