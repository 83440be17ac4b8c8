import Domain

extension Scorer {
  /// What was not known about a pair and which default stood in for it, printed with the plan.
  public func cautions(person: Int, need: Int) -> [String] {
    let pair = Pair(facts, person: person, need: need)
    return [
      pair.vettingCaution, pair.availabilityCaution, pair.daysCaution, pair.shareCaution,
      pair.travelCaution, pair.distanceCaution, pair.phaseCaution, pair.releaseCaution,
      pair.coverCaution,
    ].compactMap { $0 }
  }
}

extension Pair {
  fileprivate var vettingCaution: String? {
    let silent = candidate.vettedOn == nil && !candidate.prohibited
    return silent ? "vetting is not recorded" : nil
  }

  fileprivate var availabilityCaution: String? {
    let silent = candidate.availableFrom == nil && candidate.availableUntil == nil
    return silent ? "availability is not recorded: taken as available" : nil
  }

  fileprivate var daysCaution: String? {
    guard need.isDeployment, usedDesignation?.halfDaysAYear == nil else { return nil }
    let role = usedDesignation.map { " as \($0.role)" } ?? ""
    return "no days a year\(role) are recorded: \(facts.policy.defaultHalfDaysAYear.spoken) used"
  }

  fileprivate var shareCaution: String? {
    if need.isDeployment {
      return openNeed.halfDays == nil ? "the need does not say how many days: none counted" : nil
    }
    return openNeed.fte == nil
      ? "the need does not say its share of full time: full time used" : nil
  }

  fileprivate var travelCaution: String? {
    guard usedDesignation?.travelMiles == nil, candidate.travelMiles == nil else { return nil }
    return "no travel limit is recorded: \(facts.policy.defaultTravelMiles) miles used"
  }

  fileprivate var distanceCaution: String? {
    guard metres == nil else { return nil }
    guard let homePlace else { return "no home school is recorded: no distance is known" }
    let without = [homePlace, needPlace].filter { $0.location == nil }.map(\.name)
    return "no distance is known: \(Wording.list(without)) "
      + "\(without.count == 1 ? "has" : "have") no position"
  }

  fileprivate var phaseCaution: String? {
    if need.phase == NameTable.blank { return "the phase of the need is not known" }
    if phasesWorkedIn.isEmpty { return "no phase worked in is known" }
    guard let usedDesignation, usedDesignation.phases.isEmpty else { return nil }
    return "no phase is recorded for the \(usedDesignation.role) designation: "
      + "the home school's, \(Wording.list(phasesWorkedIn)), used"
  }

  fileprivate var releaseCaution: String? {
    guard facts.policy.rulesOff[.release] == nil else { return nil }
    guard let homePlace else { return "no home school is recorded: no release is asked of one" }
    guard homePlace.release == nil else { return nil }
    let release = facts.policy.release(of: homePlace)
    let people = Wording.count(Int(release.outAtOnce), "person", "people")
    return "no release is recorded for \(homePlace.name): \(release.halfDaysPerHalfTerm.spoken) "
      + "per half-term and \(people) out at once used"
  }

  /// A post that is not known opens nothing that a plan could cover.
  fileprivate var coverCaution: String? {
    guard !need.isDeployment, facts.policy.rulesOff[.cover] == nil, let homePlace,
      homePlace.release?.coverNeeded == true, candidate.role == nil
    else { return nil }
    return
      "\(homePlace.name) needs the post covered before it lets go, and which post it is is not "
      + "recorded: no cover is planned"
  }
}
