/// Why a network was turned away at the door of the solver.
public enum NetworkError: Error, Hashable, Sendable {
  /// `from`, `to`, `capacity` and `cost` do not have the same length.
  case arcArraysDiffer
  case endOutOfRange(arc: Int)
  case negativeCapacity(arc: Int)
  /// A need that asks for fewer than no units.
  case negativeSupply(node: Int)
  /// A second arc between the same need and candidate.
  case repeatedArc(Int)
  /// Supplies must add up to 0; this is what they add up to.
  case suppliesDoNotBalance(Int)
  /// Nodes and arcs together exceed `FlowNetwork.Limit.nodesAndArcs`.
  case tooManyNodesAndArcs(Int)
  /// The sizes of the supplies add up to more than `FlowNetwork.Limit.totalSupply`.
  case supplyCouldOverflow
  /// Capacities times costs add up to more than `FlowNetwork.Limit.flowCost`.
  case costCouldOverflow
}

extension NetworkError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .arcArraysDiffer: "the arcs' ends, capacities and costs differ in number"
    case .endOutOfRange(let arc): "arc \(arc) has an end that is not a node"
    case .negativeCapacity(let arc): "arc \(arc) has a negative capacity"
    case .negativeSupply(let node): "need \(node) asks for fewer than 0 units"
    case .repeatedArc(let arc): "arc \(arc) joins a need and a candidate already joined"
    case .suppliesDoNotBalance(let excess): "supplies add up to \(excess) instead of 0"
    case .tooManyNodesAndArcs(let count):
      "\(count) nodes and arcs are more than \(FlowNetwork.Limit.nodesAndArcs)"
    case .supplyCouldOverflow: "supplies are too large to add up safely"
    case .costCouldOverflow: "capacities and costs are too large to add up safely"
    }
  }
}
