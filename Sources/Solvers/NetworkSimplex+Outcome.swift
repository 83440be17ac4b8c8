extension NetworkSimplex {
  /// Reads the flow and the potentials off the final tree.
  func outcome() -> FlowOutcome {
    var flow = [Int32](repeating: 0, count: network.arcCount)
    for arc in flow.indices where place[arc] == Place.upper { flow[arc] = network.capacity[arc] }
    for node in 0..<network.nodeCount {
      let hanging = tree.nodes[node]
      let arc = Int(hanging.arc)
      if arc < network.arcCount {
        let pointsUp = Int(network.from[arc]) == node
        flow[arc] = Int32(pointsUp ? hanging.fall : hanging.rise)
      } else if hanging.fall > 0 {
        // An artificial arc still carries something: what could fall is what rises. One that points
        // down always does, because empty it would have no rise, and its fall is then almost unlimited.
        return .infeasible
      }
    }
    var cost = 0
    for arc in flow.indices { cost += Int(flow[arc]) * Int(network.cost[arc]) }
    return .optimal(
      MinimumCostFlow(
        flow: flow, potential: Array(tree.potential.prefix(network.nodeCount)), cost: cost))
  }
}
