import Testing

@testable import Solvers

@Suite struct NetworkErrorTests {
  @Test func `arrays of different lengths are refused`() {
    #expect(throws: NetworkError.arcArraysDiffer) {
      try FlowNetwork(supply: [0, 0], from: [0], to: [1], capacity: [], cost: [0])
    }
  }

  @Test func `an arc to nowhere or with a negative capacity is refused`() {
    for arc in [Arc(0, 2, capacity: 1, cost: 0), Arc(-1, 0, capacity: 1, cost: 0)] {
      #expect(throws: NetworkError.endOutOfRange(arc: 0)) {
        try FlowNetwork(supply: [0, 0], [arc])
      }
    }
    #expect(throws: NetworkError.negativeCapacity(arc: 0)) {
      try FlowNetwork(supply: [0, 0], [Arc(0, 1, capacity: -1, cost: 0)])
    }
  }

  @Test func `supplies must balance`() {
    #expect(throws: NetworkError.suppliesDoNotBalance(1)) { try FlowNetwork(supply: [3, -2], []) }
  }

  @Test func `supplies are taken up to the limit and refused one past it`() throws {
    let half = FlowNetwork.Limit.totalSupply / 2
    expectCost(nil, try FlowNetwork(supply: [half, -half], [Arc(0, 1, capacity: 9, cost: 1)]))
    #expect(throws: NetworkError.supplyCouldOverflow) {
      try FlowNetwork(supply: [half, -half - 1], [])
    }
    #expect(throws: NetworkError.supplyCouldOverflow) {
      try FlowNetwork(supply: [Int.min, Int.max], [])
    }
  }

  @Test func `a flow's cost is taken up to the limit and refused one past it`() throws {
    let capacity = FlowNetwork.Limit.flowCost >> 31
    let cost = Int(Int32.min)
    let edge = Arc(0, 1, capacity: capacity, cost: cost)
    expectCost(
      -FlowNetwork.Limit.flowCost, try FlowNetwork(supply: [capacity, -capacity], [edge]))
    expectCost(
      -FlowNetwork.Limit.flowCost,
      try FlowNetwork(
        supply: [0, 0], [edge, Arc(1, 0, capacity: capacity, cost: 0)]))
    #expect(throws: NetworkError.costCouldOverflow) {
      try FlowNetwork(supply: [0, 0], [edge, Arc(0, 1, capacity: 1, cost: 1)])
    }
  }

  @Test func `each refusal is one sentence`() {
    let errors: [NetworkError] = [
      .arcArraysDiffer, .endOutOfRange(arc: 3), .negativeCapacity(arc: 4),
      .suppliesDoNotBalance(-2),
      .tooManyNodesAndArcs(1 << 28), .supplyCouldOverflow, .costCouldOverflow,
    ]
    #expect(
      errors.map(\.description) == [
        "the arcs' ends, capacities and costs differ in number",
        "arc 3 has an end that is not a node", "arc 4 has a negative capacity",
        "supplies add up to -2 instead of 0", "268435456 nodes and arcs are more than 268435455",
        "supplies are too large to add up safely",
        "capacities and costs are too large to add up safely",
      ])
  }
}
