/// The basis of the network simplex: a rooted tree that reaches every node, with the residual
/// capacities of its arcs and the node potentials it implies.
///
/// Terms. `rise` is how much more can be pushed from a node to its parent over the arc that joins
/// them, `fall` how much from the parent to the node; which way the arc itself points does not matter
/// to either. The tree is *strongly feasible* (Cunningham 1976, doi:10.1007/BF01580661) when every
/// rise is above 0: from every node something can still be pushed to the root.
///
/// Children hang in doubly linked lists, so a subtree is moved in steps along one path and walked in
/// steps over its own nodes.
struct SpanningTree: ~Copyable {
  struct Node {
    var rise = 0
    var fall = 0
    var parent: Int32 = none
    /// The arc to the parent; artificial arcs are numbered after the network's own.
    var arc: Int32 = none
    var firstChild: Int32 = none
    var next: Int32 = none
    var previous: Int32 = none
    var depth: Int32 = 0
  }

  static let none: Int32 = -1

  var nodes: [Node]
  var potential: [Int]
  let root: Int32

  /// A root with nothing below it yet, numbered after the `nodeCount` nodes to come.
  init(nodeCount: Int) {
    nodes = Array(repeating: Node(), count: nodeCount + 1)
    potential = Array(repeating: 0, count: nodeCount + 1)
    root = Int32(nodeCount)
  }

  /// Makes `child` the first child of `parent`.
  mutating func link(_ child: Int32, under parent: Int32) {
    let sibling = nodes[Int(parent)].firstChild
    nodes[Int(child)].parent = parent
    nodes[Int(child)].next = sibling
    nodes[Int(child)].previous = Self.none
    if sibling != Self.none { nodes[Int(sibling)].previous = child }
    nodes[Int(parent)].firstChild = child
  }

  /// Takes `child` out of its parent's list of children.
  private mutating func unlink(_ child: Int32) {
    let node = nodes[Int(child)]
    if node.previous == Self.none {
      nodes[Int(node.parent)].firstChild = node.next
    } else {
      nodes[Int(node.previous)].next = node.next
    }
    if node.next != Self.none { nodes[Int(node.next)].previous = node.previous }
  }

  /// Cuts the arc above `top` and hangs its subtree under `parent` by `arc`, with `bottom` uppermost.
  ///
  /// The path from `bottom` to `top` turns over: each arc on it now joins its upper end to its lower
  /// one, so rise and fall change places.
  mutating func rehang(
    _ bottom: Int32, upTo top: Int32, under parent: Int32, by arc: Int32, rise: Int, fall: Int
  ) {
    var node = bottom
    var above = (node: parent, arc: arc, rise: rise, fall: fall)
    var steps = 0
    while true {
      let was = nodes[Int(node)]
      unlink(node)
      link(node, under: above.node)
      nodes[Int(node)].arc = above.arc
      nodes[Int(node)].rise = above.rise
      nodes[Int(node)].fall = above.fall
      if node == top { return }
      above = (node, was.arc, was.fall, was.rise)
      node = was.parent
      steps += 1
      assert(steps < nodes.count, "a path visits a node once")
    }
  }

  /// Adds `shift` to every potential below and at `top`, and sets the depths anew.
  mutating func reprice(below top: Int32, by shift: Int) {
    var node = top
    var visited = 0
    while true {
      visited += 1
      assert(visited <= nodes.count, "a subtree has each node once")
      potential[Int(node)] += shift
      nodes[Int(node)].depth = nodes[Int(nodes[Int(node)].parent)].depth + 1
      var following = nodes[Int(node)].firstChild
      while following == Self.none {
        if node == top { return }
        following = nodes[Int(node)].next
        if following == Self.none { node = nodes[Int(node)].parent }
      }
      node = following
    }
  }
}
