import Domain
import Explaining

/// The pieces of a large plan on which a change is tried: around needs left short that it could help.
struct ScarcityTrials {
  private let whole: WholePlan
  /// People who could fill each need left short and are not chosen for it, by the positions of both.
  let couldFill: [(need: Int, people: [Int])]

  private static let needsEach = 6

  init(_ whole: WholePlan, short: [Int]) {
    self.whole = whole
    let chosen = Set(
      whole.plan.proposals.map { Outcome.Line(need: $0.need, person: $0.person) })
    couldFill = short.map { need in
      let reference = whole.snapshot.needs[need].need.reference
      let people = whole.scorer.eligiblePeople(for: need).map(\.person).filter {
        !chosen.contains(.init(need: reference, person: whole.snapshot.people[$0].number))
      }
      return (need, people)
    }
  }

  /// The plan around what a change could help, and the change in its numbers; nil where there is nothing to help.
  func question(about change: Change) throws -> (PlanInQuestion, Change)? {
    let needs = needs(helpedBy: change)
    guard !needs.isEmpty else { return nil }
    let question = try whole.question(about: needs, people: people(of: change))
    let own = change.moved(
      place: { place in
        let key = whole.snapshot.places[place].key
        return question.work.snapshot.places.firstIndex { $0.key == key }
      },
      person: { question.person(whole.snapshot.people[$0].number) },
      need: { question.need(whole.snapshot.needs[$0].need.reference) })
    return own.map { (question, $0) }
  }

  private func people(of change: Change) -> [Int] {
    if case .supervisingDays(let person, _, _) = change { [person] } else { [] }
  }

  private func needs(helpedBy change: Change) -> [Int] {
    switch change {
    case .newcomer(let need): return [need] + alike(need)
    case .releaseDays(let home, _), .peopleOut(let home, _):
      return most { $0.contains { whole.snapshot.people[$0].home == home } }
    case .supervisingDays(let supervisor, let role, _):
      let alliances = Set(
        whole.snapshot.people[supervisor].designations.filter { $0.role == role && $0.supervises }
          .compactMap(\.alliance))
      return most { people in
        people.contains { person in
          whole.snapshot.people[person].designations.contains {
            $0.completed == 0 && $0.alliance.map(alliances.contains) ?? false
          }
        }
      }
    default: return []
    }
  }

  /// Needs left short that a test of their people accepts: must-fill first.
  private func most(_ isHelped: ([Int]) -> Bool) -> [Int] {
    let found = couldFill.filter { isHelped($0.people) }.map(\.need)
    return Array(
      (found.filter(isMustFill) + found.filter { !isMustFill($0) }).prefix(Self.needsEach))
  }

  private func isMustFill(_ need: Int) -> Bool {
    whole.snapshot.needs[need].need.priority == .mustFill
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
    return couldFill.map(\.need).filter {
      let other = whole.snapshot.needs[$0].need
      return $0 != need && other.kind == asked.kind && other.role == asked.role
        && other.specialism == asked.specialism
    }.compactMap { other in metres(other).map { (metres: $0, need: other) } }
      .sorted { ($0.metres, $0.need) < ($1.metres, $1.need) }
      .prefix(Self.needsEach - 1).map(\.need)
  }
}
