import Domain

/// What there is too little of: one more of it, and what a plan would win.
public struct Relief: Hashable, Sendable {
  public var change: Change
  /// Must-fill places filled on top.
  public var mustFill: Int
  /// People placed on top.
  public var placed: Int
  /// Points on top, from at least to at most: both equal where both plans are proven the best. Beside more
  /// must-fill places they may be below 0.
  public var points: ClosedRange<Int>
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

  /// What was found: what helps, and how much was looked at.
  public struct Findings: Sendable {
    /// The most helpful first: must-fill places, then points, then people placed.
    public var reliefs: [Relief]
    public var tried: Int
    /// Changes that were likely to help less, and were not tried.
    public var untried: Int
  }

  /// Changes worth trying, kind by kind, the likeliest first.
  ///
  /// - Parameter couldFill: people who could fill each need left short, by the positions of both.
  public func likely(couldFill: [(need: Int, people: [Int])]) -> [[Change]] {
    let homes = homes(couldFill)
    return [
      newcomers(couldFill.map(\.need)),
      homes.map { .releaseDays(place: $0, more: HalfDays(days: 1)) },
      homes.map { .peopleOut(place: $0, more: 1) },
      supervisors(couldFill),
    ]
  }

  /// - Parameters:
  ///   - kinds: changes of each kind, the likeliest first.
  ///   - tried: how many of each kind are tried.
  /// - Complexity: a plan made for each one tried.
  public func reliefs(among kinds: [[Change]], tried: Int) throws -> Findings {
    let candidates = kinds.flatMap { $0.prefix(tried) }
    var found: [(order: Int, relief: Relief)] = []
    for (order, change) in candidates.enumerated() {
      guard let relief = try relief(change) else { continue }
      found.append((order, relief))
    }
    func rank(_ relief: Relief) -> (Int, Int, Int) {
      (relief.mustFill, relief.points.lowerBound, relief.placed)
    }
    let reliefs = found.sorted {
      let (one, other) = (rank($0.relief), rank($1.relief))
      return one == other ? $0.order < $1.order : one > other
    }.map(\.relief)
    return Findings(
      reliefs: reliefs, tried: candidates.count,
      untried: kinds.reduce(0) { $0 + $1.count } - candidates.count)
  }

  /// What one change is sure to win; nil when nothing.
  private func relief(_ change: Change) throws -> Relief? {
    guard let trial = try trial(change),
      let with = try trial.solve(trial.world.with(trial.change))
    else { return nil }
    let plan = trial.plan
    // A search may do better than the plan it started from; the plan's own worth is all it can lose.
    let least = with.objective - plan.bound
    let relief = Relief(
      change: change, mustFill: plan.mustFillBound - with.mustFillUnfilled,
      placed: with.lines.count - plan.lines.count,
      points: least...max(least, with.bound - plan.objective))
    return relief.mustFill > 0 || (relief.mustFill == 0 && least > 0) ? relief : nil
  }

  /// One for each role, specialism, phase and area that needs are short in, by what one person could do of them in a
  /// year: must-fill first.
  public func newcomers(_ short: [Int]) -> [Change] {
    var groups: [[Int]] = []
    var groupOf: [[String]: Int] = [:]
    for need in short {
      let asked = world.snapshot.needs[need].need
      let place = world.snapshot.places[world.snapshot.needs[need].place]
      let key = [
        asked.kind.rawValue, asked.role ?? "", asked.specialism ?? "",
        asked.phase ?? place.phase ?? "", place.authorityName ?? "",
      ]
      if let group = groupOf[key] {
        groups[group].append(need)
      } else {
        groupOf[key] = groups.count
        groups.append([need])
      }
    }
    let ranked = groups.enumerated().map { order, needs -> (worth: Worth, order: Int, like: Int) in
      let dearest = needs.enumerated().sorted {
        (penalty($1.element), $0.offset) < (penalty($0.element), $1.offset)
      }.map(\.element)
      return (worth(ofOneMoreFor: dearest), order, dearest[0])
    }
    return ranked.sorted {
      ($1.worth.mustFill, $1.worth.points, $0.order) < (
        $0.worth.mustFill, $0.worth.points, $1.order
      )
    }.map { .newcomer(likeNeed: $0.like) }
  }

  private typealias Worth = (mustFill: Int, points: Int)

  private func penalty(_ need: Int) -> Int {
    world.policy.penalties[world.snapshot.needs[need].need.priority] ?? 0
  }

  /// What leaving needs open costs, as far as one person's days reach from the dearest down.
  private func worth(ofOneMoreFor needs: [Int]) -> Worth {
    var left = Int(world.policy.defaultHalfDaysAYear.count)
    var worth: Worth = (0, 0)
    for need in needs {
      let asked = world.snapshot.needs[need].need
      let halfDays = asked.kind == .secondment ? left : Int(asked.halfDays?.count ?? 0)
      guard halfDays <= left else { continue }
      left -= max(1, halfDays)
      if asked.priority == .mustFill { worth.mustFill += 1 }
      worth.points += penalty(need)
      if left <= 0 { break }
    }
    return worth
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
