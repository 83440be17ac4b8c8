import Solvers

/// A flow instance whose lower bounds are already carried, so that every arc begins at 0.
struct LoweredFlow {
  let network: FlowNetwork
  /// What carrying the lower bounds costs.
  let fixedCost: Int
  /// Arcs on which a flow without end would show: unlimited ones, where some cost is negative.
  private let unlimited: [Int]

  /// - Throws: `NetworkError` when its sums do not fit the solver.
  init(_ instance: FlowInstance) throws(NetworkError) {
    var supply = instance.supply
    var fixed = 0
    var rooms = 0
    for arc in instance.arcs {
      supply[Int(arc.from)] -= Int(arc.lower)
      supply[Int(arc.to)] += Int(arc.lower)
      rooms += arc.capacity.map { Int($0) - Int(arc.lower) } ?? 0
      let (sum, over) = fixed.addingReportingOverflow(Int(arc.lower) * Int(arc.cost))
      guard !over, sum.magnitude <= FlowNetwork.Limit.flowCost else { throw .costCouldOverflow }
      fixed = sum
    }
    // Some best flow is made of paths, which carry no more than all supplies, and of circles that save:
    // none when no cost is negative, and else each stopped by an arc with a limit.
    let total = supply.reduce(0) { $0 + max(0, $1) }
    let canSave = instance.arcs.contains { $0.cost < 0 }
    let enough = canSave ? total + rooms + 1 : total
    var capacity: [Int32] = []
    capacity.reserveCapacity(instance.arcs.count)
    for arc in instance.arcs {
      let room = arc.capacity.map { Int($0) - Int(arc.lower) } ?? enough
      guard let narrow = Int32(exactly: min(room, enough)) else { throw .costCouldOverflow }
      capacity.append(narrow)
    }
    unlimited = canSave ? instance.arcs.indices.filter { instance.arcs[$0].capacity == nil } : []
    fixedCost = fixed
    network = try FlowNetwork(
      supply: supply, from: instance.arcs.map(\.from), to: instance.arcs.map(\.to),
      capacity: capacity, cost: instance.arcs.map(\.cost))
  }

  /// Whether the costs fall without end: a circle of unlimited arcs saves, and was followed to the stop
  /// put in for it.
  func isUnbounded(_ flow: [Int32]) -> Bool {
    unlimited.contains { flow[$0] == network.capacity[$0] }
  }
}
