/// What the placement does for the person: the post aspired to earns all, an open career step half.
enum DevelopmentCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    if isAspiredTo(pair) { return pair.facts.weights.development }
    let serves =
      pair.need.isDeployment
      ? pair.person.stepServedByDeployment : pair.person.stepServedBySecondment
    return serves ? pair.facts.weights.development / 2 : nil
  }

  static func because(_ pair: Pair) -> String {
    if isAspiredTo(pair) { return "Is the post aspired to, \(pair.openNeed.role ?? "")" }
    let reader = StepReader(pair.facts.policy)
    let step = pair.candidate.openSteps.first { reader.serves($0, pair.openNeed.kind) }
    return "Serves an open career step: \(step ?? "")"
  }

  private static func isAspiredTo(_ pair: Pair) -> Bool {
    !pair.need.isDeployment && pair.need.role >= 0 && pair.person.aspiration == pair.need.role
  }
}
