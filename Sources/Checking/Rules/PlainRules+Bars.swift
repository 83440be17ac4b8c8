import Domain

/// Rules about one person and what is asked of them, as numbered in `domain.md`.
extension PlainRules {
  /// A sentence for each that keeps the person from it.
  func barring(_ person: Int, from asked: Asked) -> [String] {
    let candidate = snapshot.people[person]
    var broken: [String] = []
    func rule(_ rule: BarRule, isBroken: Bool, _ sentence: @autoclosure () -> String) {
      if isBroken && isOn(rule) { broken.append(sentence()) }
    }
    let uncovered = firstDayWithout(asked, candidate)
    rule(
      .designation, isBroken: uncovered != nil,
      "The \(asked.role ?? "") designation is not in force on \(uncovered?.spoken ?? "")")
    rule(
      .specialism, isBroken: !holdsSpecialism(asked, candidate),
      "Is not verified in \(asked.specialism ?? "") to the end of the window")
    rule(
      .readiness, isBroken: !isReady(candidate, for: asked),
      "Is not ready for the post of \(asked.role ?? "no name"), by the latest judgement that counts"
    )
    rule(
      .phase, isBroken: !hasWorkedNear(asked, candidate),
      "Has not worked in or near the phase \(asked.phase ?? "")")
    let stepsUp = asked.isCover && candidate.home == asked.place
    rule(
      .ownSchool,
      isBroken: candidate.home == asked.place && (!stepsUp || candidate.role == asked.role),
      "Works at \(snapshot.places[asked.place].name) already")
    let own = home(of: person)?.clusters ?? []
    rule(
      .ownCluster,
      isBroken: !stepsUp && snapshot.places[asked.place].clusters.contains(where: own.contains),
      "Works at a school of the same cluster")
    rule(
      .declined, isBroken: asked.reference.map(candidate.declinedNeeds.contains) ?? false,
      "Was declined for this need this school year")
    rule(.travel, isBroken: isTooFar(candidate, asked), "Is beyond the travel limit")
    return broken + barringAnywhere(candidate, at: asked.place, over: asked.window)
  }

  /// The rules that hold for supervising as well.
  func barringAnywhere(_ candidate: Candidate, at place: Int, over window: DaySpan) -> [String] {
    var broken: [String] = []
    let conflicts = isOn(.conflict) && candidate.conflicts.contains(place)
    let hides = isOn(.hidden) && candidate.hiddenFrom.contains(place)
    if conflicts || hides { broken.append("Is not available for this school") }
    let early = candidate.availableFrom.map { window.from < $0 } ?? false
    let late = candidate.availableUntil.map { $0 < window.to } ?? false
    if isOn(.available) && (early || late) {
      broken.append("Is not available in the whole window")
    }
    let oldest = snapshot.today.adding(months: -12 * policy.vettingYears)
    let lapsed = candidate.vettedOn.map { $0 < oldest } ?? false
    if isOn(.vetting) && (candidate.prohibited || lapsed) {
      broken.append("Is prohibited, or the vetting confirmation has lapsed")
    }
    return broken
  }

  /// The first day of the window on which no term of the role asked for holds.
  private func firstDayWithout(_ asked: Asked, _ candidate: Candidate) -> Day? {
    guard asked.kind == .deployment, let role = asked.role else { return nil }
    return days(of: asked.window).first { day in
      !candidate.designations.contains { $0.role == role && isInForce($0, on: day) }
    }
  }

  func isInForce(_ designation: Designation, on day: Day) -> Bool {
    designation.since <= day && (designation.until.map { day <= $0 } ?? true)
  }

  private func holdsSpecialism(_ asked: Asked, _ candidate: Candidate) -> Bool {
    guard let specialism = asked.specialism else { return true }
    return candidate.designations.contains { designation in
      let isOfRole = asked.kind == .secondment || asked.role.map { $0 == designation.role } ?? true
      let isRight = isOfRole && overlaps(designation, asked.window)
      return (isRight || !isOn(.designation)) && holds(specialism, in: designation, asked.window.to)
    }
  }

  private func holds(_ specialism: String, in designation: Designation, _ last: Day) -> Bool {
    designation.specialisms.contains { held in
      held.name == specialism && (held.verifiedOn.map { $0 <= snapshot.today } ?? false)
        && (held.expiresOn.map { last <= $0 } ?? true)
    }
  }

  /// The latest dated judgement of readiness for the post counts; of two on one day the weaker.
  private func isReady(_ candidate: Candidate, for asked: Asked) -> Bool {
    guard asked.kind == .secondment else { return true }
    guard let post = asked.role else { return false }
    let dated = candidate.readiness.filter {
      $0.post == post && ($0.judgedOn.map { $0 <= snapshot.today } ?? false)
    }
    guard let latest = dated.compactMap(\.judgedOn).max(),
      latest >= snapshot.today.adding(months: -policy.readinessMonths)
    else { return false }
    return dated.filter { $0.judgedOn == latest }
      .allSatisfy { policy.readinessForSecondment.contains($0.level) }
  }

  /// Worked in the phase or one near it, by the designation used, else by the home; not known is no bar.
  private func hasWorkedNear(_ asked: Asked, _ candidate: Candidate) -> Bool {
    guard let phase = asked.phase else { return true }
    var worked = candidate.home.flatMap { snapshot.places[$0].phase }.map { [$0] } ?? []
    if let used = designationUsed(by: candidate, for: asked), !used.phases.isEmpty {
      worked = used.phases
    }
    if worked.isEmpty { return true }
    return worked.contains { other in
      other == phase || policy.adjacentPhases[phase]?.contains(other) == true
        || policy.adjacentPhases[other]?.contains(phase) == true
    }
  }

  private func isTooFar(_ candidate: Candidate, _ asked: Asked) -> Bool {
    let own = candidate.travelMiles ?? policy.defaultTravelMiles
    let miles = designationUsed(by: candidate, for: asked)?.travelMiles ?? own
    return isFurther(than: miles, candidate, asked)
  }

  /// Whether it is within the longest travel of the person and of any of their designations.
  func isWithinFarthest(_ candidate: Candidate, _ asked: Asked) -> Bool {
    let own = candidate.travelMiles ?? policy.defaultTravelMiles
    let farthest = candidate.designations.compactMap(\.travelMiles).reduce(own, max)
    return !isFurther(than: farthest, candidate, asked)
  }

  /// A mile is 1,609.344 metres; the road is so many percent of the straight line.
  private func isFurther(than miles: Int32, _ candidate: Candidate, _ asked: Asked) -> Bool {
    guard let home = candidate.home, let from = snapshot.places[home].location,
      let to = snapshot.places[asked.place].location
    else { return false }
    let roadMillimetres = from.metres(to: to) * max(1, policy.roadFactorPercent) * 10
    return roadMillimetres > Int(max(0, miles)) * 1_609_344
  }
}

extension PlainRules {
  /// The designation a deployment is made under; nil when none is, as for a secondment.
  ///
  /// A term of the role asked for, else any in force in the window. Of several: one in force in the window
  /// before others, then one verified in the specialism, then one that holds on the first day, then the one
  /// begun last.
  func designationUsed(by candidate: Candidate, for asked: Asked) -> Designation? {
    guard asked.kind == .deployment else { return nil }
    var best: Designation?
    for designation in candidate.designations {
      guard asked.role.map({ $0 == designation.role }) ?? overlaps(designation, asked.window)
      else { continue }
      if best.map({ isPreferred(designation, to: $0, asked) }) ?? true { best = designation }
    }
    return best
  }

  private func isPreferred(_ one: Designation, to other: Designation, _ asked: Asked) -> Bool {
    let questions: [(Designation) -> Bool] = [
      { overlaps($0, asked.window) },
      { designation in
        asked.specialism.map { holds($0, in: designation, asked.window.to) } ?? false
      },
      { isInForce($0, on: asked.window.from) },
    ]
    for question in questions where question(one) != question(other) { return question(one) }
    return one.since > other.since
  }

  func overlaps(_ designation: Designation, _ window: DaySpan) -> Bool {
    designation.since <= window.to && (designation.until.map { window.from <= $0 } ?? true)
  }

  func days(of window: DaySpan) -> [Day] { (0..<window.days).map { window.from.adding(days: $0) } }
}
