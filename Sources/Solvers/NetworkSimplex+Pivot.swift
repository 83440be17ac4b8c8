extension NetworkSimplex {
  /// The circle an entering arc closes with the tree, and what stops a push round it.
  private struct Circle {
    /// The push leaves `first` over the entering arc and arrives at `second`.
    let first: Int32
    let second: Int32
    /// How much can be pushed.
    var push: Int
    /// The node whose arc to its parent blocks; `none` when the entering arc itself does.
    var blocked = SpanningTree.none
    /// Whether the blocked node is between `first` and the apex.
    var blockedBeforeEntering = false
    /// Where the paths from `first` and `second` to the root meet.
    var apex = SpanningTree.none
  }

  /// Pushes along the entering arc's circle and exchanges arcs.
  mutating func pivot(_ entering: Int) {
    let isLower = place[entering] == Place.lower
    var circle = Circle(
      first: isLower ? network.from[entering] : network.to[entering],
      second: isLower ? network.to[entering] : network.from[entering],
      push: Int(network.capacity[entering]))
    findBlock(&circle)
    push(round: circle)
    if circle.blocked == SpanningTree.none {
      place[entering] = isLower ? Place.upper : Place.lower
    } else {
      exchange(entering, circle)
    }
  }

  /// Climbs both paths to the apex and finds the last blocking arc in the direction of the push,
  /// counted from the apex: the choice that keeps the tree strongly feasible.
  ///
  /// On the way down to `first` the last one is the deepest, so there only a strictly smaller
  /// residual replaces it; after the entering arc, on the way up from `second`, equal ones do too.
  private func findBlock(_ circle: inout Circle) {
    var left = circle.first
    var right = circle.second
    var before = (push: Int.max, node: SpanningTree.none)
    var after = (push: Int.max, node: SpanningTree.none)
    var steps = 0
    while left != right {
      if tree.nodes[Int(left)].depth >= tree.nodes[Int(right)].depth {
        let node = tree.nodes[Int(left)]
        if node.fall < before.push { before = (node.fall, left) }
        left = node.parent
      } else {
        let node = tree.nodes[Int(right)]
        if node.rise <= after.push { after = (node.rise, right) }
        right = node.parent
      }
      steps += 1
      assert(steps <= tree.nodes.count, "two paths to the apex share no node below it")
    }
    circle.apex = left
    if before.push < circle.push {
      circle.push = before.push
      circle.blocked = before.node
      circle.blockedBeforeEntering = true
    }
    if after.push <= circle.push {
      circle.push = after.push
      circle.blocked = after.node
      circle.blockedBeforeEntering = false
    }
  }

  /// Walks the two paths `findBlock` walked, so its bound on steps holds here.
  private mutating func push(round circle: Circle) {
    guard circle.push > 0 else { return }
    var node = circle.first
    while node != circle.apex {
      tree.nodes[Int(node)].fall -= circle.push
      tree.nodes[Int(node)].rise += circle.push
      node = tree.nodes[Int(node)].parent
    }
    node = circle.second
    while node != circle.apex {
      tree.nodes[Int(node)].rise -= circle.push
      tree.nodes[Int(node)].fall += circle.push
      node = tree.nodes[Int(node)].parent
    }
  }

  /// Takes the blocked arc out of the tree and the entering arc in.
  private mutating func exchange(_ entering: Int, _ circle: Circle) {
    retire(circle)
    place[entering] = Place.tree
    let left = Int(network.capacity[entering]) - circle.push
    let reducedCost = reducedCost(of: entering)
    if circle.blockedBeforeEntering {
      tree.rehang(
        circle.first, upTo: circle.blocked, under: circle.second, by: Int32(entering),
        rise: left, fall: circle.push)
    } else {
      tree.rehang(
        circle.second, upTo: circle.blocked, under: circle.first, by: Int32(entering),
        rise: circle.push, fall: left)
    }
    let top = circle.blockedBeforeEntering ? circle.first : circle.second
    assert(tree.nodes[Int(top)].rise > 0, "the tree stays strongly feasible")
    tree.reprice(below: top, by: top == network.from[entering] ? -reducedCost : reducedCost)
  }

  /// Says where the arc above the blocked node goes; an artificial one is gone for good.
  private mutating func retire(_ circle: Circle) {
    let arc = Int(tree.nodes[Int(circle.blocked)].arc)
    guard arc < network.arcCount else { return }
    let pointsUp = network.from[arc] == circle.blocked
    place[arc] = pointsUp == circle.blockedBeforeEntering ? Place.lower : Place.upper
  }

  func reducedCost(of arc: Int) -> Int {
    Int(network.cost[arc]) + tree.potential[Int(network.from[arc])]
      - tree.potential[Int(network.to[arc])]
  }
}
