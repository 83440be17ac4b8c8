import Domain

/// The road from home is within the travel limit; a distance that is not known bars nobody.
enum TravelRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    guard let metres = pair.metres else { return false }
    return metres > pair.reach
  }

  static func because(_ pair: Pair) -> String {
    "\(pair.milesByRoad) miles by road from home school, beyond the limit of \(pair.limitMiles)"
  }
}

extension Pair {
  /// `4.2`; empty when no distance is known.
  var milesByRoad: String {
    guard let metres else { return "" }
    let tenths = facts.reach.tenthsOfMile(straightMetres: metres, beyond: metres > reach)
    return Wording.tenths(tenths)
  }
}
