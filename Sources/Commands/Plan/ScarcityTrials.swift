import Domain
import Explaining
import Matching

/// The changes worth trying on a large plan, and the pieces of it on which each is tried.
///
/// Whoever would be worth more than they cost by the plan's prices, but for one thing in their way, says what one
/// more of that thing could win; whatever could win most is tried first, on the piece around those needs.
struct ScarcityTrials {
  private let whole: WholePlan
  private let short: [Int]
  /// Changes of each kind, the likeliest first.
  let kinds: [[Change]]
  private let hopes: [Change: Hope]
  /// People who could fill each need left short and are not chosen for it; only where prices name too few changes.
  private let couldFill: [(need: Int, people: [Int])]

  /// What a change is hoped to help.
  fileprivate struct Hope {
    /// The most that one person at one need could win, in 64ths of a point.
    var margin = 0
    /// Needs with the people who could then go there, those that could win most first.
    var pairs: [(margin: Int, need: Int, person: Int)] = []
  }

  private static let needsEach = 6

  /// - Parameters:
  ///   - short: needs left short.
  ///   - tries: how many changes of each kind are to be tried.
  init(_ whole: WholePlan, short: [Int], tries: Int) throws {
    self.whole = whole
    self.short = short
    var search = HopeSearch(try Self.withoutCovers(whole.world), whole.plan)
    search.find()
    let hopes = search.hopes
    self.hopes = hopes.changes
    func ranked(_ belongs: (Change) -> Bool) -> [Change] {
      hopes.order.filter(belongs).enumerated().sorted {
        let (one, other) = (hopes.changes[$0.element], hopes.changes[$1.element])
        let (worth, others) = (one?.worth ?? (0, 0), other?.worth ?? (0, 0))
        return worth == others ? $0.offset < $1.offset : worth > others
      }.map(\.element)
    }
    let scarcity = Scarcity(whole.world, trial: { _ in nil })
    let named = [
      scarcity.newcomers(short),
      ranked { if case .releaseDays = $0 { true } else { false } },
      ranked { if case .peopleOut = $0 { true } else { false } },
      ranked { if case .supervisingDays = $0 { true } else { false } },
    ]
    // Where few are named those whose people could fill the most are tried as well.
    let isEnough = named.dropFirst().allSatisfy { $0.count >= tries }
    couldFill = isEnough ? [] : Self.couldFill(whole, short)
    kinds =
      isEnough
      ? named
      : zip(named, scarcity.likely(couldFill: couldFill)).map { named, likely in
        named + likely.filter { !named.contains($0) }
      }
  }

  private static func couldFill(
    _ whole: WholePlan, _ short: [Int]
  ) -> [(need: Int, people: [Int])] {
    let chosen = Set(
      whole.plan.proposals.map { Outcome.Line(need: $0.need, person: $0.person) })
    return short.map { need in
      let reference = whole.snapshot.needs[need].need.reference
      let people = whole.scorer.eligiblePeople(for: need).map(\.person).filter {
        !chosen.contains(.init(need: reference, person: whole.snapshot.people[$0].number))
      }
      return (need, people)
    }
  }

  /// The whole plan's problem but for its covers, which take long to find.
  private static func withoutCovers(_ world: World) throws -> PlanWork {
    var world = world
    world.policy.rulesOff[.cover] = "not looked for"
    return try PlanWork(world)
  }

  /// The plan around what a change could help, and the change in its numbers; nil where there is nothing to help.
  func question(about change: Change) throws -> (PlanInQuestion, Change)? {
    var needs: [Int] = []
    var people: [Int] = []
    switch change {
    case .newcomer(let need): needs = [need] + alike(need)
    case .supervisingDays(let supervisor, _, _): people = [supervisor]
    default: break
    }
    for pair in hopes[change]?.pairs ?? [] where needs.count < Self.needsEach {
      if !needs.contains(pair.need) { needs.append(pair.need) }
      if !people.contains(pair.person) { people.append(pair.person) }
    }
    for need in others(helpedBy: change) where needs.count < Self.needsEach {
      if !needs.contains(need) { needs.append(need) }
    }
    guard !needs.isEmpty else { return nil }
    let question = try whole.question(about: needs, people: people)
    let own = change.moved(
      place: { place in
        let key = whole.snapshot.places[place].key
        return question.work.snapshot.places.firstIndex { $0.key == key }
      },
      person: { question.person(whole.snapshot.people[$0].number) },
      need: { question.need(whole.snapshot.needs[$0].need.reference) })
    return own.map { (question, $0) }
  }

  /// Needs left short that a change could help besides, must-fill first.
  private func others(helpedBy change: Change) -> [Int] {
    switch change {
    case .releaseDays(let home, _), .peopleOut(let home, _):
      let isShort = Set(short)
      let people = whole.snapshot.people.indices.filter { whole.snapshot.people[$0].home == home }
      let found = Set(people.flatMap { whole.scorer.eligibleNeeds(of: $0).map(\.need) })
      return mustFillFirst(found.intersection(isShort).sorted())
    case .supervisingDays(let supervisor, let role, _):
      let alliances = Set(
        whole.snapshot.people[supervisor].designations.filter { $0.role == role && $0.supervises }
          .compactMap(\.alliance))
      return mustFillFirst(
        couldFill.filter { _, people in
          people.contains { person in
            whole.snapshot.people[person].designations.contains {
              $0.completed == 0 && $0.alliance.map(alliances.contains) ?? false
            }
          }
        }.map(\.need))
    default: return []
    }
  }

  private func mustFillFirst(_ needs: [Int]) -> [Int] {
    func isMustFill(_ need: Int) -> Bool {
      whole.snapshot.needs[need].need.priority == .mustFill
    }
    return needs.filter(isMustFill) + needs.filter { !isMustFill($0) }
  }

  /// Other needs left short that ask for the same, the nearest first.
  private func alike(_ need: Int) -> [Int] {
    let asked = whole.snapshot.needs[need].need
    guard let here = whole.snapshot.places[whole.snapshot.needs[need].place].location else {
      return []
    }
    func metres(_ other: Int) -> Int? {
      whole.snapshot.places[whole.snapshot.needs[other].place].location.map {
        let (east, north) = (Int($0.easting - here.easting), Int($0.northing - here.northing))
        return east * east + north * north
      }
    }
    return short.filter {
      let other = whole.snapshot.needs[$0].need
      return $0 != need && other.kind == asked.kind && other.role == asked.role
        && other.specialism == asked.specialism
    }.compactMap { other in metres(other).map { (metres: $0, need: other) } }
      .sorted { ($0.metres, $0.need) < ($1.metres, $1.need) }
      .prefix(Self.needsEach - 1).map(\.need)
  }
}

extension ScarcityTrials.Hope {
  /// The most that one could win, then at how many needs.
  fileprivate var worth: (Int, Int) { (margin, pairs.count) }
}

/// Finds what each change is hoped to help, from everybody whom a plan's prices would rather have.
private struct HopeSearch {
  private let work: PlanWork
  private let usage: Usage
  private let chances: [Chance]
  /// Changes in the order they are met, and what each could help.
  private(set) var hopes: (order: [Change], changes: [Change: ScarcityTrials.Hope]) = ([], [:])

  private static let more = HalfDays(days: 1)

  init(_ work: PlanWork, _ plan: Plan) {
    self.work = work
    let lines = plan.proposals.map { line in
      var line = line
      line.covers = []
      return line
    }
    usage = Usage(work.model.problem, chosen: work.model.chosen(remainingOf: lines))
    let proof = try? PlanProof(text: plan.proof)
    let prices = proof.flatMap { PlanInQuestion.prices($0.points) }
    chances = usage.chances(by: prices ?? .init(row: []))
  }

  mutating func find() {
    for chance in chances {
      guard case .placement(let need, let person, _) = work.model.meaning(ofPart: chance.part),
        !leavesPostToCover(need, person)
      else { continue }
      let pair = (chance.margin, need, person)
      if chance.obstacles.unmetRows.isEmpty {
        if let change = change(past: chance.obstacles.limits, for: chance.part) {
          hope(change, pair)
        }
      } else if chance.obstacles.limits.isEmpty {
        for row in chance.obstacles.unmetRows {
          for helper in usage.helpers(inRow: row) {
            if let change = change(past: helper.passed, for: helper.part) { hope(change, pair) }
          }
        }
      }
    }
    for change in hopes.order {
      hopes.changes[change]?.pairs.sort {
        ($1.margin, $0.need, $0.person) < ($0.margin, $1.need, $1.person)
      }
    }
  }

  /// Whether a secondment opens a post: who would cover it is not looked for here.
  private func leavesPostToCover(_ need: Int, _ person: Int) -> Bool {
    work.need(need).kind == .secondment && work.person(person).role != nil
      && work.home(ofPerson: person)?.release?.coverNeeded == true
  }

  /// The one change that lets a part past every limit in its way; nil when there is none.
  private func change(past limits: [Int], for part: Int) -> Change? {
    var found: Change?
    for limit in limits {
      let change: Change
      switch (work.model.meaning(ofLimit: limit), work.model.meaning(ofPart: part)) {
      case (.homeDays(let place, _), _): change = .releaseDays(place: place, more: Self.more)
      case (.peopleOut(let place, _), _): change = .peopleOut(place: place, more: 1)
      case (.days, .supervising(_, let person, _, let designation, _)),
        (.supervising, .supervising(_, let person, _, let designation, _)):
        let role = work.person(person).designations[designation].role
        change = .supervisingDays(person: person, role: role, more: Self.more)
      default: return nil
      }
      let more = if case .peopleOut = change { Int32(1) } else { Self.more.count }
      guard found == nil || found == change, usage.isEnough(more, ofLimit: limit, for: part)
      else { return nil }
      found = change
    }
    return found
  }

  private mutating func hope(_ change: Change, _ pair: (margin: Int, need: Int, person: Int)) {
    if hopes.changes[change] == nil { hopes.order.append(change) }
    var hope = hopes.changes.removeValue(forKey: change) ?? .init()
    hope.margin = max(hope.margin, pair.margin)
    hope.pairs.append(pair)
    hopes.changes[change] = hope
  }
}
