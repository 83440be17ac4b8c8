import Domain
import Placing
import Scoring

/// A plan beside the data and rules it was made from, for comparing it with another.
struct PlanData {
  let plan: Plan
  let snapshot: Snapshot
  let policy: Policy
  private let scorer: Scorer?
  private let needs: [String: Int]
  private let people: [PersonNumber: Int]
  private let lines: [String: [Proposal]]
  private let roles: [PersonNumber: [(need: String, does: String)]]

  /// - Parameter scorer: nil where nobody asks who is barred.
  init(_ plan: Plan, _ snapshot: Snapshot, policy: Policy, scorer: Scorer?) {
    self.plan = plan
    self.snapshot = snapshot
    self.policy = policy
    self.scorer = scorer
    needs = Dictionary(
      snapshot.needs.enumerated().map { ($1.need.reference, $0) },
      uniquingKeysWith: { first, _ in first })
    people = Dictionary(
      snapshot.people.enumerated().map { ($1.number, $0) },
      uniquingKeysWith: { first, _ in first })
    lines = Dictionary(grouping: plan.proposals, by: \.need)
    roles = Self.roles(in: plan)
  }

  /// A stored plan with the data stored with it.
  init(_ plan: Plan) throws {
    let snapshot = try Snapshot(text: plan.snapshot)
    let policy = try plan.ownPolicy()
    self.init(
      plan, snapshot, policy: policy, scorer: Scorer(snapshot: snapshot, policy: policy))
  }

  func need(_ reference: String) -> Int? { needs[reference] }
  func person(_ number: PersonNumber) -> Int? { people[number] }
  func line(_ need: String, _ person: PersonNumber) -> Proposal? {
    lines[need]?.first { $0.person == person }
  }

  func ask(_ need: String) -> String? {
    needs[need].map { index in
      let open = snapshot.needs[index]
      return open.need.spoken(at: snapshot.places[open.place].name)
    }
  }

  /// A name, with the home's; nil for somebody who is not in the data.
  func name(_ number: PersonNumber, withHome: Bool) -> String? {
    people[number].map { index in
      let person = snapshot.people[index]
      let home = person.home.map { " of \(snapshot.places[$0].name)" } ?? ""
      return person.name + (withHome ? home : "")
    }
  }

  /// What somebody does elsewhere in the plan: `goes to N005`, `supervises P40 at N007`; nil for nothing.
  func whereabouts(of number: PersonNumber, but need: String) -> String? {
    roles[number]?.first { $0.need != need }?.does
  }

  /// What keeps somebody from a need, as it may be told; nil for nothing, or for somebody unknown.
  func bar(to need: Int, of person: Int) -> ShownBar? {
    scorer.flatMap { ShownBar($0.judge(person: person, need: need)) }
  }

  /// What keeps somebody from supervising, on this plan's data.
  func bars(to supervision: Supervision, of person: PersonNumber, at need: Int) -> [String] {
    guard let newcomer = people[person] else { return [] }
    guard let supervisor = people[supervision.person] else {
      return ["\(supervision.person) is not among those who could go anywhere"]
    }
    return barsToSupervising(
      supervision, of: snapshot.people[newcomer], at: snapshot.needs[need].need,
      by: snapshot.people[supervisor],
      from: snapshot.people[supervisor].home.map { snapshot.places[$0] }, policy: policy)
  }

  private static func roles(in plan: Plan) -> [PersonNumber: [(need: String, does: String)]] {
    var roles: [PersonNumber: [(need: String, does: String)]] = [:]
    for line in plan.proposals {
      roles[line.person, default: []].append((line.need, "goes to \(line.need)"))
    }
    for line in plan.proposals {
      if let supervision = line.supervision {
        roles[supervision.person, default: []]
          .append((line.need, "supervises \(line.person) at \(line.need)"))
      }
      for cover in line.covers {
        roles[cover.person, default: []]
          .append((line.need, "covers for \(cover.insteadOf), who leaves for \(line.need)"))
      }
    }
    return roles
  }
}
