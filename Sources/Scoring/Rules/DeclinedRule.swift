/// A pair declined this school year is not proposed again.
enum DeclinedRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.person.hasExclusions && pair.candidate.declinedNeeds.contains(pair.openNeed.reference)
  }

  static func because(_ pair: Pair) -> String { "Was declined for this need this school year" }
}
