import Testing

@testable import Solvers

@Suite struct MinimumCostFlowTests {
  @Test func `every network of a small class has the cost brute force finds`() throws {
    let ends = [(0, 1), (1, 2), (0, 2), (2, 1)]
    let supplies = [[1, 0, -1], [2, -1, -1], [0, 0, 0]]
    let kinds = [(0, 1), (1, -1), (1, 1), (2, -1), (2, 0), (2, 2)]
    for code in 0..<1296 {
      let arcs = ends.enumerated().map { index, end in
        let kind = kinds[code / [1, 6, 36, 216][index] % 6]
        return Arc(end.0, end.1, capacity: kind.0, cost: kind.1)
      }
      for supply in supplies { try expectBruteForce(FlowNetwork(supply: supply, arcs)) }
    }
  }

  @Test func `random small networks have the cost brute force finds`() throws {
    var random = SeededRandom(seed: 1)
    for _ in 0..<rounds(3_000, soak: 100_000) {
      let nodes = random.number(1...5)
      let network = try FlowNetwork.random(
        nodes: nodes, arcs: random.number(0...7), capacity: 2, costs: -3...3, using: &random)
      try expectBruteForce(network)
    }
  }

  @Test(arguments: [0...1, 7...7, -2...9, 1...1_000_000, -1_000...1_000])
  func `medium networks agree with shortest paths`(costs: ClosedRange<Int>) throws {
    var random = SeededRandom(seed: UInt64(costs.upperBound))
    for _ in 0..<rounds(30, soak: 1_000) {
      let network = try FlowNetwork.random(
        nodes: random.number(2...20), arcs: random.number(20...90), capacity: 3, costs: costs,
        using: &random)
      expectCost(shortestPathsCost(network), network)
    }
  }

  @Test func `no nodes, no arcs, no supply`() throws {
    expectCost(0, try FlowNetwork(supply: [], []))
    expectCost(0, try FlowNetwork(supply: [0, 0], []))
    expectCost(nil, try FlowNetwork(supply: [1, -1], []))
    expectCost(0, try FlowNetwork(supply: [0], [Arc(0, 0, capacity: 5, cost: 1)]))
    expectCost(-15, try FlowNetwork(supply: [0], [Arc(0, 0, capacity: 5, cost: -3)]))
  }

  @Test func `the same network gives the same flow and potentials`() throws {
    var random = SeededRandom(seed: 9)
    let network = try FlowNetwork.random(
      nodes: 30, arcs: 200, capacity: 4, costs: -2...6, using: &random)
    #expect(minimumCostFlow(network) == minimumCostFlow(network))
  }

  private func expectBruteForce(_ network: FlowNetwork) throws {
    expectCost(bruteForceCost(network), network)
  }
}

/// Expects a cost with its proof, or infeasibility when there is none.
func expectCost(
  _ cost: Int?, _ network: FlowNetwork,
  at location: SourceLocation = #_sourceLocation
) {
  switch minimumCostFlow(network) {
  case .infeasible:
    if cost != nil { Issue.record("called infeasible: \(network)", sourceLocation: location) }
  case .optimal(let found):
    if found.cost != cost || !isProven(found, in: network) {
      Issue.record("\(found.cost), not \(cost ?? -1): \(network)", sourceLocation: location)
    }
  }
}
