import Solvers

/// The least cost by trying every flow of every arc; nil when none meets the supplies.
func bruteForceCost(_ network: FlowNetwork) -> Int? {
  var excess = network.supply
  var best: Int?
  func tryArc(_ arc: Int, _ cost: Int) {
    guard arc < network.from.count else {
      if excess.allSatisfy({ $0 == 0 }) { best = min(best ?? cost, cost) }
      return
    }
    let (from, to) = (Int(network.from[arc]), Int(network.to[arc]))
    for flow in 0...Int(network.capacity[arc]) {
      excess[from] -= flow
      excess[to] += flow
      tryArc(arc + 1, cost + flow * Int(network.cost[arc]))
      excess[from] += flow
      excess[to] -= flow
    }
  }
  tryArc(0, 0)
  return best
}

/// The least cost by an independent formulation: saturate what saves, then successive shortest
/// paths by Bellman and Ford's relaxation; nil when infeasible.
func shortestPathsCost(_ network: FlowNetwork) -> Int? {
  var residual: [(from: Int, to: Int, left: Int, cost: Int)] = []
  var excess = network.supply
  var cost = 0
  for arc in network.from.indices {
    let (from, to) = (Int(network.from[arc]), Int(network.to[arc]))
    let (capacity, price) = (Int(network.capacity[arc]), Int(network.cost[arc]))
    let full = price < 0
    residual.append((from, to, full ? 0 : capacity, price))
    residual.append((to, from, full ? capacity : 0, -price))
    guard full else { continue }
    excess[from] -= capacity
    excess[to] += capacity
    cost += capacity * price
  }
  while let source = excess.firstIndex(where: { $0 > 0 }) {
    var distance = [Int?](repeating: nil, count: excess.count)
    var arcInto = [Int](repeating: -1, count: excess.count)
    distance[source] = 0
    for _ in excess.indices {
      for (index, arc) in residual.enumerated() where arc.left > 0 {
        guard let start = distance[arc.from] else { continue }
        if start + arc.cost < distance[arc.to] ?? .max {
          distance[arc.to] = start + arc.cost
          arcInto[arc.to] = index
        }
      }
    }
    let sinks = excess.indices.filter { excess[$0] < 0 && distance[$0] != nil }
    guard let sink = sinks.min(by: { distance[$0] ?? 0 < distance[$1] ?? 0 }) else { return nil }
    var node = sink
    while node != source {
      residual[arcInto[node]].left -= 1
      residual[arcInto[node] ^ 1].left += 1
      node = residual[arcInto[node]].from
    }
    excess[source] -= 1
    excess[sink] += 1
    cost += distance[sink] ?? 0
  }
  return cost
}

/// Whether a flow meets the supplies within the capacities and its potentials prove it optimal.
func isProven(_ found: MinimumCostFlow, in network: FlowNetwork) -> Bool {
  var excess = network.supply
  var cost = 0
  for arc in network.from.indices {
    let (from, to) = (Int(network.from[arc]), Int(network.to[arc]))
    let flow = found.flow[arc]
    guard flow >= 0, flow <= network.capacity[arc] else { return false }
    excess[from] -= Int(flow)
    excess[to] += Int(flow)
    cost += Int(flow) * Int(network.cost[arc])
    let reduced = Int(network.cost[arc]) + found.potential[from] - found.potential[to]
    if reduced > 0, flow > 0 { return false }
    if reduced < 0, flow < network.capacity[arc] { return false }
  }
  return excess.allSatisfy { $0 == 0 } && cost == found.cost
}
