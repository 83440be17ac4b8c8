import Domain

/// A snapshot under a policy, prepared once so that judging a pair compares small numbers only.
///
/// Nothing in it counts owners, so that a pair can be made and thrown away a million times, on several
/// cores at once. The snapshot itself is kept by the owner, for sentences.
struct FlatFacts {
  private unowned(unsafe) var owner: Facts
  let weights: Weights
  let ages: Ages
  let reach: Reach
  let nearPhases: Matrix
  let related: Matrix
  let places: PlaceColumns
  private(set) var needs: NeedColumns
  let order: RowOrder
  let people: PersonColumns
  let designationIsOn: Bool
  let travelIsOn: Bool
  let supervisedFirstIsOn: Bool
  let defaultHalfDaysAYear: Int32
  let mostPercentOfDays: Int32
  let longestCoverChain: Int

  /// - Parameter owner: owns the arena too, and outlives this.
  init(_ owner: Facts, in arena: Arena) {
    self.owner = owner
    let (snapshot, policy, names) = (owner.snapshot, owner.policy, owner.names)
    weights = Weights(policy)
    ages = Ages(snapshot.today, policy)
    reach = Reach(policy)
    nearPhases = Matrix(policy.adjacentPhases, names.phases, in: arena)
    related = Matrix(policy.relatedSpecialisms, names.specialisms, in: arena)
    let placeTable = PlaceTable(snapshot, policy, names, owner.calendar)
    places = PlaceColumns(placeTable, in: arena)
    needs = NeedColumns(NeedTable(snapshot, names, owner.calendar), in: arena)
    order = RowOrder(snapshot, policy, names, ages, placeTable, in: arena)
    people = PersonColumns(PersonTable(snapshot, policy, names, order), in: arena)
    designationIsOn = policy.rulesOff[.designation] == nil
    travelIsOn = policy.rulesOff[.travel] == nil
    supervisedFirstIsOn = policy.rulesOff[.supervisedFirst] == nil
    defaultHalfDaysAYear = policy.defaultHalfDaysAYear.count
    mostPercentOfDays = Int32(clamping: policy.joint.mostPercentOfDays)
    longestCoverChain = policy.joint.longestCoverChain
  }

  /// The same people and places with other needs.
  /// - Parameter owner: as above; what `base` was read from outlives it too.
  init(_ base: FlatFacts, owner: Facts, needs: NeedColumns) {
    self = base
    self.owner = owner
    self.needs = needs
  }

  // For sentences only.
  var snapshot: Snapshot { owner.snapshot }
  var policy: Policy { owner.policy }
  var names: Names { owner.names }
  var calendar: TermCalendar { owner.calendar }

  /// Straight-line metres between two places; nil when either has no position.
  @inline(__always)
  func metres(from a: Int32, to b: Int32) -> Int? {
    guard a >= 0 else { return nil }
    let (here, there) = (places.facts[Int(a)], places.facts[Int(b)])
    guard here.located, there.located else { return nil }
    return Location(easting: here.easting, northing: here.northing)
      .metres(to: Location(easting: there.easting, northing: there.northing))
  }
}
