/// Where an organisation says so, nobody is placed in a school of a cluster their home belongs to.
enum OwnClusterRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    let home = pair.person.home
    return home >= 0 && !pair.stepsUp && pair.facts.places.shareCluster(Int(home), pair.place)
  }

  static func because(_ pair: Pair) -> String {
    let own = pair.homePlace?.clusters ?? []
    let shared = pair.needPlace.clusters.filter { own.contains($0) }
    return "Works at a school of the same cluster, \(Wording.list(shared))"
  }
}
