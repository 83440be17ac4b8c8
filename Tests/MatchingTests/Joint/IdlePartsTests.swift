import Domain
import Testing

@testable import Matching

@Suite struct `A chosen part that nobody asks for` {
  /// A placement (0) that asks of row 1 what 1 and 2 provide, each asking of row 2 what 3 provides.
  private func chain() -> JointProblem {
    var problem = JointProblem()
    problem.rowCapacity = [1, 0, 0]
    let links: [[(row: Int32, coefficient: Int32)]] = [
      [(0, 1), (1, 1)], [(1, -1)], [(1, -1), (2, 1)], [(2, -1)],
    ]
    for (part, links) in links.enumerated() {
      problem.person.append(Int32(part))
      problem.value.append(part == 0 ? 50 : -7)
      problem.mustFill.append(false)
      problem.isPinned.append(false)
      problem.useStart.append(0)
      problem.links += links.map { .init(row: $0.row, coefficient: $0.coefficient) }
      problem.linkStart.append(Int32(problem.links.count))
      problem.homeStart.append(Int32(part + 1))
      problem.limitStart.append(0)
    }
    return problem
  }

  @Test func `goes, and so does what only it asked for`() {
    #expect(chain().withoutIdle([1, 2, 3]) == [])
    #expect(chain().withoutIdle([0, 1, 2, 3]) == [0, 1])
    #expect(chain().withoutIdle([0, 2, 3]) == [0, 2, 3])
  }

  @Test func `stays when it is pinned, fills a place or wins points`() {
    var problem = chain()
    problem.isPinned[1] = true
    problem.mustFill[3] = true
    #expect(problem.withoutIdle([1, 2, 3]) == [1, 3])
    problem.value[2] = 1
    #expect(problem.withoutIdle([1, 2, 3]) == [1, 2, 3])
  }
}
