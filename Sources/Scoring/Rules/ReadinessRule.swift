/// A secondment needs readiness for that very post, strong enough and judged lately enough.
///
/// Holding the post already is not readiness: only a dated judgement is.
enum ReadinessRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    guard !pair.need.isDeployment else { return false }
    guard let readiness = pair.readiness else { return true }
    return !readiness.counts(pair.facts.ages)
  }

  static func because(_ pair: Pair) -> String {
    guard let post = pair.openNeed.role else { return "The need names no post to be ready for" }
    guard let readiness = pair.readiness else { return "No readiness for \(post) is recorded" }
    if readiness.judgedOn == ReadinessFacts.undated {
      return "The readiness for \(post) has no day on or before today on which it was judged"
    }
    if readiness.judgedOn < pair.facts.ages.oldestReadiness.number {
      return
        "The readiness for \(post) was judged on \(Wording.day(readiness.judgedOn)), more than "
        + "\(pair.facts.policy.readinessMonths) months ago"
    }
    return "The readiness for \(post) is not yet what a secondment asks for"
  }
}

extension ReadinessFacts {
  /// Whether it lets a person be seconded to its post.
  func counts(_ ages: Ages) -> Bool { rank >= 0 && judgedOn >= ages.oldestReadiness.number }
}
