import Domain
import Solvers

/// A problem as a network of layers: points are costs with their sign turned, and a must-fill unit left
/// unfilled costs a *weight* more than its penalty.
struct PlanNetwork {
  let problem: MatchingProblem
  /// Its unit, its person and its place at home are not there to be planned.
  let forced: ForcedPair?

  /// The network in which both stages are solved at once.
  func network(mustFillWeight: Int) throws(MatchingError) -> LayeredNetwork {
    try network(
      penalty: { $0.penalty + ($0.mustFill ? mustFillWeight : 0) },
      cost: problem.pairPoints.map { -$0 })
  }

  /// The network of stage one alone: only must-fill units count, each 1.
  func mustFillNetwork() throws(MatchingError) -> LayeredNetwork {
    try network(
      penalty: { $0.mustFill ? 1 : 0 }, cost: [Int32](repeating: 0, count: problem.pairPoints.count)
    )
  }

  private func network(
    penalty: (MatchingProblem.NeedNode) -> Int, cost: [Int32]
  ) throws(MatchingError) -> LayeredNetwork {
    let people = problem.homeOfPerson.count
    do {
      return try LayeredNetwork(
        needs: problem.needs.enumerated().map { index, need in
          LayeredNetwork.Need(
            units: Int32(need.units - (index == forced?.need ? 1 : 0)), penalty: penalty(need))
        },
        candidates: problem.homeOfPerson.enumerated().map { index, home in
          LayeredNetwork.Candidate(capacity: index == forced?.person ? 0 : 1, home: home)
        },
        homeCapacity: problem.homeCapacity.enumerated().map { index, capacity in
          Int32(min(people + 1, capacity) - (index == forced?.home ? 1 : 0))
        },
        rowStart: problem.pairStart, candidate: problem.pairPerson, cost: cost)
    } catch {
      throw .refusedBySolver(error.description)
    }
  }

  /// A weight that nearly always is enough, and nothing that could ever be exchanged for a must-fill
  /// unit outweighs the last: an exchange moves along a path that meets no need and no person twice.
  func mustFillWeights() -> [Int] {
    guard problem.needs.contains(where: \.mustFill) else { return [0] }
    var largest = 1
    for points in problem.pairPoints { largest = max(largest, Int(points.magnitude)) }
    for need in problem.needs { largest = max(largest, need.penalty) }
    let longest = 2 * min(problem.needs.count, problem.homeOfPerson.count) + 2
    return [16 * largest, longest * largest + 1]
  }
}
