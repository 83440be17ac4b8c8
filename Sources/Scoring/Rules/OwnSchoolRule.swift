/// Nobody is placed in the school or setting they work at.
enum OwnSchoolRule: HardRule {
  static func bars(_ pair: Pair) -> Bool { pair.person.home == pair.need.place }

  static func because(_ pair: Pair) -> String { "Works at \(pair.needPlace.name) already" }
}
