import Domain
import Explaining
import Matching
import Reporting
import Storing

/// A stored plan with the data it was made from, ready to be made again with something different.
struct PlanInQuestion {
  let number: Int
  let plan: Plan
  let work: PlanWork
  /// Its parts, and the prices its proof ends with.
  let chosen: [Int]
  private let prices: JointProof.Prices?

  init(_ number: Int, in store: Store) throws {
    let stored = try store.plan(number)
    guard stored.isIntact else { throw Failure.altered(plan: number) }
    self.number = number
    plan = stored.plan
    work = try PlanWork(rebuilding: stored.plan)
    guard case .success(let chosen) = work.model.chosen(claimedBy: plan.proposals) else {
      throw Failure.altered(plan: number)
    }
    self.chosen = chosen
    let proof = try? PlanProof(text: plan.proof)
    prices = proof?.points.leaves.last.flatMap { proof?.points.prices[$0.prices] }
  }

  var outcome: Outcome {
    Outcome(
      lines: Set(
        plan.proposals.map { Outcome.Line(need: $0.need, person: $0.person) }),
      mustFillUnfilled: plan.mustFillUnfilled, objective: plan.objective, bound: plan.bound)
  }

  /// Makes the plan again from other data, beginning from this one; nil when a pinned line has to go for it.
  func solve(_ world: World) throws -> Outcome? {
    let other = try PlanWork(world)
    let gone = Set(work.model.unkept)
    guard other.model.unkept.allSatisfy({ !$0.isPinned || gone.contains($0) }) else { return nil }
    let start = JointStart(
      chosen: other.model.chosen(remainingOf: plan.proposals), prices: prices(for: other))
    return try other.search(from: start, effort: .again(other.model.problem)).map(other.outcome)
  }

  /// The prices of this plan's rows, for the rows of another problem that mean the same.
  private func prices(for other: PlanWork) -> JointProof.Prices? {
    guard let prices, prices.row.count == work.model.problem.rowCapacity.count else { return nil }
    var known: [JointMeaning.Row: Int] = [:]
    for (row, price) in prices.row.enumerated() where price != 0 {
      known[work.model.meaning(ofRow: row)] = price
    }
    return JointProof.Prices(
      row: other.model.problem.rowCapacity.indices.map {
        known[other.model.meaning(ofRow: $0)] ?? 0
      }, mustFill: prices.mustFill)
  }

  func name(_ person: Int) -> String {
    let candidate = work.person(person)
    let home = work.home(ofPerson: person).map { " of \(shown($0.name))" } ?? ""
    return "\(candidate.number) \(shown(candidate.name))\(home)"
  }

  func person(_ number: PersonNumber) -> Int? {
    work.snapshot.people.firstIndex { $0.number == number }
  }

  /// Needs whose plan a person helps with, by reference: supervising, and covering a post.
  func helps(_ person: Int) -> (supervises: [String], covers: [String]) {
    let number = work.person(person).number
    return (
      plan.proposals.filter { $0.supervision?.person == number }.map(\.need),
      plan.proposals.filter { $0.covers.contains { $0.person == number } }.map(\.need)
    )
  }

  /// Needs the plan gives a person, by reference.
  func needs(of person: Int) -> [String] {
    let number = work.person(person).number
    return plan.proposals.filter { $0.person == number }.map(\.need)
  }
}
