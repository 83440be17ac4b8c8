/// Nobody is placed in the school or setting they work at, except to step up to cover another post there.
enum OwnSchoolRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    guard pair.person.home == pair.need.place else { return false }
    return !pair.need.isCover || pair.person.role == pair.need.role
  }

  static func because(_ pair: Pair) -> String { "Works at \(pair.needPlace.name) already" }
}
