/// A specialism asked for is held: verified by today, and not expired by the window's last day.
enum SpecialismRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.need.specialism != NameTable.blank && pair.verifiedOn == nil
  }

  static func because(_ pair: Pair) -> String {
    let specialism = pair.openNeed.specialism ?? ""
    guard let expired = latestExpiry(pair) else {
      return "Is not verified in \(specialism) in a designation in force"
    }
    return
      "The verification in \(specialism) ends on \(Wording.day(expired)), before the window does"
  }

  private static func latestExpiry(_ pair: Pair) -> Int32? {
    let people = pair.facts.people
    return people.designations.range(pair.row)
      .filter { pair.isRight(designation: $0) }
      .flatMap { people.held.range($0).map { people.held.items[$0] } }
      .filter { $0.specialism == pair.need.specialism }
      .map(\.expiresOn).max()
  }
}
