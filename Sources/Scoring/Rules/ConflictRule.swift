/// Nobody is placed where a conflict of interest is declared.
///
/// The sentence is the hidden rule's too, so that neither can be told from the other by its words.
enum ConflictRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.person.hasExclusions && pair.candidate.conflicts.contains(pair.place)
  }

  static func because(_ pair: Pair) -> String { "Not available for this school" }
}
