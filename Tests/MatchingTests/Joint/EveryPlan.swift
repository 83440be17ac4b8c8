import Checking
import Domain
import Scoring

/// The best plan of a tiny town by trying every one, proposal by proposal: what is allowed is asked of the rules in
/// plain words alone, which know nothing of parts, rows and limits.
struct EveryPlan {
  private let town: Town
  private let scorer: Scorer
  /// Without standing lines: which of them hold is looked at here.
  private let snapshot: Snapshot
  private let pinned: [StandingLine]
  /// For each need the proposals that could stand alone, the best first.
  private var possible: [[Possible]] = []
  private var best: Int?
  /// The best plan; empty when there is none.
  private(set) var proposals: [Proposal] = []

  private struct Possible {
    var proposal: Proposal
    /// Points, with what it saves of the penalty; a must-fill place is worth more than all points.
    var worth: Int
  }

  private static let mustFill = 1 << 32

  /// - Parameter unkept: pinned lines that nobody has to keep.
  init(_ town: Town, unkept: [StandingLine]) {
    self.town = town
    var bare = town.snapshot
    bare.standing = []
    snapshot = bare
    scorer = Scorer(snapshot: bare, policy: town.policy)
    pinned = town.standing.filter { $0.isPinned && !unkept.contains($0) }
    possible = town.needs.indices.map(possible)
    let bounds = possible.indices.map { need in
      possible[need].prefix(Int(town.needs[need].open)).reduce(0) { $0 + max(0, $1.worth) }
    }
    let rest = bounds.indices.map { bounds[$0...].reduce(0, +) } + [0]
    look(from: (need: 0, item: 0, left: nil), [], 0, rest)
  }

  /// Nil when not even the pinned lines can stand.
  var worth: Worth? {
    best.map { best in
      let filled = (best + Self.mustFill / 2) / Self.mustFill
      let asked = town.needs.filter { $0.need.priority == .mustFill }
        .reduce(0) { $0 + Int($1.open) }
      let penalties = town.needs.reduce(0) { $0 + penalty($1) * Int($1.open) }
      return Worth(
        mustFillUnfilled: asked - filled, objective: best - filled * Self.mustFill - penalties)
    }
  }

  private func penalty(_ open: OpenNeed) -> Int { town.policy.penalties[open.need.priority] ?? 0 }

  private func allows(_ proposals: [Proposal]) -> Bool {
    let plan = Plan(
      kinds: Need.Kind.allCases, policy: "", snapshot: "", objective: 0, bound: 0,
      mustFillUnfilled: 0, proposals: proposals)
    return brokenRules(of: plan, made: snapshot, under: town.policy).isEmpty
  }

  private mutating func look(
    from place: (need: Int, item: Int, left: Int?), _ plan: [Proposal], _ worth: Int,
    _ rest: [Int]
  ) {
    guard place.need < possible.count else {
      if worth > best ?? .min, keepsPinned(plan) { (best, proposals) = (worth, plan) }
      return
    }
    if let best, worth + rest[place.need] <= best { return }
    let left = place.left ?? Int(town.needs[place.need].open)
    if left > 0 {
      for item in place.item..<possible[place.need].count {
        let next = possible[place.need][item]
        guard allows(plan + [next.proposal]) else { continue }
        look(
          from: (place.need, item + 1, left - 1), plan + [next.proposal], worth + next.worth, rest)
      }
    }
    look(from: (place.need + 1, 0, nil), plan, worth, rest)
  }

  private func keepsPinned(_ plan: [Proposal]) -> Bool {
    pinned.allSatisfy { line in
      plan.contains { $0.need == line.need && $0.person == line.person }
    }
  }
}

extension EveryPlan {
  private func possible(_ need: Int) -> [Possible] {
    town.people.indices.flatMap { person in
      companies(of: person, at: need).filter { allows([$0]) }.map {
        Possible(proposal: $0, worth: worth(of: $0, person, need))
      }
    }.sorted { $0.worth > $1.worth }
  }

  /// A person at a need alone, with every supervisor, and with every chain of covers.
  private func companies(of person: Int, at need: Int) -> [Proposal] {
    let asked = town.needs[need].need
    let alone = Proposal(
      need: asked.reference, person: town.people[person].number, points: 0, lines: [])
    guard asked.kind == .deployment else {
      return chains(leaving: [person], need).map { covers in
        var proposal = alone
        proposal.covers = covers
        return proposal
      }
    }
    let halfDays = town.policy.joint.supervising(asked.halfDays ?? HalfDays(0))
    return [alone]
      + town.people.filter { $0.number != alone.person }.flatMap { other in
        Set(other.designations.map(\.role)).sorted().map { role in
          var proposal = alone
          proposal.supervision = Supervision(person: other.number, role: role, halfDays: halfDays)
          return proposal
        }
      }
  }

  private func chains(leaving people: [Int], _ need: Int) -> [[Cover]] {
    let whose = town.people[people[people.count - 1]]
    guard let home = whose.home, let post = whose.role,
      people.count <= town.policy.joint.longestCoverChain
    else { return [[]] }
    let (place, role) = (town.needs[need].place, town.needs[need].need.role)
    return [[]]
      + town.people.indices.filter { !people.contains($0) }.flatMap { person in
        let other = town.people[person]
        let way: Cover.Way =
          other.home == home
          ? .stepsUp : other.home == place && other.role == role ? .exchanges : .moves
        let cover = Cover(
          person: other.number, insteadOf: whose.number, post: post, place: town.places[home].key,
          way: way, points: 0, lines: [])
        return chains(leaving: people + [person], need).map { [cover] + $0 }
      }
  }

  private func worth(of proposal: Proposal, _ person: Int, _ need: Int) -> Int {
    let open = town.needs[need]
    var worth = penalty(open) + scorer.judge(person: person, need: need).points
    if open.need.priority == .mustFill { worth += Self.mustFill }
    let lines = town.standing.filter {
      $0.need == proposal.need && $0.person == proposal.person
    }
    if !lines.isEmpty, lines.allSatisfy({ !$0.isPinned }) {
      worth += town.policy.joint.priceOfChange
    }
    for cover in proposal.covers {
      guard let other = town.people.firstIndex(where: { $0.number == cover.person }),
        let place = town.places.firstIndex(where: { $0.key == cover.place })
      else { continue }
      let post = OpenedPost(
        place: place, role: cover.post, window: open.need.window,
        fte: open.need.fte ?? FTE(hundredths: 100))
      let points = scorer.judge(person: other, covering: post).points
      worth += min(0, points - town.policy.joint.priceOfCover)
    }
    return worth
  }
}

extension Judgement {
  /// Of an eligible pair; far below 0 for one that is barred, which no plan should hold.
  fileprivate var points: Int {
    if case .eligible(let lines) = self { return lines.reduce(0) { $0 + $1.points } }
    return -1 << 24
  }
}
