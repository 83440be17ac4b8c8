import Domain

/// A pair settled before the search, with the need, the person and the home it takes from.
struct ForcedPair {
  let position: Int
  let need: Int
  let person: Int
  let home: Int

  /// - Returns: nil when the problem has no pair at that position.
  /// - Complexity: logarithmic in the needs.
  init?(at position: Int, in problem: MatchingProblem) {
    guard problem.pairPerson.indices.contains(position) else { return nil }
    self.position = position
    person = Int(problem.pairPerson[position])
    home = Int(problem.homeOfPerson[person])
    // The last need whose row starts at or before the position.
    var (low, high) = (0, problem.needs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if problem.pairStart[middle] <= position { low = middle } else { high = middle }
    }
    need = low
  }
}
