/// An earlier placement at this place earns all.
enum ContinuityCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    guard pair.person.hasWorkedElsewhere, pair.candidate.workedAt.contains(pair.place)
    else { return nil }
    return pair.facts.weights.continuity
  }

  static func because(_ pair: Pair) -> String {
    "Worked at \(pair.needPlace.name) in an earlier placement"
  }
}
