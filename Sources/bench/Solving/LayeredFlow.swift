/// A flow instance that is a deployment in disguise: one source (the pool), homes and candidates that
/// nothing is paid to pass, and needs that the pool may serve too, for a penalty.
///
/// Candidates may hang from the pool itself; each then is its own home.
struct LayeredFlow {
  private(set) var deployment = DeploymentInstance(
    release: [], home: [], cap: [], demand: [], penalty: [], rowStart: [0], candidate: [],
    cost: [])
  private let instance: FlowInstance
  /// All that the pool sends out.
  private let most: Int32
  /// The arc that leads to each home, to each candidate (-1 when it is its own home), and from the pool
  /// to each need; and that of each edge.
  private var homeArc: [Int] = []
  private var candidateArc: [Int] = []
  private var penaltyArc: [Int] = []
  private var edgeArc: [Int] = []

  /// Nil when the instance is no such thing.
  init?(_ instance: FlowInstance) {
    self.instance = instance
    guard let pool = instance.onlySource, instance.arcs.allSatisfy(Self.isPlain),
      instance.supply[pool] < Int(Int32.max)
    else { return nil }
    most = Int32(instance.supply[pool])
    guard let layers = Layers(instance, pool: pool), placePeople(layers), placeNeeds(layers) else {
      return nil
    }
  }

  /// What each arc carries when these edges are chosen.
  func flows(choosing edges: [Int]) -> [Int64] {
    var flow = [Int64](repeating: 0, count: instance.arcs.count)
    var open = deployment.demand.map { Int64($0) }
    var need = 0
    for edge in edges.sorted() {
      while deployment.rowStart[need + 1] <= edge { need += 1 }
      let person = Int(deployment.candidate[edge])
      open[need] -= 1
      flow[edgeArc[edge]] += 1
      flow[homeArc[Int(deployment.home[person])]] += 1
      if candidateArc[person] >= 0 { flow[candidateArc[person]] += 1 }
    }
    for need in open.indices { flow[penaltyArc[need]] = open[need] }
    return flow
  }

  private static func isPlain(_ arc: FlowInstance.Arc) -> Bool {
    arc.lower == 0 && arc.cost >= 0 && arc.cost < Int32.max
  }

  /// What an arc can carry, at most what there is.
  private func room(_ arc: Int) -> Int32 { min(instance.arcs[arc].capacity ?? most, most) }
}

extension LayeredFlow {
  /// Numbers homes and candidates, each with the one arc that leads to it.
  private mutating func placePeople(_ layers: Layers) -> Bool {
    for arc in layers.fromPool where layers.kind[Int(instance.arcs[arc].to)] != .need {
      guard instance.arcs[arc].cost == 0 else { return false }
      deployment.release.append(room(arc))
      homeArc.append(arc)
    }
    var home = [Int32](repeating: -1, count: instance.supply.count)
    for (number, arc) in homeArc.enumerated() {
      home[Int(instance.arcs[arc].to)] = Int32(number)
    }
    for node in instance.supply.indices where layers.kind[node] == .candidate {
      let arc = layers.into[node]
      let from = Int(instance.arcs[arc].from)
      let isOwnHome = home[node] >= 0
      guard instance.arcs[arc].cost == 0 else { return false }
      deployment.home.append(isOwnHome ? home[node] : home[from])
      deployment.cap.append(room(arc))
      candidateArc.append(isOwnHome ? -1 : arc)
    }
    return true
  }

  /// Numbers needs, each with its penalty and its edges.
  private mutating func placeNeeds(_ layers: Layers) -> Bool {
    let person = layers.numbers(of: .candidate)
    var penalties = [Int](repeating: -1, count: instance.supply.count)
    for arc in layers.fromPool where layers.kind[Int(instance.arcs[arc].to)] == .need {
      let need = Int(instance.arcs[arc].to)
      guard penalties[need] < 0, Int(room(arc)) >= -instance.supply[need] else { return false }
      penalties[need] = arc
    }
    for need in instance.supply.indices where layers.kind[need] == .need {
      let demand = -instance.supply[need]
      guard penalties[need] >= 0 else { return false }
      for arc in layers.edges[need] {
        let candidate = Int(person[Int(instance.arcs[arc].from)])
        let isOnce = room(arc) == 1 || demand == 1 || deployment.cap[candidate] == 1
        guard room(arc) > 0, isOnce else { return false }
        deployment.candidate.append(Int32(candidate))
        deployment.cost.append(instance.arcs[arc].cost)
        edgeArc.append(arc)
      }
      deployment.demand.append(Int32(demand))
      deployment.penalty.append(instance.arcs[penalties[need]].cost)
      deployment.rowStart.append(edgeArc.count)
      penaltyArc.append(penalties[need])
    }
    return true
  }
}
