/// Secondments: the strongest readiness the policy lists earns all, the second half, the third a third.
enum ReadinessCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    guard !pair.need.isDeployment, let readiness = pair.readiness,
      readiness.counts(pair.facts.ages)
    else { return nil }
    return pair.facts.weights.readiness / (Int(readiness.rank) + 1)
  }

  static func because(_ pair: Pair) -> String {
    guard let readiness = pair.readiness else { return "" }
    let level = pair.facts.policy.readinessForSecondment[Int(readiness.rank)]
    return "\(level) for \(pair.openNeed.role ?? ""), judged on \(Wording.day(readiness.judgedOn))"
  }
}
