import Domain

/// The most points each criterion can earn, named so that nothing is looked up per pair.
struct Weights: Sendable {
  let specialism, related, readiness, phase, context, distance: Int
  let behaviours, trackRecord, development, load, retention, continuity: Int

  /// Placements assumed beside those known, and the impact of each; see `TrackRecordCriterion`.
  let assumedPlacements, assumedImpact: Int

  init(_ policy: Policy) {
    func weight(_ criterion: Criterion) -> Int { policy.weights[criterion] ?? 0 }
    specialism = weight(.specialism)
    related = weight(.related)
    readiness = weight(.readiness)
    phase = weight(.phase)
    context = weight(.context)
    distance = weight(.distance)
    behaviours = weight(.behaviours)
    trackRecord = weight(.trackRecord)
    development = weight(.development)
    load = weight(.load)
    retention = weight(.retention)
    continuity = weight(.continuity)
    assumedPlacements = policy.trackRecordWeight
    assumedImpact = policy.trackRecordMean
  }
}
