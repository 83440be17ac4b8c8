import Domain
import Solvers

/// The two stages over one plan network.
struct StagedSearch {
  let network: PlanNetwork

  private var problem: MatchingProblem { network.problem }

  func solution() throws(MatchingError) -> StagedSolution {
    if canHopeToFillAll, let found = try flow(for: .points(mustFillUnfilledLimit: 0)) {
      return solution(found, unfilled: 0, mustFillProof: nothingToProve)
    }
    guard let fewest = try flow(for: .mustFill),
      let found = try flow(for: .points(mustFillUnfilledLimit: fewest.cost))
    else { throw .stagesDisagree }
    return solution(
      found, unfilled: fewest.cost,
      mustFillProof: network.proof(from: fewest.potential, in: .mustFill))
  }

  /// Whether there are places enough for every must-fill unit. Then the second stage is tried first
  /// with none unfilled: if it has a plan there was no need for a first, which takes longer.
  private var canHopeToFillAll: Bool {
    var units = 0
    for need in problem.needs where need.mustFill { units += need.units }
    let people = problem.homeOfPerson.count
    var places = 0
    for capacity in problem.homeCapacity { places += min(capacity, people - places) }
    return units <= places
  }

  /// Prices of 0 bound the must-fill units left unfilled by 0, and a plan that leaves none needs no more.
  private var nothingToProve: StageProof {
    StageProof(
      need: problem.needs.map { _ in 0 }, person: problem.homeOfPerson.map { _ in 0 },
      home: problem.homeCapacity.map { _ in 0 }, mustFillLimit: 0)
  }

  private func solution(
    _ found: MinimumCostFlow, unfilled: Int, mustFillProof: StageProof
  ) -> StagedSolution {
    var chosen = problem.pairPerson.indices.filter { found.flow[$0] > 0 }
    if let forced = network.forced {
      let place = chosen.firstIndex { $0 > forced.position } ?? chosen.endIndex
      chosen.insert(forced.position, at: place)
    }
    let stage = Stage.points(mustFillUnfilledLimit: unfilled)
    return StagedSolution(
      chosen: chosen, mustFillUnfilled: unfilled, objective: objective(of: chosen),
      mustFillProof: mustFillProof,
      pointsProof: network.proof(from: found.potential, in: stage))
  }

  /// The best flow of a stage; nil when its limit cannot be kept.
  private func flow(for stage: Stage) throws(MatchingError) -> MinimumCostFlow? {
    let flowNetwork: FlowNetwork
    do {
      flowNetwork = try network.network(for: stage)
    } catch {
      throw .refusedBySolver(error.description)
    }
    let start = network.start(pairArcs: flowNetwork.from.count - network.sink)
    guard case .optimal(let flow) = minimumCostFlow(flowNetwork, from: start) else { return nil }
    return flow
  }

  /// Points of the chosen pairs minus the penalties of all units left unfilled.
  private func objective(of chosen: [Int]) -> Int {
    var points = 0
    var next = 0
    for (need, node) in problem.needs.enumerated() {
      var unfilled = node.units
      while next < chosen.count, chosen[next] < problem.pairStart[need + 1] {
        points += Int(problem.pairPoints[chosen[next]])
        unfilled -= 1
        next += 1
      }
      points -= unfilled * node.penalty
    }
    return points
  }
}
