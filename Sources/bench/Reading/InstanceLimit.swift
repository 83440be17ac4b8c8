import Solvers

/// Caps on what a file may hold, so that a wrong number in a header is a sentence and not a crash.
enum InstanceLimit {
  /// Nodes and arcs together, as many as the solver can number.
  static let nodesAndArcs = FlowNetwork.Limit.nodesAndArcs
  /// Of a text, which is read as a whole.
  static let textBytes = 4 << 30
  /// Costs, capacities and numbers of rows are 32 bits wide.
  static let number = Int(Int32.max)
}
