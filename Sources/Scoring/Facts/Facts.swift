import Domain

/// Owns what `FlatFacts` reads, and the snapshot for sentences.
///
/// Preparing is linear in what the snapshot holds.
final class Facts: @unchecked Sendable {
  let snapshot: Snapshot
  let policy: Policy
  let rulesOn: [BarRule]
  /// Criteria with a weight; a weight of 0 turns one off.
  let criteriaOn: [Criterion]
  let calendar: TermCalendar
  let names: Names
  private let arena = Arena()
  private let read: UnsafeMutablePointer<FlatFacts>
  /// Owns what is shared when these are the facts of other needs.
  private let base: Facts?

  init(_ snapshot: Snapshot, _ policy: Policy) {
    self.snapshot = snapshot
    self.policy = policy
    rulesOn = BarRule.allCases.filter { policy.rulesOff[$0] == nil }
    criteriaOn = Criterion.weighted.filter { (policy.weights[$0] ?? 0) != 0 }
    calendar = TermCalendar(halfTerms: policy.halfTerms)
    names = Names(snapshot, policy)
    base = nil
    read = .allocate(capacity: 1)
    read.initialize(to: FlatFacts(self, in: arena))
  }

  /// The same people and places, with other needs.
  ///
  /// - Parameter areCovers: whether these are posts to be covered.
  init(_ base: Facts, asking needs: [OpenNeed], areCovers: Bool) {
    self.base = base
    var snapshot = base.snapshot
    snapshot.needs = needs
    self.snapshot = snapshot
    policy = base.policy
    rulesOn = base.rulesOn
    criteriaOn = base.criteriaOn
    calendar = base.calendar
    names = base.names
    let table = NeedTable(snapshot, names, calendar, areCovers: areCovers)
    read = .allocate(capacity: 1)
    read.initialize(
      to: FlatFacts(base.read.pointee, owner: self, needs: NeedColumns(table, in: arena)))
  }

  deinit { read.deallocate() }

  var flat: UnsafePointer<FlatFacts> { UnsafePointer(read) }
  var places: PlaceColumns { read.pointee.places }
  var needs: NeedColumns { read.pointee.needs }
  var people: PersonColumns { read.pointee.people }
  var order: RowOrder { read.pointee.order }
  var ages: Ages { read.pointee.ages }
  var designationIsOn: Bool { read.pointee.designationIsOn }
  var travelIsOn: Bool { read.pointee.travelIsOn }

  /// Where a need lies on the map: those of one cell ask for much the same people, whose facts are at hand when
  /// one is looked at after the other.
  func cell(ofNeed need: Int) -> Cell {
    Cell(places.facts[Int(needs.facts[need].place)], reach: 0)
  }
}
