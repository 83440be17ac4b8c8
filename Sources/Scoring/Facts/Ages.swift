import Domain

/// How old a judgement or a confirmation may be, counted back from the day the plan is made.
struct Ages: Sendable {
  let today: Day
  /// A readiness judged before this day no longer counts.
  let oldestReadiness: Day
  /// A vetting confirmed before this day has lapsed.
  let oldestVetting: Day
  /// Days over which a verification loses its freshness, 1 or more.
  let freshDays: Int

  init(_ today: Day, _ policy: Policy) {
    self.today = today
    oldestReadiness = today.adding(months: -policy.readinessMonths)
    oldestVetting = today.adding(months: -12 * policy.vettingYears)
    let stale = today.adding(months: -12 * policy.verifiedFreshYears)
    freshDays = max(1, Int(today.number - stale.number))
  }

  func vettingHasLapsed(_ vettedOn: Day?) -> Bool {
    vettedOn.map { $0 < oldestVetting } ?? false
  }
}
