import Checking
import Domain
import Testing

@testable import Matching

/// Three people of one home compete for its half-days and for places out, and the best plan has the person with
/// most parts do the ones that come last when they are put in the order of what they win.
@Suite struct CompetingPeopleTests {
  private static let problem: JointProblem = {
    var problem = JointProblem()
    problem.homeStart = [0, 7, 8]
    problem.limitStart = [0, 6, 6]
    problem.limits = [.init(capacity: 20)]
    problem.limits += [1, 1, 2, 2, 2].map { .init(capacity: $0, countsPeople: true) }
    problem.person = [0, 3, 9, 9, 9, 9, 10, 5]
    problem.value = [960, 910, 960, 1760, 910, 1760, 1860, 3343]
    problem.mustFill = Array(repeating: false, count: 7) + [true]
    problem.isPinned = Array(repeating: false, count: 8)
    let uses: [[(limit: Int32, amount: Int32)]] = [
      [(0, 8), (3, 1), (4, 1), (5, 1)], [(0, 8), (3, 1), (4, 1), (5, 1)], [(0, 4), (3, 1), (4, 1)],
      [(0, 7), (4, 1), (5, 1)], [(0, 8), (3, 1), (4, 1), (5, 1)], [(1, 1), (2, 1), (3, 1)],
      [(1, 1), (2, 1), (3, 1)], [],
    ]
    for (part, row) in ([4, 4, 0, 3, 4, 5, 5, 2] as [Int32]).enumerated() {
      problem.uses += uses[part].map { .init(limit: $0.limit, amount: $0.amount) }
      problem.useStart.append(Int32(problem.uses.count))
      problem.links.append(.init(row: row, coefficient: 1))
      problem.linkStart.append(Int32(problem.links.count))
    }
    problem.rowCapacity = [1, 1, 1, 1, 2, 1]
    problem.constant = -11_100
    problem.mustFillUnits = 2
    return problem
  }()

  @Test func `the best plan is found and proven`() throws {
    let solution = try solveJointly(Self.problem)
    #expect(solution.objective == -2_267)
    #expect(solution.isProven)
    #expect(check(Self.problem, solution).objection == nil)
  }
}
