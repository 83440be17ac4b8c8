import Solvers

/// An instance in the form the solver takes: making it is timed apart from solving it.
struct PreparedSolve {
  let solver = "talent-network-simplex"
  private let network: FlowNetwork
  private var start = StartingTree.none
  /// What the objective has beyond the network's cost.
  private var fixedCost = 0
  /// -1 where the dearest is wanted.
  private var sign = 1
  private var isUnbounded: ([Int32]) -> Bool = { _ in false }
  /// What a matching file holds: edge positions, columns or flows, as the form asks.
  private let marks: ([Int32]) -> [Int64]

  init(_ stored: StoredInstance) throws(NetworkError) {
    switch stored {
    case .deployment(let instance):
      let made = try DeploymentNetwork(instance)
      network = made.network
      start = made.start
      marks = { flow in
        (0..<instance.candidate.count).filter { flow[$0] > 0 }.map { Int64($0) }
      }
    case .dense(let instance):
      let made = try AssignmentNetwork(instance)
      network = made.network
      sign = instance.isMaximising ? -1 : 1
      marks = made.columnOfEachRow
    case .assignment(let instance):
      let made = try AssignmentNetwork(instance)
      network = made.network
      sign = instance.isMaximising ? -1 : 1
      marks = made.columnOfEachRow
    case .flow(let instance):
      let made = try LoweredFlow(instance)
      network = made.network
      fixedCost = made.fixedCost
      isUnbounded = made.isUnbounded
      marks = { flow in zip(instance.arcs, flow).map { Int64($0.lower) + Int64($1) } }
    }
  }

  /// The one place where an instance meets the solver.
  func solve() -> SolveAnswer {
    switch minimumCostFlow(network, from: start) {
    case .infeasible: .infeasible
    case .optimal(let found):
      isUnbounded(found.flow)
        ? .unbounded
        : .optimal(objective: sign * found.cost + fixedCost) { marks(found.flow) }
    }
  }
}
