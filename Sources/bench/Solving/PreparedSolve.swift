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
      try self.init(instance) { edges in edges.map { Int64($0) } }
    case .dense(let instance):
      try self.init(AssignmentNetwork(instance), instance.isMaximising) { $0 }
    case .assignment(let instance):
      try self.init(AssignmentNetwork(instance), instance.isMaximising) { $0 }
    case .flow(let instance):
      if let layered = LayeredFlow(instance) {
        try self.init(layered.deployment, marks: layered.flows(choosing:))
      } else if let unit = UnitFlow(instance) {
        try self.init(AssignmentNetwork(unit.assignment), false, marks: unit.flows(columns:))
      } else {
        try self.init(instance)
      }
    }
  }

  /// - Parameter marks: what to write about the edges chosen.
  private init(
    _ instance: DeploymentInstance, marks: @escaping ([Int]) -> [Int64]
  ) throws(NetworkError) {
    let made = try DeploymentNetwork(instance)
    network = made.network
    start = made.start
    let edges = instance.candidate.count
    self.marks = { flow in marks((0..<edges).filter { flow[$0] > 0 }) }
  }

  /// - Parameter marks: what to write about the columns given to the rows.
  private init(
    _ made: AssignmentNetwork, _ isMaximising: Bool, marks: @escaping ([Int64]) -> [Int64]
  ) {
    network = made.network
    sign = isMaximising ? -1 : 1
    self.marks = { flow in marks(made.columnOfEachRow(flow)) }
  }

  /// A flow of no shape in particular.
  private init(_ instance: FlowInstance) throws(NetworkError) {
    let made = try LoweredFlow(instance)
    network = made.network
    fixedCost = made.fixedCost
    isUnbounded = made.isUnbounded
    marks = { flow in zip(instance.arcs, flow).map { Int64($0.lower) + Int64($1) } }
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
