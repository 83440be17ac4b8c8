import Checking
import Domain
import Matching
import Testing

/// From a snapshot to proposals: the plan of a tiny town is the best of all that keep the rules, it is proven, its
/// proof is accepted, and the rules in plain words find nothing in it. `TALENT_SOAK` tries 10,000 towns a rule.
@Suite struct `The plan of a tiny town` {
  @Test(arguments: PlanningRule.allCases)
  func `is the best of all that keep the rules`(rule: PlanningRule) throws {
    var (placed, helped, stood) = (0, 0, 0)
    let towns = rounds(40, soak: 10_000)
    for seed in 1...UInt64(towns) {
      var random = SeededRandom(seed: seed)
      let town = Town(rule, &random)
      let model = try town.model()
      let solution = try solveJointly(model.problem)
      let name = "\(rule), seed \(seed)"
      #expect(solution.isProven, "\(name)")
      #expect(check(model.problem, solution).objection == nil, "\(name)")
      let proposals = model.proposals(of: solution.chosen, town.lines)
      #expect(town.broken(proposals, unkept: model.unkept) == [], "\(name)")
      let best = EveryPlan(town, unkept: model.unkept)
      let found = Worth(
        mustFillUnfilled: solution.mustFillUnfilled, objective: solution.objective)
      #expect(found == best.worth, "\(name): \(best.proposals) instead of \(proposals)")
      placed += proposals.count
      helped += proposals.count { $0.supervision != nil || !$0.covers.isEmpty }
      stood += town.standing.count - model.unkept.count
    }
    #expect(placed > towns / 2)
    #expect(helped > towns / 10 || ![.supervision, .cover, .all].contains(rule))
    #expect(stood > towns / 10 || ![.standing, .all].contains(rule))
  }
}

extension Town {
  /// Rules that proposals break, with a note for each line that cannot be kept.
  func broken(_ proposals: [Proposal], unkept: [StandingLine]) -> [BrokenRule] {
    let plan = Plan(
      kinds: Need.Kind.allCases, policy: "", snapshot: "", objective: 0, bound: 0,
      mustFillUnfilled: 0, proposals: proposals,
      notes: unkept.map { "\($0.person) for \($0.need), pinned, cannot stay" })
    return brokenRules(of: plan, made: snapshot, under: policy)
  }
}
