/// Nobody is shown to, or placed in, a school they are hidden from; the sentence does not say why.
enum HiddenRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.person.hasExclusions && pair.candidate.hiddenFrom.contains(pair.place)
  }

  static func because(_ pair: Pair) -> String { "Not available for this school" }
}
