import Domain

/// A deployment asks for no more days than are left in the school year its window starts in.
enum DaysRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.need.isDeployment && pair.halfDaysAYear - pair.promisedHalfDays < pair.need.halfDays
  }

  static func because(_ pair: Pair) -> String {
    let left = HalfDays(max(0, pair.halfDaysAYear - pair.promisedHalfDays))
    let role = pair.usedDesignation.map { " as \($0.role)" } ?? ""
    return "Has \(left.spoken) left\(role) in the school year; "
      + "the need asks for \(HalfDays(pair.need.halfDays).spoken)"
  }
}
