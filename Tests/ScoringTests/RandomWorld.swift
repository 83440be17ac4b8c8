import Domain

/// Steele, Lea and Flood's SplitMix64 (doi:10.1145/2660193.2660195): the same seed, the same worlds.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Small snapshots in which every field is sometimes missing and every rule sometimes bars.
struct RandomWorld {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  private static let clusters = ["Elm Family", "Fenland Alliance", "Wold Alliance"]
  private static let phases = ["Nursery", "Primary", "Secondary"]
  private static let specialisms = ["Art", "Early years", "English", "Phonics"]
  private static let roles = ["SFSL", "SLE"]
  private static let rungs = ["Deputy headteacher", "Headteacher"]
  private static let behaviours = ["Ability to collaborate", "Ability to simplify", "Openness"]
  private static let steps = ["Coach an NQT", "Shadow a head", "Read a book"]

  mutating func snapshot() -> Snapshot {
    let places = (0..<count(2...6)).map { place(Int($0)) }
    let people = (0..<count(1...8)).map { person(Int32($0), places.count) }
    let needs = (0..<count(1...6)).map { need($0, places) }
    return Snapshot(today: day("2026-09-01"), places: places, people: people, needs: needs)
  }

  mutating func policy() -> Policy {
    var policy = shippedPolicy()
    for rule in BarRule.allCases where chance(15) { policy.rulesOff[rule] = "for the test" }
    if chance(50) { policy.rulesOff[.ownCluster] = nil }
    if chance(15) { policy.joint.longestCoverChain = 0 }
    if chance(15) { policy.joint.mostPercentOfDays = count(20...99) }
    return policy
  }

  private mutating func place(_ index: Int) -> Place {
    var place = Place(key: .setting("S\(index)"), name: "Place \(index)")
    place.phase = maybe { $0.pick(Self.phases) }
    place.pupils = maybe { Int32($0.count(50...900)) }
    place.freeMealsPermille = maybe { Int32($0.count(0...500)) }
    place.rural = maybe { $0.chance(50) }
    place.location = maybe {
      Location(easting: Int32($0.count(-20_000...20_000)), northing: Int32($0.count(0...20_000)))
    }
    place.clusters = some(Self.clusters)
    place.release = maybe {
      Release(
        halfDaysPerHalfTerm: HalfDays(Int32($0.count(2...20))), outAtOnce: Int32($0.count(0...3)),
        coverNeeded: $0.chance(50))
    }
    if chance(30) { place.running = [commitment()] }
    return place
  }

  private mutating func person(_ number: Int32, _ places: Int) -> Candidate {
    var person = Candidate(number: PersonNumber(number), name: "Person \(number)")
    person.home = chance(90) ? count(0...places - 1) : nil
    person.role = maybe { $0.pick(Self.rungs + ["Teacher"]) }
    person.aspiration = maybe { $0.pick(Self.rungs) }
    person.readiness = several(0...3) { world in
      Readiness(
        post: world.pick(Self.rungs), level: world.pick(["Ready now", "1-2 years", "Not yet"]),
        judgedOn: world.chance(90) ? world.someDay("2024-06-01", 900) : nil)
    }
    person.strengths = some(Self.specialisms)
    person.behaviours = some(Self.behaviours)
    person.openSteps = some(Self.steps)
    person.designations = several(0...3) { $0.designation() }
    person.travelMiles = maybe { Int32($0.chance(5) ? 2000 : $0.count(0...30)) }
    person.availableFrom = chance(20) ? someDay("2026-06-01", 300) : nil
    person.availableUntil = chance(20) ? someDay("2027-01-01", 300) : nil
    person.vettedOn = maybe { $0.someDay("2023-06-01", 1000) }
    person.prohibited = chance(5)
    person.holdsCriticalPost = maybe { $0.chance(50) }
    if chance(15) { person.conflicts = [count(0...places - 1)] }
    if chance(15) { person.hiddenFrom = [count(0...places - 1)] }
    if chance(15) { person.declinedNeeds = ["N\(count(0...5))"] }
    person.commitments = several(0...2) { $0.commitment() }
    if chance(30) { person.workedAt = [count(0...places - 1)] }
    person.impactCount = Int32(count(0...4))
    person.impactSum = (0..<person.impactCount).reduce(0) { sum, _ in sum + Int32(count(1...5)) }
    return person
  }

  private mutating func designation() -> Designation {
    var designation = Designation(role: pick(Self.roles), since: someDay("2024-01-01", 1000))
    designation.until = maybe { $0.someDay("2026-10-01", 500) }
    designation.alliance = maybe { $0.pick(Self.clusters + ["Lost Alliance"]) }
    designation.specialisms = some(Self.specialisms).map { name in
      HeldSpecialism(
        name: name, verifiedOn: chance(80) ? someDay("2022-01-01", 1720) : nil,
        expiresOn: chance(20) ? someDay("2026-10-01", 300) : nil)
    }
    designation.phases = some(Self.phases + ["16 plus"])
    designation.halfDaysAYear = maybe { HalfDays(Int32($0.count(0...40))) }
    designation.travelMiles = maybe { Int32($0.count(0...30)) }
    designation.completed = Int32(count(0...2))
    designation.supervises = chance(50)
    return designation
  }

  private mutating func commitment() -> Commitment {
    let from = someDay("2026-07-01", 250)
    let window = DaySpan(from: from, to: from.adding(days: count(0...120)))!
    if chance(50) {
      return Commitment(
        kind: .secondment, window: window, fte: FTE(hundredths: Int32(count(1...100))))
    }
    return Commitment(
      kind: .deployment, window: window, halfDays: HalfDays(Int32(count(1...10))),
      role: maybe { $0.pick(Self.roles + ["NLE"]) })
  }

  private mutating func need(_ number: Int, _ places: [Place]) -> OpenNeed {
    let place = count(0...places.count - 1)
    let from = someDay("2026-09-01", 200)
    let kind: Need.Kind = chance(60) ? .deployment : .secondment
    var need = Need(
      reference: "N\(number)", place: places[place].key, kind: kind,
      window: DaySpan(from: from, to: from.adding(days: count(0...120)))!)
    need.role = chance(80) ? pick(kind == .deployment ? Self.roles : Self.rungs) : nil
    need.specialism = chance(kind == .deployment ? 60 : 20) ? pick(Self.specialisms) : nil
    need.phase = maybe { $0.pick(Self.phases) }
    need.halfDays = maybe { HalfDays(Int32($0.count(1...12))) }
    need.fte = maybe { FTE(hundredths: Int32($0.count(10...100))) }
    need.behaviours = some(Self.behaviours)
    return OpenNeed(need: need, place: place, open: 1)
  }

  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { count(1...100) <= percent }

  mutating func shuffled<T>(_ items: [T]) -> [T] { items.shuffled(using: &random) }

  private mutating func pick(_ names: [String]) -> String { names[count(0...names.count - 1)] }

  private mutating func some(_ names: [String]) -> [String] {
    names.filter { _ in chance(50) }
  }

  private mutating func maybe<T>(_ make: (inout RandomWorld) -> T) -> T? {
    chance(75) ? make(&self) : nil
  }

  private mutating func several<T>(
    _ range: ClosedRange<Int>, _ make: (inout RandomWorld) -> T
  ) -> [T] {
    (0..<count(range)).map { _ in make(&self) }
  }

  private mutating func someDay(_ from: String, _ days: Int) -> Day {
    day(from).adding(days: count(0...days))
  }
}
