/// Until a deployment in that designation is completed, a person works inside their own alliance.
///
/// It asks about the designation used; where none is used, nothing is first.
enum SupervisedFirstRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    guard let designation = pair.designation, !designation.hasCompleted else { return false }
    return !pair.facts.places.clusters.list(pair.place, holds: designation.alliance)
  }

  static func because(_ pair: Pair) -> String {
    guard let designation = pair.usedDesignation else { return "" }
    let first = "A first deployment as \(designation.role) stays inside the person's own alliance"
    guard let alliance = designation.alliance else { return "\(first), and none is recorded" }
    return "\(first), \(alliance), and \(pair.needPlace.name) is not in it"
  }
}
