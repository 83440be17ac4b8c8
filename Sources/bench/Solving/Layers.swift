/// Which part each node of a flow instance plays, told from the arcs alone.
struct Layers {
  enum Kind {
    case pool, home, candidate, need, idle
  }

  private(set) var kind: [Kind]
  /// The only arc into each home and candidate.
  private(set) var into: [Int]
  /// Arcs out of the pool.
  private(set) var fromPool: [Int] = []
  /// Arcs from candidates into each need, candidates ascending.
  private(set) var edges: [[Int]]

  /// Nil when some arc leads where none may.
  init?(_ instance: FlowInstance, pool: Int) {
    kind = instance.supply.map { $0 < 0 ? .need : .idle }
    kind[pool] = .pool
    into = [Int](repeating: -1, count: kind.count)
    edges = [[Int]](repeating: [], count: kind.count)
    for (number, arc) in instance.arcs.enumerated() {
      if Int(arc.from) == pool { fromPool.append(number) }
      if kind[Int(arc.to)] == .need {
        if Int(arc.from) != pool { edges[Int(arc.to)].append(number) }
        continue
      }
      guard into[Int(arc.to)] < 0, Int(arc.to) != pool else { return nil }
      into[Int(arc.to)] = number
      kind[Int(arc.to)] = Int(arc.from) == pool ? .home : .candidate
    }
    settleCandidates(instance)
    guard instance.arcs.allSatisfy(isDownward) else { return nil }
    for need in edges.indices {
      edges[need].sort { instance.arcs[$0].from < instance.arcs[$1].from }
    }
  }

  /// Each node's number among those of its kind, in the order of nodes.
  func numbers(of wanted: Kind) -> [Int32] {
    var next: Int32 = 0
    return kind.map { one in
      defer { if one == wanted { next += 1 } }
      return one == wanted ? next : -1
    }
  }

  /// A home that serves needs itself is a candidate of its own.
  private mutating func settleCandidates(_ instance: FlowInstance) {
    for row in edges {
      for arc in row where kind[Int(instance.arcs[arc].from)] == .home {
        kind[Int(instance.arcs[arc].from)] = .candidate
      }
    }
  }

  private func isDownward(_ arc: FlowInstance.Arc) -> Bool {
    switch (kind[Int(arc.from)], kind[Int(arc.to)]) {
    case (.pool, .home), (.pool, .candidate), (.pool, .need), (.home, .candidate),
      (.candidate, .need):
      true
    default: false
    }
  }
}

extension FlowInstance {
  /// The one node that sends something out; nil when there are none or several.
  var onlySource: Int? {
    let sources = supply.indices.filter { supply[$0] > 0 }
    return sources.count == 1 ? sources[0] : nil
  }
}
