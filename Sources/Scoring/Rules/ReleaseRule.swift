import Domain

/// The home head lets the person go: days in every half-term, and one more person out at once.
///
/// Secondments spend no days, but a person out; who is out in a half-term already takes no further place.
enum ReleaseRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    guard pair.home != nil, !pair.stepsUp else { return false }
    return pair.isCrowdedOut || pair.overfullShare != nil
  }

  static func because(_ pair: Pair) -> String {
    guard let home = pair.home, let place = pair.homePlace else { return "" }
    if pair.isCrowdedOut { return "\(place.name) can let nobody more go at once" }
    guard let share = pair.overfullShare else { return "" }
    let promised = pair.facts.places.promised(place: Int(pair.person.home), part: Int(share.part))
    let period = pair.facts.calendar.spoken(part: Int(share.part))
    let taken =
      promised == 0
      ? "" : "\(HalfDays(promised).spoken) \(promised == 2 ? "is" : "are") promised and "
    return "\(place.name) lets go \(HalfDays(home.halfDaysPerHalfTerm).spoken) per half-term; in "
      + "\(period) \(taken)this asks for \(HalfDays(share.halfDays).spoken)"
  }
}
