/// What the home loses: a critical post costs the weight; another leadership post costs half when
/// it would be left for a secondment.
enum RetentionCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    switch pair.person.post {
    case 1: -pair.facts.weights.retention
    case 0 where !pair.need.isDeployment: -(pair.facts.weights.retention / 2)
    default: nil
    }
  }

  static func because(_ pair: Pair) -> String {
    pair.person.post == 1
      ? "Holds a critical post at home" : "Holds a leadership post that the home school would miss"
  }
}
