import Checking
import Domain
import Matching
import Testing

/// A plan made again after somebody withdrew: never worth less than what was left of it.
@Suite struct `A plan made again without one of its people` {
  @Test(arguments: [PlanningRule.supervision, .cover, .mustFill, .all])
  func `is worth what is left of it at least`(rule: PlanningRule) throws {
    for seed in 1...UInt64(rounds(60, soak: 5_000)) {
      var random = SeededRandom(seed: seed)
      let town = Town(rule, &random)
      try isWorthWhatIsLeft(town, "\(rule), seed \(seed)")
    }
  }

  @Test func `is worth what is left of it in a county, stopped at once`() throws {
    for seed in 1...UInt64(rounds(1, soak: 40)) {
      var random = SeededRandom(seed: seed)
      let town = county(&random)
      try isWorthWhatIsLeft(town, "seed \(seed)", isOver: { true })
    }
  }

  private func isWorthWhatIsLeft(
    _ town: Town, _ name: String, isOver: @escaping () -> Bool = { false }
  ) throws {
    let model = try town.model()
    let before = model.proposals(of: try solveJointly(model.problem).chosen, town.lines)
    guard let first = before.first else { return }
    var town = town
    town.people[Int(first.person.number) - 1].prohibited = true
    town.standing = before.map {
      StandingLine(need: $0.need, person: $0.person, isPinned: false, plan: 1)
    }
    let again = try town.model()
    let start = again.chosen(remainingOf: before)
    guard let left = worth(start, again.problem) else { return }
    let made = try solveJointly(again.problem, from: JointStart(chosen: start), isOver: isOver)
    #expect(made.mustFillUnfilled <= left.mustFillUnfilled, "\(name)")
    #expect(
      made.mustFillUnfilled < left.mustFillUnfilled || made.objective >= left.objective, "\(name)")
    // A place that must be filled is worth any number of changes.
    guard made.mustFillUnfilled == left.mustFillUnfilled, town.places.count > 9 else { return }
    let lines = placements(start, again)
    let kept = lines.intersection(placements(made.chosen, again))
    #expect(kept.count * 20 >= lines.count * 19, "\(name), \(left), now \(made.objective)")
  }

  private func placements(_ chosen: [Int], _ model: JointModel) -> Set<Int> {
    Set(
      chosen.filter {
        if case .placement = model.meaning(ofPart: $0) { true } else { false }
      })
  }

  /// More places than people, some that must be filled, some of the people new.
  private func county(_ random: inout SeededRandom) -> Town {
    var town = Town()
    for _ in 0..<30 { town.school(halfDays: 20, out: 2) }
    for index in 0..<90 {
      town.leader(
        at: index % 30, halfDays: Int32(random.number(8...30)), isNew: random.number(0...4) == 0,
        supervises: random.number(0...2) == 0)
    }
    for _ in 0..<120 {
      let need = town.deployment(
        at: random.number(0...29), halfDays: Int32(random.number(2...10)),
        in: random.number(0...1) == 0 ? Town.autumn : Town.spring)
      town.needs[need].need.priority = Need.Priority.allCases[random.number(0...2)]
    }
    return town
  }

  /// What a choice is worth as it is; nil when it lacks somebody.
  private func worth(_ chosen: [Int], _ problem: JointProblem) -> Worth? {
    let links = chosen.flatMap { problem.links(ofPart: $0) }
    var sum = [Int32](repeating: 0, count: problem.rowCapacity.count)
    for link in links { sum[Int(link.row)] += link.coefficient }
    guard zip(sum, problem.rowCapacity).allSatisfy({ $0 <= $1 }) else { return nil }
    return Worth(
      mustFillUnfilled: problem.mustFillUnits - chosen.count { problem.mustFill[$0] },
      objective: chosen.reduce(problem.constant) { $0 + Int(problem.value[$1]) })
  }
}
