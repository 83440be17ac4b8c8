import Domain

/// A snapshot under a policy, prepared once so that judging a pair compares small numbers only.
///
/// The snapshot itself is kept for sentences. Preparing is linear in what the snapshot holds.
final class Facts: Sendable {
  let snapshot: Snapshot
  let policy: Policy
  let rulesOn: [BarRule]
  /// Criteria with a weight; a weight of 0 turns one off.
  let criteriaOn: [Criterion]
  let weights: Weights
  let ages: Ages
  let reach: Reach
  let calendar: TermCalendar
  let names: Names
  let nearPhases: Matrix
  let related: Matrix
  let places: PlaceTable
  let needs: NeedTable
  let order: RowOrder
  let people: PersonTable
  let designationIsOn: Bool
  let travelIsOn: Bool

  init(_ snapshot: Snapshot, _ policy: Policy) {
    self.snapshot = snapshot
    self.policy = policy
    rulesOn = BarRule.allCases.filter { policy.rulesOff[$0] == nil }
    criteriaOn = Criterion.allCases.filter { (policy.weights[$0] ?? 0) != 0 }
    weights = Weights(policy)
    ages = Ages(snapshot.today, policy)
    reach = Reach(policy)
    calendar = TermCalendar(halfTerms: policy.halfTerms)
    names = Names(snapshot, policy)
    nearPhases = Matrix(policy.adjacentPhases, names.phases)
    related = Matrix(policy.relatedSpecialisms, names.specialisms)
    places = PlaceTable(snapshot, policy, names, calendar)
    needs = NeedTable(snapshot, names, calendar)
    order = RowOrder(snapshot, policy, names, ages, places)
    people = PersonTable(snapshot, policy, names, order)
    designationIsOn = policy.rulesOff[.designation] == nil
    travelIsOn = policy.rulesOff[.travel] == nil
  }

  /// Whether a place is inside the farthest limit of a person whose home has a position, or not a
  /// metre beyond; cheap, and asked before anything else.
  func reaches(row: Int, _ place: PlaceFacts) -> Bool {
    let person = people.facts[row]
    let home = places.facts[Int(person.home)]
    let (east, north) = (
      Int64(home.easting) - Int64(place.easting), Int64(home.northing) - Int64(place.northing)
    )
    let limit = Int64(person.farthestReach) + 1
    return east * east + north * north <= limit * limit
  }

  /// Straight-line metres between two places; nil when either has no position.
  func metres(from a: Int32, to b: Int32) -> Int? {
    guard a >= 0 else { return nil }
    let (here, there) = (places.facts[Int(a)], places.facts[Int(b)])
    guard here.located, there.located else { return nil }
    return Location(easting: here.easting, northing: here.northing)
      .metres(to: Location(easting: there.easting, northing: there.northing))
  }
}
