import Domain
import Explaining
import Testing

@Suite struct UsageTests {
  /// One home: two people, a day limit, one person out; a need for one and a part that asks for a provider.
  func problem() -> JointProblem {
    var problem = JointProblem()
    problem.homeStart = [0, 4]
    problem.limitStart = [0, 2]
    problem.limits = [.init(capacity: 5), .init(capacity: 1, countsPeople: true)]
    problem.person = [0, 0, 1, 1]
    problem.value = [10, 10, 10, 0]
    problem.mustFill = [false, false, false, false]
    problem.isPinned = problem.mustFill
    problem.uses = [
      .init(limit: 0, amount: 3), .init(limit: 1, amount: 1),
      .init(limit: 0, amount: 3), .init(limit: 1, amount: 1),
      .init(limit: 0, amount: 1), .init(limit: 1, amount: 1),
      .init(limit: 0, amount: 2),
    ]
    problem.useStart = [0, 2, 4, 6, 7]
    problem.rowCapacity = [1, 2, 0]
    problem.links = [
      .init(row: 0, coefficient: 1), .init(row: 1, coefficient: 1),
      .init(row: 1, coefficient: 1), .init(row: 2, coefficient: 1),
      .init(row: 2, coefficient: -1),
    ]
    problem.linkStart = [0, 1, 2, 4, 5]
    return problem
  }

  @Test func anEmptyPlanKeepsNothingOut() {
    let usage = Usage(problem(), chosen: [])
    #expect(problem().parts.allSatisfy { usage.obstacles(to: $0).isEmpty })
  }

  @Test func aLimitThatWouldBePassedIsNamed() {
    let usage = Usage(problem(), chosen: [0])
    #expect(usage.obstacles(to: 1).limits == [0])
    #expect(usage.left(ofLimit: 0) == 2)
  }

  @Test func aPersonWhoIsOutAlreadyIsNotCountedTwice() {
    let usage = Usage(problem(), chosen: [0])
    #expect(!usage.obstacles(to: 1).limits.contains(1))
    #expect(usage.obstacles(to: 2).limits == [1])
  }

  @Test func aFullNeedIsNamed() {
    var full = problem()
    full.rowCapacity[1] = 1
    full.limits = [.init(capacity: 50), .init(capacity: 5, countsPeople: true)]
    #expect(Usage(full, chosen: [1]).obstacles(to: 2).fullRows == [1])
  }

  @Test func whatNobodyFreeProvidesIsNamed() {
    #expect(Usage(problem(), chosen: []).obstacles(to: 2).unmetRows == [])
    var poor = problem()
    poor.limits[0].capacity = 1
    #expect(Usage(poor, chosen: []).obstacles(to: 2).unmetRows == [2])
  }

  @Test func somebodyWhoProvidesAlreadyIsEnough() {
    let usage = Usage(problem(), chosen: [3])
    #expect(usage.obstacles(to: 2).unmetRows.isEmpty)
  }
}
