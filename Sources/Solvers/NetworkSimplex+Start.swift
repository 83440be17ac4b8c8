extension NetworkSimplex {
  /// Residual capacity of an artificial arc: above anything it can carry.
  private static let unlimited = 1 << 62

  /// Builds the first tree: every node joined to the root by an artificial arc that carries its supply.
  mutating func plant() {
    for node in (0..<Int32(network.nodeCount)).reversed() {
      let net = network.supply[Int(node)]
      tree.link(node, under: tree.root)
      tree.nodes[Int(node)].arc = Int32(network.arcCount) + node
      tree.nodes[Int(node)].depth = tree.nodes[Int(tree.root)].depth + 1
      tree.nodes[Int(node)].rise = net < 0 ? -net : Self.unlimited - net
      tree.nodes[Int(node)].fall = net < 0 ? Self.unlimited + net : net
      tree.potential[Int(node)] = net < 0 ? network.artificialCost : -network.artificialCost
    }
  }
}
