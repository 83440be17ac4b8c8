extension Pair {
  /// Whether a specialism held in this designation answers the need.
  ///
  /// It does in a term of the role asked for (deployments; any role when none is asked for) in force
  /// in the window. While the designation rule is off, any designation does, ended or not.
  func isRight(designation index: Int) -> Bool {
    guard facts.designationIsOn else { return true }
    let term = facts.people.designations.items[index]
    let anyRole = !need.isDeployment || need.role == NameTable.blank
    return (anyRole || term.role == need.role) && term.overlaps(need)
  }

  /// The latest day the need's specialism was verified in a right designation; nil when it was not
  /// or when that expires before the window ends.
  var verifiedOn: Int32? {
    var latest: Int32?
    for index in facts.people.designations.range(row) where isRight(designation: index) {
      guard let day = facts.verification(designation: index, need) else { continue }
      latest = max(latest ?? day, day)
    }
    return latest
  }

  /// The first day of the window on which no term of the role asked for is in force; nil when every
  /// day is covered.
  var firstUncoveredDay: Int32? { firstUncoveredDay { $0.role == need.role } }

  /// The first day of the window on which no such term is in force; nil when every day is covered. Terms that
  /// follow one another cover together.
  @inline(__always)
  func firstUncoveredDay(_ isRight: (DesignationFacts) -> Bool) -> Int32? {
    let terms = facts.people.designations.range(row)
    var day = need.from
    // Every turn but the last uses a term that ends later than the ones before it.
    for _ in 0...terms.count {
      var covered: Int32?
      for index in terms {
        let term = facts.people.designations.items[index]
        guard term.since <= day, day <= term.until, isRight(term) else { continue }
        covered = max(covered ?? term.until, term.until)
      }
      guard let covered else { return day }
      if covered >= need.to { return nil }
      day = covered + 1
    }
    return day
  }

  /// The judgement that counts for the need's post; nil when none is recorded.
  var readiness: ReadinessFacts? {
    for index in facts.people.readiness.range(row)
    where facts.people.readiness.items[index].rung == need.role {
      return facts.people.readiness.items[index]
    }
    return nil
  }

  /// How near the phases somebody has worked in are to the need's.
  enum PhaseExperience { case unknown, same, near, far }

  /// By the used designation's phases, else the home's.
  var phaseExperience: PhaseExperience {
    guard need.phase != NameTable.blank else { return .unknown }
    if let used, !facts.people.phases.range(used).isEmpty {
      let phases = facts.people.phases
      if phases.list(used, holds: need.phase) { return .same }
      let near = phases.range(used).contains {
        facts.nearPhases.joins(need.phase, phases.items[$0])
      }
      return near ? .near : .far
    }
    guard let phase = home?.phase, phase != NameTable.blank else { return .unknown }
    if phase == need.phase { return .same }
    return facts.nearPhases.joins(need.phase, phase) ? .near : .far
  }
}
