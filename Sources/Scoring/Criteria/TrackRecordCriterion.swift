/// The mean impact of past placements (1 to 5), shrunk toward the policy's mean when there are few.
///
/// With k assumed placements of mean m beside n known of sum s, the estimate is (s + mk) / (n + k); 1
/// earns nothing, 5 earns all.
enum TrackRecordCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    let weights = pair.facts.weights
    let count = Int(pair.person.impactCount) + weights.assumedPlacements
    guard count > 0 else { return nil }
    let sum = Int(pair.person.impactSum) + weights.assumedImpact * weights.assumedPlacements
    return weights.trackRecord * min(4 * count, max(0, sum - count)) / (4 * count)
  }

  static func because(_ pair: Pair) -> String {
    let (count, sum) = (Int(pair.person.impactCount), Int(pair.person.impactSum))
    let completed = pair.candidate.designations.reduce(0) { $0 + Int($1.completed) }
    let done = "\(Wording.count(completed, "deployment", "deployments")) completed"
    if count == 0 { return "No impact recorded yet, so the usual is assumed; \(done)" }
    let mean = Wording.tenths((sum * 10 + count / 2) / count)
    let placements = Wording.count(count, "evaluated placement", "evaluated placements")
    return "Impact of \(placements): \(mean) out of 5 on average; \(done)"
  }
}
