import Domain
import Testing

@testable import Matching

/// What the door turns away, and pinned parts that cannot stand together.
struct JointErrorTests {
  /// One person, one day, and two parts that take it.
  private var problem: JointProblem {
    var made = JointProblem()
    made.homeStart = [0, 2]
    made.limitStart = [0, 1]
    made.limits = [.init(capacity: 1)]
    made.person = [7, 7]
    made.value = [10, 20]
    made.mustFill = [false, false]
    made.isPinned = [false, false]
    made.useStart = [0, 1, 2]
    made.uses = [.init(limit: 0, amount: 1), .init(limit: 0, amount: 1)]
    made.linkStart = [0, 1, 2]
    made.links = [.init(row: 0, coefficient: 1), .init(row: 1, coefficient: 1)]
    made.rowCapacity = [1, 1]
    return made
  }

  @Test func theSmallProblemStands() throws {
    #expect(try solveJointly(problem).chosen == [1])
  }

  @Test func aPinnedPartThatDoesNotFitIsNamed() {
    var pinned = problem
    pinned.isPinned = [true, true]
    #expect(throws: MatchingError.pinnedDoesNotFit(part: 1)) { try solveJointly(pinned) }
  }

  @Test func aPinnedPartWithoutWhatItAsksForIsNamed() {
    var pinned = problem
    pinned.isPinned = [true, false]
    pinned.rowCapacity = [0, 1]
    pinned.links[1] = .init(row: 0, coefficient: -1)
    #expect(throws: MatchingError.pinnedLacksProvider(part: 0)) { try solveJointly(pinned) }
  }

  @Test func malformedProblemsAreTurnedAway() {
    let damages: [(inout JointProblem) -> Void] = [
      { $0.person.removeLast() }, { $0.homeStart[1] = 1 }, { $0.limits[0].capacity = -1 },
      { $0.rowCapacity[1] = -1 }, { $0.links[0].row = 2 }, { $0.links[0].coefficient = 2 },
      { $0.uses[0].limit = 1 }, { $0.uses[0].amount = 0 }, { $0.value[0] = 1 << 22 },
      { $0.useStart[1] = 3 }, { $0.mustFillUnits = -1 },
    ]
    for (index, damage) in damages.enumerated() {
      var damaged = problem
      damage(&damaged)
      #expect(throws: MatchingError.self, "damage \(index)") { try solveJointly(damaged) }
    }
  }
}
