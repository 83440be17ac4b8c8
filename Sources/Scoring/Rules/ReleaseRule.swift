import Domain

/// The home head lets the person go: days in every half-term, and one more person out at once.
///
/// Secondments spend no days, but a person out.
enum ReleaseRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    guard let home = pair.home else { return false }
    return home.capacity == 0 || pair.overfullShare != nil
  }

  static func because(_ pair: Pair) -> String {
    guard let home = pair.home, let place = pair.homePlace else { return "" }
    if home.capacity == 0 { return "\(place.name) can let nobody more go at once" }
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
