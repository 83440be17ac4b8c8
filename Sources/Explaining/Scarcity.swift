import Domain

/// What there is too little of: one more of it, and what a plan would win.
public struct Relief: Hashable, Sendable {
  public var change: Change
  /// Must-fill places filled on top.
  public var mustFill: Int
  /// People placed on top.
  public var placed: Int
  /// Points on top; beside more must-fill places it may be below 0.
  public var points: Int
}

/// Finds what a plan is short of, each answer verified by making the plan again with one more of it.
public struct Scarcity {
  private let world: World
  private let trial: (Change) throws -> Trial?

  /// What a change is tried on: data, the plan of it as it is, and the change in these data's own numbers.
  public struct Trial {
    var world: World
    var plan: Outcome
    var change: Change
    var solve: Solving

    public init(_ world: World, plan: Outcome, change: Change, solve: @escaping Solving) {
      (self.world, self.plan) = (world, plan)
      (self.change, self.solve) = (change, solve)
    }
  }

  public init(_ world: World, plan: Outcome, solve: @escaping Solving) {
    self.init(world) { Trial(world, plan: plan, change: $0, solve: solve) }
  }

  /// - Parameter trial: what each change is tried on; nil where it cannot be.
  public init(_ world: World, trial: @escaping (Change) throws -> Trial?) {
    self.world = world
    self.trial = trial
  }

  /// What would help, the most helpful first: must-fill places, then points, then people placed.
  ///
  /// - Parameters:
  ///   - couldFill: people who could fill each need left short, by the positions of both.
  ///   - tried: how many of each kind are tried, the likeliest first.
  /// - Complexity: a plan made for each one tried.
  public func reliefs(couldFill: [(need: Int, people: [Int])], tried: Int) throws -> [Relief] {
    let candidates =
      newcomers(couldFill.map(\.need)).prefix(tried)
      + homes(couldFill).prefix(tried).flatMap { home -> [Change] in
        [.releaseDays(place: home, more: HalfDays(days: 1)), .peopleOut(place: home, more: 1)]
      } + supervisors(couldFill).prefix(tried)
    var found: [(order: Int, relief: Relief)] = []
    for (order, change) in candidates.enumerated() {
      guard let relief = try relief(change) else { continue }
      found.append((order, relief))
    }
    return found.sorted {
      ($1.relief.mustFill, $1.relief.points, $1.relief.placed, $0.order)
        < ($0.relief.mustFill, $0.relief.points, $0.relief.placed, $1.order)
    }.map(\.relief)
  }

  /// What one change wins; nil when nothing.
  private func relief(_ change: Change) throws -> Relief? {
    guard let trial = try trial(change),
      let with = try trial.solve(trial.world.with(trial.change))
    else { return nil }
    let plan = trial.plan
    let relief = Relief(
      change: change, mustFill: plan.mustFillUnfilled - with.mustFillUnfilled,
      placed: with.lines.count - plan.lines.count, points: with.objective - plan.objective)
    return relief.mustFill > 0 || (relief.mustFill == 0 && relief.points > 0)
      ? relief : nil
  }

  /// One for each role, specialism, phase and area that needs are short in: must-fill first, then where most are short.
  private func newcomers(_ short: [Int]) -> [Change] {
    var groups: [(key: [String], needs: [Int])] = []
    var groupOf: [[String]: Int] = [:]
    for need in short {
      let asked = world.snapshot.needs[need].need
      let place = world.snapshot.places[world.snapshot.needs[need].place]
      let key = [
        asked.kind.rawValue, asked.role ?? "", asked.specialism ?? "",
        asked.phase ?? place.phase ?? "", place.authorityName ?? "",
      ]
      if let group = groupOf[key] {
        groups[group].needs.append(need)
      } else {
        groupOf[key] = groups.count
        groups.append((key, [need]))
      }
    }
    func mustFill(_ needs: [Int]) -> Int? {
      needs.first { world.snapshot.needs[$0].need.priority == .mustFill }
    }
    return groups.enumerated().sorted {
      let (one, other) = ($0.element.needs, $1.element.needs)
      return (mustFill(one) == nil ? 1 : 0, -one.count, $0.offset)
        < (mustFill(other) == nil ? 1 : 0, -other.count, $1.offset)
    }.compactMap { group in
      (mustFill(group.element.needs) ?? group.element.needs.first).map { .newcomer(likeNeed: $0) }
    }
  }

  /// Homes of those who could fill what is short, those of the most needs first.
  private func homes(_ couldFill: [(need: Int, people: [Int])]) -> [Int] {
    ranked(couldFill.map { Set($0.people.compactMap { world.snapshot.people[$0].home }) })
  }

  private func supervisors(_ couldFill: [(need: Int, people: [Int])]) -> [Change] {
    let alliances = couldFill.map { need, people in
      Set(
        people.flatMap { world.snapshot.people[$0].designations }
          .filter { $0.completed == 0 }.compactMap(\.alliance))
    }
    var helped: [String: Int] = [:]
    for alliance in alliances.joined() { helped[alliance, default: 0] += 1 }
    let supervisors = world.snapshot.people.indices.flatMap { person in
      world.snapshot.people[person].designations
        .filter { $0.supervises && $0.alliance.map { helped[$0] != nil } ?? false }
        .map { (person: person, designation: $0) }
    }
    func helps(_ designation: Designation) -> Int {
      designation.alliance.flatMap { helped[$0] } ?? 0
    }
    return supervisors.enumerated().sorted {
      (helps($1.element.designation), $0.offset) < (helps($0.element.designation), $1.offset)
    }.map {
      .supervisingDays(
        person: $0.element.person, role: $0.element.designation.role, more: HalfDays(days: 1))
    }
  }

  /// Members of the sets, those in the most sets first; of equals the smallest.
  private func ranked(_ sets: [Set<Int>]) -> [Int] {
    var counts: [Int: Int] = [:]
    for set in sets { for member in set { counts[member, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
