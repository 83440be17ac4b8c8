import Domain
@testable import Explaining
import Matching
import Testing

/// Two needs, three people of two homes; the second home lets one go.
@Suite("Why this person, why not me")
struct PlanExplainerTests {
  private let problem = MatchingProblem(
    needs: [
      .init(units: 1, penalty: 700, mustFill: false),
      .init(units: 1, penalty: 1_500, mustFill: true),
      .init(units: 1, penalty: 700, mustFill: false),
    ],
    homeOfPerson: [0, 1, 1], homeCapacity: [1, 1], pairStart: [0, 2, 4, 5],
    pairPerson: [0, 1, 0, 1, 2], pairPoints: [500, 400, 450, 420, 300])

  private func explainer() throws -> PlanExplainer { PlanExplainer(problem, try solve(problem)) }

  private func force(_ pair: Int) throws -> (mustFillUnfilled: Int, objective: Int)? {
    try solve(problem, forcing: pair).map { ($0.mustFillUnfilled, $0.objective) }
  }

  @Test("what somebody else would cost is the difference of two solved plans")
  func alternatives() throws {
    let explainer = try explainer()
    let best = try solve(problem)
    for need in problem.needs.indices {
      for alternative in try explainer.alternatives(for: need, limit: 9, forcing: force) {
        let forced = try #require(try solve(problem, forcing: alternative.pair))
        #expect(alternative.cost == best.objective - forced.objective)
        #expect(alternative.mustFillLost == forced.mustFillUnfilled - best.mustFillUnfilled)
        #expect(alternative.goesTo == explainer.need(of: alternative.person))
        #expect(alternative.mustFillLost > 0 || (alternative.cost ?? -1) >= 0)
      }
    }
  }

  @Test("the chosen are those of the plan, most points first among the others")
  func chosen() throws {
    let explainer = try explainer()
    let solution = try solve(problem)
    #expect(problem.needs.indices.flatMap(explainer.chosen) == solution.chosen)
    let others = try explainer.alternatives(for: 0, limit: 1, forcing: force)
    #expect(others.count == 1)
  }

  @Test("a need left open says where its people are, or what holds them")
  func held() throws {
    let explainer = try explainer()
    let open = try #require(problem.needs.indices.first { explainer.chosen(for: $0).isEmpty })
    #expect(open == 2)
    #expect(explainer.held(for: open, limit: 3) == [HeldPerson(person: 2, by: .release)])
  }
}
