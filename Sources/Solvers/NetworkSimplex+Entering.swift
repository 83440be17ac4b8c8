extension NetworkSimplex {
  /// How many arcs a search looks at before it is content with the best it has seen.
  var blockSize: Int { max(50, Int(Double(network.arcCount).squareRoot())) }

  /// The arc of a block that saves most, in the first block that has one that saves; nil when no arc
  /// of the network does, which proves the flow optimal.
  ///
  /// - Complexity: linear in the arcs looked at, at most all of them.
  mutating func findEntering() -> Int? {
    let arcs = network.arcCount
    let block = blockSize
    var looked = 0
    while looked < arcs {
      if nextArc == arcs { nextArc = 0 }
      let end = min(arcs, nextArc + min(block, arcs - looked))
      let best = mostSaving(nextArc..<end)
      looked += end - nextArc
      nextArc = end
      if let best { return best }
    }
    return nil
  }

  /// The arc of a range whose reduced cost violates optimality most.
  private func mostSaving(_ range: Range<Int>) -> Int? {
    let from = network.from.span
    let to = network.to.span
    let cost = network.cost.span
    let place = place.span
    let potential = tree.potential.span
    var least = 0
    var best: Int?
    for arc in range {
      let reduced =
        Int(place[arc])
        * (Int(cost[arc]) + potential[Int(from[arc])] - potential[Int(to[arc])])
      if reduced < least {
        least = reduced
        best = arc
      }
    }
    return best
  }
}
