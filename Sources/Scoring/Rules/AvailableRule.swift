/// The person is available on every day of the window, as far as that is recorded.
enum AvailableRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.need.from < pair.person.availableFrom || pair.person.availableUntil < pair.need.to
  }

  static func because(_ pair: Pair) -> String {
    if pair.need.from < pair.person.availableFrom {
      return "Is available only from \(Wording.day(pair.person.availableFrom)); "
        + "the window begins on \(Wording.day(pair.need.from))"
    }
    return "Is available only until \(Wording.day(pair.person.availableUntil)); "
      + "the window ends on \(Wording.day(pair.need.to))"
  }
}
