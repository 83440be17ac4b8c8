import Domain
import Storing

/// The plan another is to be made again from, with the data it was made from.
struct PlanToRemake {
  let number: Int
  let plan: Plan
  private let snapshot: Meanwhile<Result<Snapshot, any Error>>

  /// - Throws: when there is no such plan, or it is not what was saved.
  init(_ number: Int, in store: Store) throws {
    let stored = try store.plan(number)
    guard stored.isIntact else { throw Failure.altered(plan: number) }
    self.number = number
    plan = stored.plan
    snapshot = Meanwhile { [text = stored.plan.snapshot] in Result { try Snapshot(text: text) } }
  }

  /// The needs it was made for.
  func scope(in store: Store) throws -> PlanScope {
    PlanScope(
      kinds: plan.kinds, within: try plan.within.map(store.scope(named:)), from: plan.from,
      to: plan.to)
  }

  /// Its lines, which stay unless more is to be won than the price of a change, and what is pinned.
  func standing(beside others: [StandingLine]) -> [StandingLine] {
    others.filter(\.isPinned)
      + plan.proposals.map {
        StandingLine(need: $0.need, person: $0.person, isPinned: false, plan: number)
      }
  }

  func changes(to plan: Plan, _ work: PlanWork) throws -> (PlanChanges, ChangeTelling) {
    (
      PlanChanges(from: self.plan, number: number, to: plan),
      ChangeTelling(
        then: PlanData(
          self.plan, try snapshot.value().get(),
          policy: try self.plan.ownPolicy(),
          scorer: nil),
        now: PlanData(plan, work.snapshot, policy: work.policy, scorer: work.scorer))
    )
  }
}
