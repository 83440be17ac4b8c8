import Domain
import Explaining
import Matching
import Scoring
import Testing

/// What is said would have to change, tried on the town itself by trying every plan: with all of it no plan without the
/// person at the need is as good, and with any smaller change of the same kind, or without one of several, some plan
/// is. `TALENT_SOAK` tries 1,000 changes and more.
@Suite struct `A change that would place somebody` {
  @Test func `does, and none smaller of its kind`() throws {
    let wanted = rounds(30, soak: 1_000)
    var (tried, seed) = (0, UInt64(0))
    var kinds: [String: Int] = [:]
    while tried < wanted {
      seed += 1
      var random = SeededRandom(seed: seed)
      var town = Town(.all, &random)
      town.addObstacles(&random)
      guard let question = try Question(town, &random) else { continue }
      for changes in try question.answers() {
        tried += 1
        for change in changes { kinds[change.kind, default: 0] += 1 }
        try check(changes, question, "seed \(seed): \(question.line) by \(changes)")
      }
      #expect(seed < UInt64(wanted) * 40)
    }
    #expect(kinds.count >= (wanted < 1_000 ? 5 : 9), "\(kinds)")
  }

  private func check(_ changes: [Change], _ question: Question, _ name: String) throws {
    let (town, line) = (question.town, question.line)
    #expect(try town.with(changes).outcome()?.lines.contains(line) == true, "\(name)")
    #expect(try town.with(changes).needs(line), "\(name)")
    for index in changes.indices {
      for smaller in changes[index].smaller(than: town) {
        var less = changes
        less[index] = smaller
        #expect(try !town.with(less).needs(line), "\(name): \(smaller) does")
      }
      var without = changes
      without.remove(at: index)
      #expect(try !town.with(without).needs(line), "\(name): without \(changes[index])")
    }
  }

  /// Somebody whom a plan does not place at a need.
  private struct Question {
    let town: Town
    let person: Int
    let need: Int
    let line: Outcome.Line
    private let plan: [Proposal]
    private let scorer: Scorer

    /// Nil when the plan places everybody everywhere.
    init?(_ town: Town, _ random: inout SeededRandom) throws {
      let model = try town.model()
      let plan = model.proposals(of: try solveJointly(model.problem).chosen, town.lines)
      let missing = town.needs.indices.flatMap { need in
        town.people.indices.map { (need: need, person: $0) }
      }.filter { pair in
        !plan.contains {
          $0.need == town.needs[pair.need].need.reference
            && $0.person == town.people[pair.person].number
        }
      }
      guard let asked = missing.randomElement(using: &random) else { return nil }
      self.town = town
      self.plan = plan
      person = asked.person
      need = asked.need
      line = Outcome.Line(
        need: town.needs[need].need.reference, person: town.people[person].number)
      scorer = Scorer(snapshot: town.snapshot, policy: town.policy)
    }

    /// Asked as a lead asks, each plan beginning from the one in question.
    func answers() throws -> [[Change]] {
      var bars: [Bar] = []
      if case .barred(let found) = scorer.judge(person: person, need: need) { bars = found }
      let rivals = town.people.indices.filter { index in
        index != person && plan.contains { $0.person == town.people[index].number }
      }
      return try ChangeSearch(
        World(town.snapshot, under: town.policy), placing: person, at: need,
        solve: { try Town($0).outcome(from: plan) }
      ).smallestChanges(
        bars: bars, milesByRoad: scorer.milesToReach(person: person, need: need), rivals: rivals,
        criteria: [(.distance, true), (.distance, false), (.load, true), (.readiness, false)])
    }
  }
}

extension Town {
  fileprivate init(_ world: World) {
    self.init()
    policy = world.policy
    places = world.snapshot.places
    people = world.snapshot.people
    needs = world.snapshot.needs
    standing = world.snapshot.standing
  }

  /// What an explanation can take away: a lapsed check, a short way, a specialism not verified.
  fileprivate mutating func addObstacles(_ random: inout SeededRandom) {
    for person in people.indices {
      if random.number(0...5) == 0 { people[person].vettedOn = day("2020-01-01") }
      if random.number(0...3) == 0 { people[person].travelMiles = Int32(random.number(0...1)) }
      for term in people[person].designations.indices where random.number(0...2) > 0 {
        people[person].designations[term].specialisms = [
          HeldSpecialism(name: "Phonics", verifiedOn: day("2026-01-01"))
        ]
      }
    }
    for need in needs.indices where random.number(0...4) == 0 {
      needs[need].need.specialism = "Phonics"
    }
  }

  /// Whether no plan without a line is as good as the best with it.
  fileprivate func needs(_ line: Outcome.Line) throws -> Bool {
    var without = self
    without.policy.rulesOff[.declined] = nil
    for person in people.indices where people[person].number == line.person {
      without.people[person].declinedNeeds = [line.need]
    }
    let (with, best) = (try everyPlan(), try without.everyPlan())
    guard let with else { return false }
    return best.map { $0 < with } ?? true
  }

  private func everyPlan() throws -> Worth? { EveryPlan(self, unkept: try model().unkept).worth }

  /// The plan of the town, made anew or from another.
  fileprivate func outcome(from plan: [Proposal]? = nil) throws -> Outcome? {
    let model = try model()
    let start = plan.map { JointStart(chosen: model.chosen(remainingOf: $0)) }
    let solution = try solveJointly(model.problem, from: start)
    let lines = solution.chosen.compactMap { part -> Outcome.Line? in
      guard case .placement(let need, let person, _) = model.meaning(ofPart: part) else {
        return nil
      }
      return Outcome.Line(need: needs[need].need.reference, person: people[person].number)
    }
    return Outcome(
      lines: Set(lines), mustFillUnfilled: solution.mustFillUnfilled,
      objective: solution.objective, bound: solution.bound)
  }

  /// The town as it would be recorded with the changes, written down here once more; only what is given back to a
  /// supervisor is left to the explanation.
  fileprivate func with(_ changes: [Change]) -> Town {
    var town = self
    // Whoever withdraws is named by place among the people: that comes last.
    for change in changes { town.make(change) }
    return town
  }

  private mutating func make(_ change: Change) {
    switch change {
    case .releaseDays(let place, let more):
      let days = places[place].release?.halfDaysPerHalfTerm ?? HalfDays(0)
      places[place].release?.halfDaysPerHalfTerm = days + more
    case .peopleOut(let place, let more): places[place].release?.outAtOnce += more
    case .days(let person, let role, let more):
      for term in people[person].designations.indices
      where people[person].designations[term].role == role {
        let days = people[person].designations[term].halfDaysAYear ?? policy.defaultHalfDaysAYear
        people[person].designations[term].halfDaysAYear = days + more
      }
    case .supervisingDays: self = Town(World(snapshot, under: policy).with(change))
    case .vettingRenewed(let person): people[person].vettedOn = snapshot.today
    case .specialismVerified(let person, let role, let specialism):
      for term in people[person].designations.indices
      where people[person].designations[term].role == role {
        people[person].designations[term].specialisms = [
          HeldSpecialism(name: specialism, verifiedOn: snapshot.today)
        ]
      }
    case .travelLimit(let person, let miles): people[person].travelMiles = miles
    case .withdrawal(let person):
      let number = people.remove(at: person).number
      standing.removeAll { $0.person == number }
    case .weight(let criterion, let points): policy.weights[criterion] = points
    case .newcomer: Issue.record("nobody is asked for who is not there")
    }
  }
}

extension Change {
  fileprivate var kind: String { String("\(self)".prefix { $0 != "(" }) }

  /// Every smaller one of its kind.
  fileprivate func smaller(than town: Town) -> [Change] {
    switch self {
    case .releaseDays(let place, let more):
      (1..<more.count).map { .releaseDays(place: place, more: HalfDays($0)) }
    case .peopleOut(let place, let more):
      (1..<more).map { .peopleOut(place: place, more: $0) }
    case .days(let person, let role, let more):
      (1..<more.count).map { .days(person: person, role: role, more: HalfDays($0)) }
    case .supervisingDays(let person, let role, let more):
      (1..<more.count).map { .supervisingDays(person: person, role: role, more: HalfDays($0)) }
    case .travelLimit(let person, let miles):
      (0..<miles).map { .travelLimit(person: person, miles: $0) }
    case .weight(let criterion, let points):
      smaller(from: town.policy.weights[criterion] ?? 0, to: points).map {
        .weight(criterion, to: $0)
      }
    case .vettingRenewed, .specialismVerified, .withdrawal, .newcomer: []
    }
  }

  private func smaller(from now: Int, to points: Int) -> [Int] {
    Array(stride(from: now, to: points, by: points > now ? 10 : -10).dropFirst())
  }
}
