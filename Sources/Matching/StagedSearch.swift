import Domain
import Solvers

/// The two stages over one plan network.
struct StagedSearch {
  let network: PlanNetwork

  private var problem: MatchingProblem { network.problem }

  func solution() throws(MatchingError) -> StagedSolution {
    let (unfilled, mustFillProof) = try mustFill()
    let stage = Stage.points(mustFillUnfilledLimit: unfilled)
    let found = try flow(for: stage)
    var chosen = problem.pairPerson.indices.filter { found.flow[$0] > 0 }
    if let forced = network.forced {
      let place = chosen.firstIndex { $0 > forced.position } ?? chosen.endIndex
      chosen.insert(forced.position, at: place)
    }
    return StagedSolution(
      chosen: chosen, mustFillUnfilled: unfilled, objective: objective(of: chosen),
      mustFillProof: mustFillProof,
      pointsProof: network.proof(from: found.potential, in: stage))
  }

  /// How many must-fill units no plan can fill, with its proof; without a search when there are none.
  private func mustFill() throws(MatchingError) -> (unfilled: Int, proof: StageProof) {
    guard problem.needs.contains(where: \.mustFill) else {
      let free = StageProof(
        need: problem.needs.map { _ in 0 }, person: problem.homeOfPerson.map { _ in 0 },
        home: problem.homeCapacity.map { _ in 0 }, mustFillLimit: 0)
      return (0, free)
    }
    let found = try flow(for: .mustFill)
    return (found.cost, network.proof(from: found.potential, in: .mustFill))
  }

  private func flow(for stage: Stage) throws(MatchingError) -> MinimumCostFlow {
    let flowNetwork: FlowNetwork
    do {
      flowNetwork = try network.network(for: stage)
    } catch {
      throw .refusedBySolver(error.description)
    }
    let start = network.start(pairArcs: flowNetwork.from.count - network.sink)
    guard case .optimal(let flow) = minimumCostFlow(flowNetwork, from: start) else {
      throw .stagesDisagree
    }
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
