import Testing

@testable import Solvers

/// Classes of assignment networks known to be hard for one method or another, proven by their own
/// potentials. Rows and columns are as many: supply equals demand.
@Suite struct AdversarialTests {
  enum Costs: CaseIterable {
    case allEqual, zeroOrOne, product, hugePenalties, staircase

    func cost(_ row: Int, _ column: Int, _ random: inout SeededRandom) -> Int {
      switch self {
      case .allEqual: 5
      case .zeroOrOne: random.number(0...1)
      case .product: (row * 37 % 101 + 1) * (column * 53 % 103 + 1)
      case .hugePenalties: random.number(0...3) == 0 ? 1 << 30 : random.number(0...9)
      // One optimum, along which every augmenting path but the first is long.
      case .staircase: row == column ? 0 : column == row + 1 ? -1 : 1_000
      }
    }
  }

  @Test(arguments: Costs.allCases)
  func `an assignment is proven`(costs: Costs) throws {
    let size = 60
    var random = SeededRandom(seed: 3)
    var arcs: [Arc] = []
    for row in 0..<size {
      for column in 0..<size {
        let cost = costs.cost(row, column, &random)
        arcs.append(Arc(row, size + column, capacity: 1, cost: cost))
      }
    }
    let supply = (0..<2 * size).map { $0 < size ? 1 : -1 }
    let network = try FlowNetwork(supply: supply, arcs)
    let outcome = minimumCostFlow(network)
    guard case .optimal(let found) = outcome else {
      Issue.record("an assignment exists")
      return
    }
    #expect(isProven(found, in: network))
  }

  @Test func `a chain of a thousand steps at the largest cost stays exact`() throws {
    let largest = Int(Int32.max)
    let arcs = (0..<1_000).map { Arc($0, $0 + 1, capacity: 3, cost: largest) }
    let supply = [3] + [Int](repeating: 0, count: 999) + [-3]
    expectCost(3 * 1_000 * largest, try FlowNetwork(supply: supply, arcs))
  }

  @Test func `pushing back along a chain costs nothing more than it saves`() throws {
    let forth = (0..<500).map { Arc($0, $0 + 1, capacity: 2, cost: 1) }
    let back = (0..<500).map { Arc($0 + 1, $0, capacity: 2, cost: -1) }
    expectCost(
      2 * 500 - 4 * 500 + 2 * 500,
      try FlowNetwork(supply: Array(repeating: 0, count: 501), forth + back))
  }

  @Test func `a transport of thousands is proven`() throws {
    let (needs, people) = (2_000, 1_000)
    var random = SeededRandom(seed: 4)
    var arcs: [Arc] = []
    for need in 0..<needs {
      for _ in 0..<10 {
        let person = needs + random.number(0...people - 1)
        arcs.append(Arc(need, person, capacity: 1, cost: random.number(0...10_000)))
      }
    }
    let sink = needs + people
    for node in 0..<sink {
      let isNeed = node < needs
      arcs.append(Arc(node, sink, capacity: isNeed ? 2 : 1, cost: isNeed ? 9_000 : 0))
    }
    let supply = (0..<sink).map { $0 < needs ? 1 : 0 } + [-needs]
    let network = try FlowNetwork(supply: supply, arcs)
    guard case .optimal(let found) = minimumCostFlow(network) else {
      Issue.record("leaving everything unfilled is a flow")
      return
    }
    #expect(isProven(found, in: network))
  }
}
