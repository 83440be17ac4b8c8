/// Depth: half the weight for being verified, the other half fading over the years since.
enum SpecialismCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    guard let day = pair.verifiedOn else { return nil }
    let weight = pair.facts.weights.specialism
    let fresh = pair.facts.ages.freshDays
    let age = Int(pair.facts.ages.today.number - day)
    return weight / 2 + (weight - weight / 2) * max(0, fresh - age) / fresh
  }

  static func because(_ pair: Pair) -> String {
    "Verified in \(pair.openNeed.specialism ?? "") on \(Wording.day(pair.verifiedOn ?? 0))"
  }
}
