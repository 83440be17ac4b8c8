import Domain
import Explaining
import Matching
import Reporting
import Scoring

/// Why needs stay short of people: what holds those who could fill them.
struct Shortfall: Sendable {
  private let work: PlanWork
  private let usage: Usage
  /// The needs the plan gives each person.
  private let given: [Int: [Int]]
  /// How many people the plan gives each need.
  private let filled: [Int: Int]
  private let shortages: Shortages

  /// - Parameter chosen: parts of the plan.
  init(_ work: PlanWork, chosen: [Int]) {
    self.work = work
    usage = Usage(work.model.problem, chosen: chosen)
    shortages = Shortages(work.model.problem, chosen: chosen)
    let placements = work.placements(chosen)
    filled = placements.reduce(into: [:]) { $0[$1.need, default: 0] += 1 }
    given = Dictionary(grouping: placements, by: \.person)
      .mapValues { $0.map(\.need).sorted { work.need($0).reference < work.need($1).reference } }
  }

  private static let named = 3

  /// A sentence without its full stop.
  func reason(_ need: Int) -> String {
    let others = others(for: need)
    guard !others.isEmpty else {
      return work.scorer.whyNobody(need: need, chosen: filled[need] ?? 0)
    }
    if let together = together(need) { return together }
    let held = others.prefix(Self.named).map { sentence(need, $0) }
    let rest = others.count - held.count
    let more = rest > 0 ? ", and \(rest) more \(rest == 1 ? "is" : "are") held in such ways" : ""
    let who =
      others.count == 1
      ? "The one person" : others.count == 2 ? "Both people" : "All \(others.count) people"
    return "\(who) who could fill it \(others.count == 1 ? "is" : "are") held: "
      + held.joined(separator: ", ") + more
  }

  /// `N003, N007 and N011 ask for 4 people, and share only 3 who could fill them: P1, P2 and P3`; nil where no few
  /// must-fill needs are short together.
  private func together(_ need: Int) -> String? {
    guard work.need(need).priority == .mustFill,
      let shortage = shortages.shortage(ofRow: work.model.row(ofNeed: need)),
      shortage.rows.count > 1, shortage.people.count <= Self.shared
    else { return nil }
    let needs = shortage.rows.map { work.need($0).reference }.sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
    let people = shortage.people.map { work.person($0).number }.sorted().map(\.description)
    let asked =
      "\(Phrase.list(needs)) ask for \(Phrase.count(shortage.units, "person", plural: "people"))"
    let share =
      "share only \(people.count) who could fill them, \(Phrase.list(people))"
    if shortage.lacksHelp {
      return
        "\(asked) and \(share); there is supervision or cover for only \(shortage.most) of them"
    }
    return shortage.most < people.count
      ? "\(asked) and \(share), with days and release for only \(Phrase.count(shortage.most, "place"))"
      : "\(asked) and \(share)"
  }

  private static let shared = 12

  /// People the plan chooses for a need.
  private func chosen(for need: Int) -> [Int] {
    given.filter { $0.value.contains(need) }.keys.sorted()
  }

  /// People who could fill the need and are not chosen for it, the most points first.
  func others(for need: Int) -> [Int] {
    let findings = work.model.findings
    let row = findings.pairStart[need]..<findings.pairStart[need + 1]
    return row.filter {
      let part = work.model.part(need: need, person: Int(findings.pairPerson[$0]))
      return part.map { !usage.isChosen($0) } ?? true
    }.sorted { (findings.pairPoints[$1], $0) < (findings.pairPoints[$0], $1) }
      .map { Int(findings.pairPerson[$0]) }
  }

  /// `P12 goes to N005 and has too few days left for it`
  func sentence(_ need: Int, _ person: Int) -> String {
    let number = work.person(person).number
    guard let part = work.model.part(need: need, person: person) else {
      return "\(number) \(lacking(need, person))"
    }
    let obstacles = usage.obstacles(to: part)
    if let limit = obstacles.limits.first {
      return sentence(number, person, work.model.meaning(ofLimit: limit))
    }
    if let row = obstacles.unmetRows.first {
      switch work.model.meaning(ofRow: row) {
      case .supervisors(_, let alliance):
        return "\(number) is new, and no supervisor of \(alliance) has days left for it"
      case .cover: return "nobody free could cover \(number)'s post"
      case .need: break
      }
    }
    if !obstacles.fullRows.isEmpty {
      let preferred = chosen(for: need).map { work.person($0).number.description }
      return "\(Phrase.list(preferred)) \(preferred.count == 1 ? "is" : "are") preferred"
    }
    return "\(number) would win fewer points than leaving it open costs"
  }

  private func lacking(_ need: Int, _ person: Int) -> String {
    switch work.model.lack(need: need, person: person) {
    case .supervisor(let alliance): "is new, and nobody of \(alliance) could supervise it"
    case .cover(let post): "holds a post as \(post.role) that nobody could cover"
    case nil: "is held by a pinned line"
    }
  }

  private func sentence(
    _ number: PersonNumber, _ person: Int, _ limit: JointMeaning.Limit
  ) -> String {
    let needs = (given[person] ?? []).map { work.need($0).reference }
    let goes = needs.isEmpty ? "" : "goes to \(Phrase.list(needs)) and "
    switch limit {
    case .days: return "\(number) \(goes)has too few days left"
    case .supervising: return "\(number) supervises as much as a year allows"
    case .fairLoad: return "\(number) \(goes)would have more than a fair share of the days"
    case .time:
      return needs.isEmpty
        ? "\(number) covers a post then" : "\(number) goes to \(Phrase.list(needs)) then"
    case .oneThing: return "\(number) helps with it in another way"
    case .homeDays(_, let part):
      return "\(number)'s home school has too few days left to let go in \(period(part))"
    case .peopleOut(_, let part):
      return "\(number)'s home school lets nobody more go in \(period(part))"
    }
  }

  private func period(_ part: Int) -> String {
    let halfTerms = work.policy.halfTerms
    return halfTerms.indices.contains(part)
      ? halfTerms[part].spoken : "the time outside known half-terms"
  }
}
