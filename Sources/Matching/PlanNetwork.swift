import Domain
import Solvers

/// A problem as a network of layers: points are costs with their sign turned, and a must-fill unit left
/// unfilled costs a *weight* more than its penalty.
struct PlanNetwork {
  let problem: MatchingProblem
  /// Its unit, its person and its place at home are not there to be planned.
  let forced: ForcedPair?
  /// The size of the largest points or penalty, at least 1.
  let largest: Int

  init(problem: MatchingProblem, forced: ForcedPair?) {
    self.problem = problem
    self.forced = forced
    let points = problem.pairPoints.reduce(1) { max($0, Int($1.magnitude)) }
    largest = problem.needs.reduce(points) { max($0, $1.penalty) }
  }

  /// The network in which both stages are solved at once.
  func network(mustFillWeight: Int) throws(MatchingError) -> LayeredNetwork {
    try network(mustFillWeight: mustFillWeight, times: 1, favouring: [])
  }

  /// The same with costs times a number, but for 1 less at some pairs.
  func network(
    mustFillWeight: Int, times: Int, favouring favoured: [Int]
  ) throws(MatchingError) -> LayeredNetwork {
    var cost = problem.pairPoints.map { -$0 * Int32(times) }
    for pair in favoured { cost[pair] -= 1 }
    return try network(
      penalty: { times * ($0.penalty + ($0.mustFill ? mustFillWeight : 0)) }, cost: cost)
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

  /// A weight that nearly always is enough, and one that is for sure.
  func mustFillWeights() -> [Int] {
    problem.needs.contains(where: \.mustFill) ? [16 * largest, sureMustFillWeight] : [0]
  }

  /// Nothing that could ever be exchanged for a must-fill unit outweighs it: an exchange moves along a path
  /// that meets no need and no person twice.
  var sureMustFillWeight: Int {
    guard problem.needs.contains(where: \.mustFill) else { return 0 }
    let longest = 2 * min(problem.needs.count, problem.homeOfPerson.count) + 2
    return longest * largest + 1
  }
}
