/// The person has worked in the need's phase or in one near it; not knowing bars nobody.
enum PhaseRule: HardRule {
  static func bars(_ pair: Pair) -> Bool { pair.phaseExperience == .far }

  static func because(_ pair: Pair) -> String {
    let phase = pair.openNeed.phase ?? pair.needPlace.phase ?? ""
    let worked = Wording.list(pair.phasesWorkedIn)
    return "Has worked in \(worked); the need is in \(phase), which is not near enough"
  }
}

extension Pair {
  /// The phases that count for this pair, as written: the used designation's, else the home's.
  var phasesWorkedIn: [String] {
    if let phases = usedDesignation?.phases, !phases.isEmpty { return phases }
    return homePlace?.phase.map { [$0] } ?? []
  }
}
