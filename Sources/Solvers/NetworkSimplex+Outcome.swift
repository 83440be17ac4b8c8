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
      } else if isCarrying(hanging) {
        return .infeasible
      }
    }
    var cost = 0
    for arc in flow.indices { cost += Int(flow[arc]) * Int(network.cost[arc]) }
    return .optimal(
      MinimumCostFlow(
        flow: flow, potential: Array(tree.potential.prefix(network.nodeCount)), cost: cost))
  }

  /// Whether an artificial arc still carries something: one pointing up by its fall; one pointing
  /// down always, because an empty one would have no rise.
  private func isCarrying(_ node: SpanningTree.Node) -> Bool {
    node.fall != 0
  }
}
