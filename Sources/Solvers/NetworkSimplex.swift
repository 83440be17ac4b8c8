/// The primal network simplex over strongly feasible trees, with block pivot search.
///
/// The basis is a spanning tree; arcs outside it are empty (`lower`) or full (`upper`). Potentials
/// make the reduced cost of every tree arc 0. A pivot takes an *entering arc* whose reduced cost says
/// that pushing along it saves, pushes round the circle it closes with the tree as much as fits, and
/// swaps it for a *leaving arc* that blocks. When no arc wants to enter, the flow is optimal.
///
/// Sources: Cunningham 1976 (doi:10.1007/BF01580661) for the leaving rule that keeps the tree
/// strongly feasible; Kelly and O'Neill 1991, "The minimum cost flow problem and the network simplex
/// solution method", for block search. Departures: residual capacities are kept from the child's
/// point of view (`rise`, `fall`), so a push needs neither the arc's direction nor its capacity; the
/// flow of arcs outside the tree is not stored, because `place` tells it.
struct NetworkSimplex: ~Copyable {
  /// Where an arc is, as the factor that makes a reduced cost below 0 mean "wants to enter".
  enum Place {
    static let lower: Int8 = 1
    static let tree: Int8 = 0
    static let upper: Int8 = -1
  }

  let network: FlowNetwork
  var tree: SpanningTree
  /// The place of each arc. An arc of capacity 0 counts as in the tree for good: it never enters.
  var place: [Int8]
  /// Where the next search for an entering arc begins.
  var nextArc = 0
  var pivots = 0

  init(_ network: FlowNetwork) {
    self.network = network
    place = network.capacity.map { $0 > 0 ? Place.lower : Place.tree }
    tree = SpanningTree(nodeCount: network.nodeCount)
    plant()
  }

  /// Pivots until no arc wants to enter.
  mutating func run() {
    let limit = pivotLimit
    while let entering = findEntering() {
      pivot(entering)
      pivots += 1
      assert(pivots <= limit, "strongly feasible trees cannot cycle")
    }
  }

  /// A proven bound on the pivots, capped at the largest integer.
  ///
  /// A pivot that pushes something lowers the cost by at least 1, and the cost, artificial arcs
  /// included, spans at most `range`. One that pushes nothing has its leaving arc on the side the
  /// push comes from (every rise is above 0), so it raises the potentials of a subtree by at least 1
  /// and lowers none: between two pushes that can happen at most nodes times the span of a potential.
  /// A pivot without a swap of arcs pushes something, because no arc of capacity 0 enters.
  var pivotLimit: Int {
    let range = saturatingSum(
      2 * network.largestFlowCost,
      saturatingProduct(network.totalSupply, network.artificialCost))
    let stalls = saturatingProduct(network.nodeCount + 1, 4 * network.artificialCost)
    return saturatingProduct(range + 1, stalls + 1)
  }
}

private func saturatingProduct(_ left: Int, _ right: Int) -> Int {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? .max - 1 : product
}

private func saturatingSum(_ left: Int, _ right: Int) -> Int {
  let (sum, overflow) = left.addingReportingOverflow(right)
  return overflow ? .max - 1 : sum
}
