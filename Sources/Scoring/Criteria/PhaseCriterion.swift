/// Having worked in the very phase earns all; in one near it, half.
enum PhaseCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    switch pair.phaseExperience {
    case .same: pair.facts.weights.phase
    case .near: pair.facts.weights.phase / 2
    case .unknown, .far: nil
    }
  }

  static func because(_ pair: Pair) -> String {
    let asked = pair.openNeed.phase ?? pair.needPlace.phase ?? ""
    guard pair.phaseExperience == .near else { return "Has worked in \(asked)" }
    let near = pair.phasesWorkedIn.filter {
      pair.facts.nearPhases.joins(pair.need.phase, pair.facts.names.phases.number($0))
    }
    return "Has worked in \(Wording.list(near)), which is near \(asked)"
  }
}
