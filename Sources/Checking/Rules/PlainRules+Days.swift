import Domain

/// Days: left of a designation in a school year, of the supervising allowance, and the spread between people.
extension PlainRules {
  func daysAYear(_ designation: Designation?) -> Int {
    Int((designation?.halfDaysAYear ?? policy.defaultHalfDaysAYear).count)
  }

  func brokenDays(_ doings: [Doing]) -> [BrokenRule] {
    byPerson(doings).flatMap { person, doings in
      (isOn(.days) ? brokenYears(person, doings) : []) + brokenAllowance(person, doings)
    }
  }

  /// What each person does, in the snapshot's order.
  func byPerson(_ doings: [Doing]) -> [(person: Int, doings: [Doing])] {
    Dictionary(grouping: doings, by: \.person).sorted { $0.key < $1.key }
      .map { (person: $0.key, doings: $0.value) }
  }

  /// Days spent as one designation in the school year their windows begin in.
  private struct Year: Hashable {
    var role: String?
    var start: Day
  }

  private func brokenYears(_ person: Int, _ doings: [Doing]) -> [BrokenRule] {
    let candidate = snapshot.people[person]
    let spending = doings.filter { $0.kind == .deployment }
    let years = Dictionary(grouping: spending) {
      Year(role: $0.designation?.role, start: $0.window.from.schoolYearStart)
    }
    let ordered = years.sorted {
      ($0.key.start, $0.key.role ?? "") < ($1.key.start, $1.key.role ?? "")
    }
    return ordered.compactMap { year, doings in
      let promised = candidate.commitments.filter {
        $0.kind == .deployment && $0.window.from.schoolYearStart == year.start
          && (year.role == nil || $0.role == nil || $0.role == year.role)
      }.reduce(0) { $0 + Int($1.halfDays.count) }
      func left(_ designation: Designation?) -> Int {
        daysAYear(designation) * policy.joint.mostPercentOfDays / 100 - promised
      }
      // Each by the term it is made under, and all together by the one with the most days.
      let terms = doings.map(\.designation) + terms(of: candidate, in: year)
      let together = (doings.reduce(0) { $0 + $1.halfDays }, terms.map(left).max() ?? 0)
      let each = doings.map { ($0.halfDays, left($0.designation)) }
      guard let (spent, left) = (each + [together]).first(where: { $0.0 > $0.1 }) else {
        return nil
      }
      let role = year.role.map { " as \($0)" } ?? ""
      return BrokenRule(
        .person(candidate.number),
        "Is given \(spoken(spent))\(role) in the school year from \(year.start.spoken), "
          + "and has \(spoken(max(0, left))) left")
    }
  }

  /// Terms of the role in force at some time in the school year: of several the most days count.
  private func terms(of candidate: Candidate, in year: Year) -> [Designation?] {
    guard let whole = DaySpan(from: year.start, to: year.start.adding(months: 12).adding(days: -1))
    else { return [] }
    return candidate.designations.filter { $0.role == year.role && overlaps($0, whole) }
  }

  private func brokenAllowance(_ person: Int, _ doings: [Doing]) -> [BrokenRule] {
    let candidate = snapshot.people[person]
    let years = Dictionary(grouping: doings.filter { $0.what == .supervising }) {
      $0.window.from.schoolYearStart
    }
    return years.sorted { $0.key < $1.key }.compactMap { start, doings in
      let promised = candidate.commitments.filter {
        $0.isSupervising && $0.window.from.schoolYearStart == start
      }.reduce(0) { $0 + Int($1.halfDays.count) }
      let spent = doings.reduce(promised) { $0 + $1.halfDays }
      let allowance = policy.joint.supervisingHalfDaysAYear
      guard spent > Int(allowance.count) else { return nil }
      return BrokenRule(
        .person(candidate.number),
        "Supervises \(spoken(spent)) in the school year from \(start.spoken), and the allowance is "
          + allowance.spoken)
    }
  }

  func spoken(_ halfDays: Int) -> String { HalfDays(Int32(clamping: halfDays)).spoken }
}

extension PlainRules {
  /// Nobody with several deployments is given much more than people are asked for on average.
  func brokenLoad(_ doings: [Doing]) -> [BrokenRule] {
    let asked = snapshot.needs.indices.reduce(0) {
      $0 + Asked(snapshot, need: $1).halfDays * Int(snapshot.needs[$1].open)
    }
    let loads: [(person: Int, halfDays: Int)] = byPerson(doings).compactMap { person, doings in
      let deployments = doings.filter { $0.what == .placement && $0.halfDays > 0 }
      guard deployments.count > 1 else { return nil }
      return (person, deployments.reduce(0) { $0 + $1.halfDays })
    }
    // With everybody asked the average is the least there is: below it nobody need be counted.
    guard let heaviest = loads.map(\.halfDays).max(),
      heaviest > most(asked, people: snapshot.people.count)
    else { return [] }
    let deployments = deploymentsByRole()
    let people = snapshot.people.indices.count { canBeAsked($0, deployments) }
    let most = most(asked, people: max(1, people))
    return loads.filter { $0.halfDays > most }.map {
      BrokenRule(
        .person(snapshot.people[$0.person].number),
        "Is given \(spoken($0.halfDays)), and fair load is \(spoken(most)) at most")
    }
  }

  private func most(_ asked: Int, people: Int) -> Int {
    (asked * policy.joint.mostPercentOfAverage + 100 * people - 1) / (100 * people)
  }

  private func deploymentsByRole() -> [String?: [(need: Int, asked: Asked)]] {
    let all = snapshot.needs.indices.map { (need: $0, asked: Asked(snapshot, need: $0)) }
    return Dictionary(grouping: all.filter { $0.asked.kind == .deployment }, by: \.asked.role)
  }

  /// Whether some deployment could be this person's, were it the only one.
  ///
  /// Of a country's only those are looked at that ask for a role they have and are in their reach.
  private func canBeAsked(
    _ person: Int, _ deployments: [String?: [(need: Int, asked: Asked)]]
  ) -> Bool {
    let candidate = snapshot.people[person]
    let held = Set(candidate.designations.map { Optional($0.role) })
    let roles = isOn(.designation) ? held.union([nil]) : Set(deployments.keys)
    return roles.contains { role in
      (deployments[role] ?? []).contains { need, asked in
        (isWithinFarthest(candidate, asked) || !isOn(.travel))
          && couldBeOnlyOne(person, need: need, asked)
      }
    }
  }

  private func couldBeOnlyOne(_ person: Int, need: Int, _ asked: Asked) -> Bool {
    guard barring(person, from: asked).isEmpty else { return false }
    let used = designationUsed(by: snapshot.people[person], for: asked)
    if isOutsideAlliance(person, used, asked) { return false }
    let alone = Doing(
      what: .placement, person: person, need: need, kind: .deployment, window: asked.window,
      halfDays: asked.halfDays, designation: used)
    return brokenTogether([alone]).isEmpty
  }
}
