extension NetworkSimplex {
  /// Residual capacity of an artificial arc: above anything it can carry.
  private static let unlimited = 1 << 62

  /// Builds the first tree from a hint, joining to the root what the hint does not join well.
  ///
  /// Nodes are settled from the leaves up, each with the net supply of what hangs below it, so that
  /// its arc's flow is known. A node without a usable arc carries its net supply to the root itself.
  mutating func plant(_ start: StartingTree) {
    let parent = parents(in: start)
    var children = [Int32](repeating: 0, count: network.nodeCount)
    for node in parent where node != SpanningTree.none { children[Int(node)] += 1 }
    var net = network.supply
    var order: [Int32] = []
    order.reserveCapacity(network.nodeCount)
    var settled = [Bool](repeating: false, count: network.nodeCount)
    for leaf in 0..<Int32(network.nodeCount) {
      var node = leaf
      // Each step settles a node, so all of them together take no more steps than nodes.
      while !settled[Int(node)], children[Int(node)] == 0 {
        settled[Int(node)] = true
        order.append(node)
        let above = parent[Int(node)]
        guard above != SpanningTree.none else { break }
        children[Int(above)] -= 1
        if canHang(node, by: start.arcToParent[Int(node)], net: net[Int(node)]) {
          net[Int(above)] += net[Int(node)]
        }
        node = above
      }
    }
    // What is left goes round in circles.
    for node in 0..<Int32(network.nodeCount) where !settled[Int(node)] { order.append(node) }
    for node in order.reversed() {
      let above = settled[Int(node)] ? parent[Int(node)] : SpanningTree.none
      hang(node, under: above, start, net: net[Int(node)])
    }
  }

  /// The node at the other end of each node's hinted arc; `none` where there is no usable hint.
  private func parents(in start: StartingTree) -> [Int32] {
    var parent = [Int32](repeating: SpanningTree.none, count: network.nodeCount)
    guard start.arcToParent.count == network.nodeCount else { return parent }
    for node in parent.indices {
      let arc = Int(start.arcToParent[node])
      guard arc >= 0, arc < network.arcCount, network.from[arc] != network.to[arc] else { continue }
      if Int(network.from[arc]) == node { parent[node] = network.to[arc] }
      if Int(network.to[arc]) == node { parent[node] = network.from[arc] }
    }
    return parent
  }

  /// Whether an arc could carry the net supply below a node and still let something more rise.
  private func canHang(_ node: Int32, by arc: Int32, net: Int) -> Bool {
    let capacity = Int(network.capacity[Int(arc)])
    return network.from[Int(arc)] == node ? 0 <= net && net < capacity : -capacity <= net && net < 0
  }

  private mutating func hang(_ node: Int32, under parent: Int32, _ start: StartingTree, net: Int) {
    if parent != SpanningTree.none,
      canHang(node, by: start.arcToParent[Int(node)], net: net)
    {
      let arc = Int(start.arcToParent[Int(node)])
      hang(node, under: parent, by: arc, net: net, capacity: Int(network.capacity[arc]))
      let cost = Int(network.cost[arc])
      tree.potential[Int(node)] =
        tree.potential[Int(parent)] + (network.from[arc] == node ? -cost : cost)
      place[arc] = Place.tree
    } else {
      let artificial = network.arcCount + Int(node)
      hang(node, under: tree.root, by: artificial, net: net, capacity: Self.unlimited)
      tree.potential[Int(node)] = net < 0 ? network.artificialCost : -network.artificialCost
    }
  }

  private mutating func hang(
    _ node: Int32, under parent: Int32, by arc: Int, net: Int, capacity: Int
  ) {
    tree.link(node, under: parent)
    tree.nodes[Int(node)].arc = Int32(arc)
    tree.nodes[Int(node)].depth = tree.nodes[Int(parent)].depth + 1
    tree.nodes[Int(node)].rise = net < 0 ? -net : capacity - net
    tree.nodes[Int(node)].fall = net < 0 ? capacity + net : net
  }
}
