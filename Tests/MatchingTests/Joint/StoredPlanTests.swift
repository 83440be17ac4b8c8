import Checking
import Domain
import Matching
import Testing

/// What a plan proposes is all that it is: the parts its proposals claim are those that were chosen.
@Suite struct `A plan that was stopped early` {
  @Test(arguments: [PlanningRule.supervision, .cover, .mustFill, .all])
  func `is what its proposals say`(rule: PlanningRule) throws {
    for seed in 1...UInt64(rounds(100, soak: 10_000)) {
      var random = SeededRandom(seed: seed)
      let town = Town(rule, &random)
      try isWhatItsProposalsSay(town, stoppedAfter: Int(seed) % 10, "\(rule), seed \(seed)")
    }
  }

  @Test func `in a town of many secondments is what its proposals say`() throws {
    for seed in 1...UInt64(rounds(1, soak: 30)) {
      var random = SeededRandom(seed: seed)
      let town = town(&random)
      for looks in [1_000] + (seed > 1 ? [100, 200, 400] : []) {
        try isWhatItsProposalsSay(town, stoppedAfter: looks, "seed \(seed), \(looks) looks")
      }
    }
  }

  private func isWhatItsProposalsSay(
    _ town: Town, stoppedAfter looks: Int, _ name: String
  ) throws {
    let model = try town.model()
    var left = looks
    var solution = try solveJointly(model.problem) {
      left -= 1
      return left < 0
    }
    #expect(claimWhatIsShown(model.problem, &solution).objection == nil, "\(name)")
    let proposals = model.proposals(of: solution.chosen, town.lines)
    #expect(model.chosen(claimedBy: proposals) == .success(solution.chosen), "\(name)")
  }

  /// Posts that open one another, at enough schools for the search to take them in two halves.
  private func town(_ random: inout SeededRandom) -> Town {
    let (posts, schools) = (["Head", "Deputy", "Middle leader"], 40)
    var town = Town()
    town.policy.joint.longestCoverChain = 2
    for _ in 0..<schools { town.school(out: 1, cover: random.number(0...4) > 0) }
    for index in 0..<5 * schools {
      let post = random.number(0...2)
      town.person(
        at: index % schools, as: posts[post],
        readyFor: posts[max(0, post - random.number(0...1))])
    }
    for _ in 0..<schools {
      let need = town.secondment(
        at: random.number(0...schools - 1), as: posts[random.number(0...1)],
        in: random.number(0...1) == 0 ? Town.autumn : Town.spring)
      town.needs[need].need.priority = Need.Priority.allCases[random.number(0...2)]
    }
    return town
  }
}
