import Solvers

/// An arc of a test network, written on one line.
struct Arc: Hashable {
  var from: Int
  var to: Int
  var capacity: Int
  var cost: Int

  init(_ from: Int, _ to: Int, capacity: Int, cost: Int) {
    self.from = from
    self.to = to
    self.capacity = capacity
    self.cost = cost
  }
}

extension FlowNetwork {
  init(supply: [Int], _ arcs: [Arc]) throws(NetworkError) {
    try self.init(
      supply: supply, from: arcs.map { Int32($0.from) }, to: arcs.map { Int32($0.to) },
      capacity: arcs.map { Int32($0.capacity) }, cost: arcs.map { Int32($0.cost) })
  }

  /// Any network at all, infeasible ones, loops and parallel arcs included.
  static func random(
    nodes: Int, arcs: Int, capacity: Int, costs: ClosedRange<Int>, using random: inout SeededRandom
  ) throws -> FlowNetwork {
    var supply = (0..<nodes).map { _ in 0 }
    for _ in 0..<nodes {
      let amount = random.number(0...1)
      supply[random.number(0...nodes - 1)] += amount
      supply[random.number(0...nodes - 1)] -= amount
    }
    return try FlowNetwork(
      supply: supply,
      (0..<arcs).map { _ in
        Arc(
          random.number(0...nodes - 1), random.number(0...nodes - 1),
          capacity: random.number(0...capacity), cost: random.number(costs))
      })
  }
}
