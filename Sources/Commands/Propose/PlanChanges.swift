import Domain
import Reporting

/// Which proposals of a plan made again differ from the earlier plan's, need by need.
struct PlanChanges {
  struct Change: Hashable {
    let need: String
    /// Whom the earlier plan proposed, and whom this one does; those in both are in both lists.
    let was: [PersonNumber]
    let now: [PersonNumber]
  }

  /// The earlier plan's number.
  let earlier: Int
  /// Needs by reference, shorter references first.
  let changed: [Change]
  /// Proposals that are in both.
  let stays: Int

  init(from earlier: Plan, number: Int, to plan: Plan) {
    let was = Dictionary(grouping: earlier.proposals, by: \.need).mapValues { $0.map(\.person) }
    let now = Dictionary(grouping: plan.proposals, by: \.need).mapValues { $0.map(\.person) }
    let needs = Set(was.keys).union(now.keys).sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
    self.earlier = number
    changed = needs.compactMap { need in
      let change = Change(
        need: need, was: (was[need] ?? []).sorted(), now: (now[need] ?? []).sorted())
      return change.was == change.now ? nil : change
    }
    stays = needs.reduce(0) { $0 + Set(was[$1] ?? []).intersection(now[$1] ?? []).count }
  }

  var json: [(String, JSON)] {
    [
      (
        "changed",
        .array(
          changed.map {
            ["need": .string($0.need), "was": Self.json($0.was), "now": Self.json($0.now)]
          })
      ),
      ("stays", .int(stays)),
    ]
  }

  private static func json(_ people: [PersonNumber]) -> JSON {
    .array(people.map { .string($0.description) })
  }

  /// `31 lines stay as in plan 1.`
  var closing: String {
    if changed.isEmpty, stays == 0 { return "Plan \(earlier) proposed nobody either." }
    if changed.isEmpty { return "Nothing changes: \(staying)." }
    return stays == 0 ? "No line stays as in plan \(earlier)." : "\(staying)."
  }

  private var staying: String {
    "\(Phrase.count(stays, "line")) \(stays == 1 ? "stays" : "stay") as in plan \(earlier)"
  }
}

/// A change told to somebody who knows the earlier plan: who is new, who is gone, and what became of them.
struct ChangeTelling {
  private let then: Snapshot
  private let work: PlanWork
  private let needOfPerson: [PersonNumber: String]
  private let needs: [String: Int]
  private let people: [PersonNumber: Int]
  private let formerNeeds: [String: Int]
  private let formerPeople: [PersonNumber: Int]

  /// - Parameters:
  ///   - then: what the earlier plan was made from.
  ///   - plan: the plan made again.
  init(then: Snapshot, _ plan: Plan, _ work: PlanWork) {
    func indexes<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
      Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.then = then
    self.work = work
    needOfPerson = Dictionary(
      plan.proposals.map { ($0.person, $0.need) }, uniquingKeysWith: { first, _ in first })
    needs = indexes(work.snapshot.needs.map(\.need.reference))
    people = indexes(work.snapshot.people.map(\.number))
    formerNeeds = indexes(then.needs.map(\.need.reference))
    formerPeople = indexes(then.people.map(\.number))
  }

  /// `Priory Primary School: 5 days of SLE support in Phonics, ...`, as it is asked now or was.
  func ask(_ need: String) -> String {
    if let index = needs[need] {
      return work.need(index).spoken(at: work.place(ofNeed: index).name)
    }
    guard let index = formerNeeds[need] else { return "" }
    return then.needs[index].need.spoken(at: then.places[then.needs[index].place].name)
  }

  /// `Now P36 Ruth Example instead of P33 Ann Example. P33 goes to N005`
  func sentence(_ change: PlanChanges.Change) -> String {
    let came = change.now.filter { !change.was.contains($0) }
    let went = change.was.filter { !change.now.contains($0) }
    let who: String
    if went.isEmpty {
      who = "New: \(names(came))"
    } else if came.isEmpty {
      who = "Gone: \(names(went))"
    } else {
      who = "Now \(names(came)) instead of \(names(went))"
    }
    var parts = [who]
    if !went.isEmpty { parts += reasons(went, change) }
    return parts.joined(separator: ". ")
  }

  private func names(_ numbers: [PersonNumber]) -> String { Phrase.list(numbers.map(name)) }

  private func name(_ number: PersonNumber) -> String {
    if let index = people[number] {
      let home = work.home(ofPerson: index).map { " of \($0.name)" } ?? ""
      return "\(number) \(work.person(index).name)\(home)"
    }
    return "\(number) \(formerPeople[number].map { then.people[$0].name } ?? "")"
  }

  /// What became of those who were to go there, as far as the data say.
  private func reasons(_ went: [PersonNumber], _ change: PlanChanges.Change) -> [String] {
    guard let need = needs[change.need] else { return ["No place is open there any more"] }
    let isNarrower = Int(work.snapshot.needs[need].open) < change.was.count
    var reasons = isNarrower ? ["Fewer places are open there now"] : []
    for number in went {
      if let other = needOfPerson[number] {
        reasons.append("\(number) goes to \(other)")
      } else if let person = people[number] {
        if !isNarrower, case .barred(let bars) = work.scorer.judge(person: person, need: need),
          let bar = bars.first
        {
          reasons.append("\(number) is barred: \(bar.because)")
        }
      } else {
        reasons.append("\(number) is no longer among those who could go anywhere")
      }
    }
    return reasons
  }
}
