import Domain

/// What keeps somebody from supervising a first deployment, a sentence each; empty when nothing does. Pure.
///
/// Looks at the designation whose days it would spend and at those days; whether they are available, vetted
/// and free of conflicts is a rule like any other.
///
/// - Parameters:
///   - person: who is supervised.
///   - supervisor: who supervises, with what is promised of them today.
public func barsToSupervising(
  _ supervision: Supervision, of person: Candidate, at need: Need, by supervisor: Candidate,
  policy: Policy
) -> [String] {
  let alliances = Set(
    person.designations.filter { $0.isInForce(over: need.window) }.map(\.alliance))
  let terms = supervisor.designations.filter {
    $0.role == supervision.role && $0.supervises && $0.isInForce(over: need.window)
      && alliances.contains($0.alliance)
  }
  guard let term = terms.max(by: { $0.since < $1.since }) else {
    return [
      "Holds no \(supervision.role) designation that supervises in the same alliance over the whole window"
    ]
  }
  var bars: [String] = []
  if term.completed == 0 {
    bars.append("Has completed no deployment as \(supervision.role) yet")
  }
  let year = need.window.from.schoolYearStart
  let promised = supervisor.commitments.filter {
    $0.kind == .deployment && $0.window.from.schoolYearStart == year
  }
  let spent = promised.filter { $0.role == nil || $0.role == supervision.role }.halfDays
  let left = (term.halfDaysAYear ?? policy.defaultHalfDaysAYear) - spent
  if left < supervision.halfDays {
    bars.append(
      "Has \(max(left, HalfDays(0)).spoken) left as \(supervision.role) in the school year, and "
        + "supervising takes \(supervision.halfDays.spoken)")
  }
  let supervised = promised.filter(\.isSupervising).halfDays
  let allowance = policy.joint.supervisingHalfDaysAYear
  if allowance < supervised + supervision.halfDays {
    bars.append(
      "Supervises \(supervised.spoken) in the school year already, and this would take "
        + "\(supervision.halfDays.spoken) of the \(allowance.spoken) allowed")
  }
  return bars
}

extension Designation {
  fileprivate func isInForce(over window: DaySpan) -> Bool {
    since <= window.from && until.map { window.to <= $0 } ?? true
  }
}

extension [Commitment] {
  fileprivate var halfDays: HalfDays { reduce(HalfDays(0)) { $0 + $1.halfDays } }
}
