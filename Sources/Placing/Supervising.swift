import Domain

/// What keeps somebody from supervising a first deployment, a sentence each; empty when nothing does. Pure.
///
/// Looks at the designation whose days it would spend, at those days, and at the days of their home; whether they
/// are available, vetted and free of conflicts is a rule like any other. Terms of a role that follow one another
/// hold together, and of several the one with the most days counts, as in a plan.
///
/// - Parameters:
///   - person: who is supervised.
///   - supervisor: who supervises, with what is promised of them today.
///   - home: where the supervisor works, with what is promised from there; nil when none is recorded.
public func barsToSupervising(
  _ supervision: Supervision, of person: Candidate, at need: Need, by supervisor: Candidate,
  from home: Place?, policy: Policy
) -> [String] {
  let alliances = Set(
    person.designations.filter { $0.overlaps(need.window) }.compactMap(\.alliance)
  ).sorted()
  let terms = alliances.flatMap { alliance in
    supervisor.terms(as: supervision.role, of: alliance, over: need.window)
  }
  let days = terms.map { $0.halfDaysAYear ?? policy.defaultHalfDaysAYear }.max()
  guard let days else {
    return [
      "Holds no \(supervision.role) designation that supervises in the same alliance over the whole window"
    ]
  }
  var bars: [String] = []
  if !supervisor.designations.contains(where: { $0.role == supervision.role && $0.completed > 0 }) {
    bars.append("Has completed no deployment as \(supervision.role) yet")
  }
  bars += spent(supervision, at: need, by: supervisor, of: days, policy)
  if policy.rulesOff[.release] == nil, let home {
    bars += overfull(home, supervision.halfDays, over: need.window, policy)
  }
  return bars
}

/// Days of the designation and of the allowance.
private func spent(
  _ supervision: Supervision, at need: Need, by supervisor: Candidate, of days: HalfDays,
  _ policy: Policy
) -> [String] {
  var bars: [String] = []
  let year = need.window.from.schoolYearStart
  let spendable = Int(days.count) * policy.joint.mostPercentOfDays / 100
  let left = spendable - Int(supervisor.promisedHalfDays(in: year, as: supervision.role))
  if policy.rulesOff[.days] == nil, left < supervision.halfDays.count {
    bars.append(
      "Has \(HalfDays(Int32(clamping: max(left, 0))).spoken) left as \(supervision.role) in the school year, and "
        + "supervising takes \(supervision.halfDays.spoken)")
  }
  let supervised = HalfDays(supervisor.promisedToSupervising(in: year))
  let allowance = policy.joint.supervisingHalfDaysAYear
  if allowance < supervised + supervision.halfDays {
    bars.append(
      "Supervises \(supervised.spoken) in the school year already, and this would take "
        + "\(supervision.halfDays.spoken) of the \(allowance.spoken) allowed")
  }
  return bars
}

/// The first part of the year in which the home would let go more days than it does.
private func overfull(
  _ home: Place, _ halfDays: HalfDays, over window: DaySpan, _ policy: Policy
) -> [String] {
  let calendar = TermCalendar(halfTerms: policy.halfTerms)
  let left = ReleaseLeft(home, policy, calendar)
  let share = calendar.shares(of: halfDays.count, over: window).first {
    $0.halfDays > left.halfDays[Int($0.part)]
  }
  guard let share else { return [] }
  let promised = HalfDays(left.promised[Int(share.part)])
  let lets = policy.release(of: home).halfDaysPerHalfTerm
  return [
    "\(home.name) lets go \(lets.spoken) per half-term; in \(calendar.spoken(part: Int(share.part))) "
      + "\(promised.spoken) \(promised.count == 2 ? "is" : "are") promised and supervising asks for "
      + HalfDays(share.halfDays).spoken
  ]
}

extension Candidate {
  /// Terms of a role that supervise in an alliance, of those in force in the window; none unless they hold on its
  /// every day together.
  fileprivate func terms(
    as role: String, of alliance: String, over window: DaySpan
  ) -> [Designation] {
    let terms = designations.filter {
      $0.role == role && $0.supervises && $0.alliance == alliance && $0.overlaps(window)
    }
    var day = window.from
    // Every turn but the last uses a term that ends later than the ones before it.
    for _ in terms {
      let running = terms.filter { $0.overlaps(DaySpan(day: day)) }
      guard let last = running.map({ $0.until ?? window.to }).max() else { return [] }
      if last >= window.to { return terms }
      day = last.adding(days: 1)
    }
    return []
  }
}
