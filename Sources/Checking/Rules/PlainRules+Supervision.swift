import Domain

/// A first deployment is supervised, inside the person's own alliance.
extension PlainRules {
  func supervising(
    _ proposal: Proposal, _ asked: Asked, need: Int, newcomer: Int, _ used: Designation?
  ) -> (doings: [Doing], broken: [String]) {
    guard isOn(.supervisedFirst), let used, isNew(snapshot.people[newcomer], as: used.role)
    else {
      let isIdle = proposal.supervision != nil
      return ([], isIdle ? ["Is supervised though nobody has to supervise it"] : [])
    }
    var broken: [String] = []
    if isOutsideAlliance(newcomer, used, asked) {
      broken.append("A first deployment stays inside the person's own alliance")
    }
    guard let supervision = proposal.supervision else {
      return ([], broken + ["A first deployment as \(used.role) has no supervisor"])
    }
    guard let supervisor = people[supervision.person] else {
      return ([], broken + ["The supervisor, \(supervision.person), is not a person of the plan"])
    }
    let held = supervisingDesignation(supervision, used.alliance, asked.window)
    broken += brokenSupervisor(supervision, supervisor, asked, held)
    let doing = Doing(
      what: .supervising, person: supervisor, need: need, kind: .deployment, window: asked.window,
      halfDays: Int(supervision.halfDays.count), designation: held, isOut: false)
    return ([doing], broken)
  }

  /// Whether somebody new would work outside the alliance that designated them.
  func isOutsideAlliance(_ person: Int, _ used: Designation?, _ asked: Asked) -> Bool {
    guard isOn(.supervisedFirst), let used, isNew(snapshot.people[person], as: used.role)
    else { return false }
    return !snapshot.places[asked.place].clusters.contains { $0 == used.alliance }
  }

  /// Nobody is new in a role in which any term of theirs has a completed deployment.
  func isNew(_ candidate: Candidate, as role: String) -> Bool {
    !candidate.designations.contains { $0.role == role && $0.completed > 0 }
  }

  /// The supervisor's designation of that alliance, in some term on every day of the window; of several the one
  /// with the most days a year.
  private func supervisingDesignation(
    _ supervision: Supervision, _ alliance: String?, _ window: DaySpan
  ) -> Designation? {
    guard let person = people[supervision.person], let alliance else { return nil }
    let terms = snapshot.people[person].designations.filter {
      $0.role == supervision.role && $0.supervises && $0.alliance == alliance
        && overlaps($0, window)
    }
    let isHeld = days(of: window).allSatisfy { day in terms.contains { isInForce($0, on: day) } }
    return isHeld ? terms.max { daysAYear($0) < daysAYear($1) } : nil
  }

  private func brokenSupervisor(
    _ supervision: Supervision, _ supervisor: Int, _ asked: Asked, _ held: Designation?
  ) -> [String] {
    let candidate = snapshot.people[supervisor]
    let whose = "The supervisor, \(supervision.person)"
    var broken: [String] = []
    if held == nil {
      broken.append(
        "\(whose), does not supervise as \(supervision.role) of the same alliance over the window")
    }
    if isNew(candidate, as: supervision.role) {
      broken.append("\(whose), has completed no deployment as \(supervision.role)")
    }
    let share = (asked.halfDays * policy.joint.supervisingPercent + 99) / 100
    if Int(supervision.halfDays.count) != max(1, share) {
      broken.append(
        "Supervising takes \(HalfDays(Int32(max(1, share))).spoken), not \(supervision.halfDays.spoken)"
      )
    }
    return broken
      + barringAnywhere(candidate, at: asked.place, over: asked.window).map { "\(whose): \($0)" }
  }
}
