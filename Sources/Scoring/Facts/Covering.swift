import Domain

/// Whether posts have to be covered, and whose.
struct Covering: Sendable {
  /// Whether any secondment is planned under a rule that asks for cover.
  let isAsked: Bool
  private let places: [Place]

  init(_ snapshot: Snapshot, _ policy: Policy) {
    isAsked =
      policy.rulesOff[.cover] == nil && snapshot.needs.contains { $0.need.kind == .secondment }
    places = snapshot.places
  }

  /// Whether a secondment of this person opens a post: their home says so, and their own post is known.
  func leavesPostToCover(_ person: Candidate) -> Bool {
    guard isAsked, person.role != nil, let home = person.home else { return false }
    return places[home].release?.coverNeeded == true
  }
}
