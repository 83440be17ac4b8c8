/// All at the door, none at the travel limit or beyond, in a straight line between.
enum DistanceCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    guard let metres = pair.metres else { return nil }
    let weight = pair.facts.weights.distance
    if metres == 0 { return weight }
    return weight * max(0, pair.reach - metres) / max(1, pair.reach)
  }

  static func because(_ pair: Pair) -> String {
    let side = (pair.metres ?? 0) > pair.reach ? "beyond" : "within"
    return "\(pair.milesByRoad) miles by road from home school, \(side) the limit of "
      + "\(pair.limitMiles)"
  }
}
