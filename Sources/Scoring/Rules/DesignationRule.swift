/// A deployment that asks for a designation is for somebody who holds it on every day of the window.
enum DesignationRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.need.isDeployment && pair.need.role != NameTable.blank && pair.firstUncoveredDay != nil
  }

  static func because(_ pair: Pair) -> String {
    let role = pair.openNeed.role ?? ""
    guard pair.used != nil, let day = pair.firstUncoveredDay else {
      return "Does not hold the \(role) designation"
    }
    return "The \(role) designation is not in force on \(Wording.day(day)), inside the window"
  }
}
