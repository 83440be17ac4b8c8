import Domain

/// What would have to change for a plan to place somebody at a need.
///
/// Every answer is found by making the plan again with the change, and is the smallest of its kind: each
/// smaller one was tried too, and did not do. A change does when no plan without the person at the need is as good:
/// where one is, a fixed draw would settle it. Where bars stand in the way, the changes that lift them come with
/// every answer.
public struct ChangeSearch {
  private let world: World
  private let line: Outcome.Line
  private let person: Int
  private let need: Int
  private let solve: Solving

  /// The steps in which a weight is changed.
  static let weightStep = 10
  /// Half-days beyond which nobody is asked for more.
  static let mostHalfDays: Int32 = 40
  static let mostPeople: Int32 = 3

  public init(_ world: World, placing person: Int, at need: Int, solve: @escaping Solving) {
    self.world = world
    self.person = person
    self.need = need
    self.solve = solve
    line = Outcome.Line(
      need: world.snapshot.needs[need].need.reference,
      person: world.snapshot.people[person].number)
  }

  /// - Parameters:
  ///   - bars: those the pair meets now.
  ///   - milesByRoad: from home to the need, rounded up; nil when not known.
  ///   - rivals: people of the plan whose withdrawal is worth trying, the likeliest first.
  ///   - criteria: weights worth changing, and whether more of it favours the person.
  /// - Returns: changes that place the person, each list the smallest of its kind; empty when none does, and an empty
  ///   list where the plan made again places them as things are.
  /// - Complexity: a plan made for each step of each kind, some 20 to 60 a kind at most, and one more for each answer.
  public func smallestChanges(
    bars: [Bar], milesByRoad: Int32?, rivals: [Int], criteria: [(Criterion, more: Bool)]
  ) throws -> [[Change]] {
    var lifts: [Change] = []
    for bar in bars {
      guard let lift = lift(bar.rule, milesByRoad) else { return [] }
      lifts += lift
    }
    // Without bars this asks whether the plan was the best at all.
    if try places(lifts) { return [lifts] }
    var found: [[Change]] = []
    for ladder in ladders(rivals, criteria) {
      for step in ladder where try places(lifts + [step]) {
        found.append(lifts + [step])
        break
      }
    }
    return found
  }

  private func places(_ changes: [Change]) throws -> Bool {
    let changed = world.with(changes)
    guard let plan = try solve(changed), plan.lines.contains(line) else { return false }
    return try solve(changed.forbidding(line)).map(plan.isBetter) ?? true
  }

  /// What lifts a bar; nil when nothing that one may speak of does. Days and release are found by steps.
  private func lift(_ rule: BarRule, _ milesByRoad: Int32?) -> [Change]? {
    let asked = world.snapshot.needs[need].need
    switch rule {
    case .vetting:
      return world.snapshot.people[person].prohibited ? nil : [.vettingRenewed(person: person)]
    case .specialism:
      guard let specialism = asked.specialism, let role = designation?.role else { return nil }
      return [.specialismVerified(person: person, role: role, specialism: specialism)]
    case .travel: return milesByRoad.map { [.travelLimit(person: person, miles: $0)] }
    case .days, .release: return []
    default: return nil
    }
  }

  private var designation: Designation? {
    let asked = world.snapshot.needs[need].need
    return world.snapshot.people[person].designations.first {
      (asked.role == nil || $0.role == asked.role) && $0.overlaps(asked.window)
    }
  }

  /// The kinds of change, each from the smallest step to the largest.
  private func ladders(_ rivals: [Int], _ criteria: [(Criterion, more: Bool)]) -> [[Change]] {
    let isDeployment = world.snapshot.needs[need].need.kind == .deployment
    var ladders: [[Change]] = []
    if let home = world.snapshot.people[person].home {
      if isDeployment {
        ladders.append(
          (1...Self.mostHalfDays).map { .releaseDays(place: home, more: HalfDays($0)) })
      }
      ladders.append((1...Self.mostPeople).map { .peopleOut(place: home, more: $0) })
    }
    if isDeployment, let designation {
      ladders.append(
        (1...Self.mostHalfDays).map {
          .days(person: person, role: designation.role, more: HalfDays($0))
        })
      if designation.completed == 0 { ladders += supervisors(designation) }
    }
    ladders.append(rivals.map { .withdrawal(person: $0) })
    return ladders + criteria.map(weights)
  }

  /// One ladder for each supervisor of the alliance.
  private func supervisors(_ designation: Designation) -> [[Change]] {
    world.snapshot.people.indices.compactMap { index -> [Change]? in
      guard index != person,
        let role = world.snapshot.people[index].designations.first(where: {
          $0.supervises && $0.alliance != nil && $0.alliance == designation.alliance
        })?.role
      else { return nil }
      return (1...Self.mostHalfDays / 4).map {
        .supervisingDays(person: index, role: role, more: HalfDays($0))
      }
    }
  }

  private func weights(_ criterion: Criterion, more: Bool) -> [Change] {
    let now = world.policy.weights[criterion] ?? 0
    let steps = more ? 30 : now / Self.weightStep
    guard steps > 0 else { return [] }
    return (1...steps).map {
      .weight(criterion, to: now + (more ? 1 : -1) * $0 * Self.weightStep)
    }
  }
}
