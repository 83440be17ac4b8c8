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

  init(_ snapshot: Snapshot, _ policy: Policy) {
    self.snapshot = snapshot
    self.policy = policy
    rulesOn = BarRule.allCases.filter { policy.rulesOff[$0] == nil }
    criteriaOn = Criterion.allCases.filter { (policy.weights[$0] ?? 0) != 0 }
    calendar = TermCalendar(halfTerms: policy.halfTerms)
    names = Names(snapshot, policy)
    read = .allocate(capacity: 1)
    read.initialize(to: FlatFacts(self, in: arena))
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
}
