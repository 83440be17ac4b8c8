import Solvers

/// A deployment instance as a flow network: need -> candidate -> home -> sink, and need -> sink for
/// the units left unfilled. Edges come first, so an edge's arc has its own position.
struct DeploymentNetwork {
  let network: FlowNetwork
  /// Everything unfilled, candidates and homes waiting.
  let start: StartingTree

  init(_ instance: DeploymentInstance) throws(NetworkError) {
    let needs = instance.demand.count
    let candidates = instance.home.count
    let homes = instance.release.count
    let sink = Int32(needs + candidates + homes)
    var from: [Int32] = []
    from.reserveCapacity(instance.candidate.count + Int(sink))
    for need in 0..<needs {
      let row = instance.rowStart[need]..<instance.rowStart[need + 1]
      from.append(contentsOf: repeatElement(Int32(need), count: row.count))
    }
    var to = instance.candidate.map { Int32(needs) + $0 }
    from += (0..<sink)
    to += repeatElement(sink, count: needs)
    to += instance.home.map { Int32(needs + candidates) + $0 }
    to += repeatElement(sink, count: homes)
    let capacity =
      [Int32](repeating: 1, count: instance.candidate.count)
      + instance.demand.map { $0 + 1 } + instance.cap + instance.release
    let cost = instance.cost + instance.penalty + [Int32](repeating: 0, count: candidates + homes)
    let supply =
      instance.demand.map { Int($0) } + [Int](repeating: 0, count: candidates + homes)
      + [-instance.demand.reduce(0) { $0 + Int($1) }]
    network = try FlowNetwork(supply: supply, from: from, to: to, capacity: capacity, cost: cost)
    let edges = Int32(instance.candidate.count)
    start = StartingTree(arcToParent: (0..<sink).map { edges + $0 } + [-1])
  }
}
