import Domain
import Matching
import Testing

@Suite struct MatchingErrorTests {
  static let sound = MatchingProblem(
    needs: [MatchingProblem.NeedNode(units: 1, penalty: 3, mustFill: false)],
    homeOfPerson: [0, 0], homeCapacity: [1], pairStart: [0, 2], pairPerson: [0, 1],
    pairPoints: [5, 6])

  private func expect(
    _ error: MatchingError, _ change: (inout MatchingProblem) -> Void,
    at location: SourceLocation = #_sourceLocation
  ) {
    var problem = Self.sound
    change(&problem)
    #expect(throws: error, sourceLocation: location) { try solve(problem) }
  }

  @Test func `rows that do not cover the pairs are refused`() {
    expect(.rowsDoNotCoverPairs) { $0.pairStart = [] }
    expect(.rowsDoNotCoverPairs) { $0.pairStart = [0, 1] }
    expect(.rowsDoNotCoverPairs) { $0.pairStart = [1, 2] }
    expect(.rowsDoNotCoverPairs) { $0.pairPoints = [5] }
    expect(.rowsDoNotCoverPairs) {
      $0.needs.append($0.needs[0])
      $0.pairStart = [0, 3, 2]
    }
  }

  @Test func `people unknown, repeated or out of order are refused`() {
    expect(.personOutOfOrder(pair: 1)) { $0.pairPerson = [0, 2] }
    expect(.personOutOfOrder(pair: 1)) { $0.pairPerson = [1, 1] }
    expect(.personOutOfOrder(pair: 0)) { $0.pairPerson = [-1, 1] }
    expect(.homeOutOfRange(person: 1)) { $0.homeOfPerson = [0, 1] }
    expect(.negativeCapacity(home: 0)) { $0.homeCapacity = [-1] }
  }

  @Test func `numbers are taken up to the limit and refused one past it`() throws {
    let cost = MatchingProblem.Limit.cost
    var edge = Self.sound
    edge.pairPoints = [Int32(cost - 1), Int32(1 - cost)]
    edge.needs[0] = MatchingProblem.NeedNode(
      units: MatchingProblem.Limit.units, penalty: cost - 1, mustFill: true)
    let solution = try solve(edge)
    #expect(solution.mustFillUnfilled == MatchingProblem.Limit.units - 1)
    expectAccepted(edge, solution)
    expect(.pointsOutOfRange(pair: 0)) { $0.pairPoints[0] = Int32(cost) }
    expect(.pointsOutOfRange(pair: 1)) { $0.pairPoints[1] = Int32(-cost) }
    expect(.penaltyOutOfRange(need: 0)) { $0.needs[0].penalty = cost }
    expect(.penaltyOutOfRange(need: 0)) { $0.needs[0].penalty = -1 }
    expect(.unitsBelowOne(need: 0)) { $0.needs[0].units = 0 }
    expect(.tooManyUnits) { $0.needs[0].units = MatchingProblem.Limit.units + 1 }
    expect(.tooManyNodes(MatchingProblem.Limit.nodes + 1)) {
      $0.homeCapacity = Array(repeating: 1, count: MatchingProblem.Limit.nodes - 2)
    }
  }

  @Test func `each refusal is one sentence`() {
    let errors: [MatchingError] = [
      .rowsDoNotCoverPairs, .personOutOfOrder(pair: 4), .tooManyUnits, .noSuchPair(9),
    ]
    #expect(
      errors.map(\.description) == [
        "the rows of needs do not cover the pairs once, in order",
        "pair 4 names an unknown person or repeats one in its row",
        "needs ask for more than 4194304 people in all", "there is no pair 9",
      ])
  }
}
