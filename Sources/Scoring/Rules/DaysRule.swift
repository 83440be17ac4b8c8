import Domain

/// A deployment asks for no more days than are left in the school year its window starts in.
enum DaysRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.need.isDeployment && pair.spendableHalfDays - pair.promisedHalfDays < pair.need.halfDays
  }

  static func because(_ pair: Pair) -> String {
    let left = HalfDays(max(0, pair.spendableHalfDays - pair.promisedHalfDays))
    let role = pair.usedDesignation.map { " as \($0.role)" } ?? ""
    let percent = pair.facts.mostPercentOfDays
    let share = percent == 100 ? "" : ", of which plans may spend \(percent) %"
    return "Has \(left.spoken) left\(role) in the school year\(share); "
      + "the need asks for \(HalfDays(pair.need.halfDays).spoken)"
  }
}
