import Solvers

/// An instance in the form the solver takes: making it is timed apart from solving it.
struct PreparedSolve: ~Copyable {
  private enum Form: ~Copyable {
    case layered(LayeredNetwork, marks: ([Int]) -> [Int64])
    case assignment(AssignmentNetwork, first: LayeredNetwork, marks: ([Int64]) -> [Int64])
    case dense(CostMatrix, sign: Int)
    case flow(LoweredFlow, FlowInstance)
  }

  let solver: String
  private let form: Form

  init(_ stored: StoredInstance) throws(NetworkError) {
    switch stored {
    case .deployment(let instance):
      try self.init(instance) { edges in edges.map { Int64($0) } }
    case .dense(let instance):
      try self.init(instance)
    case .assignment(let instance):
      try self.init(AssignmentNetwork(instance)) { $0 }
    case .flow(let instance):
      if let layered = LayeredFlow(instance) {
        try self.init(layered.deployment, marks: layered.flows(choosing:))
      } else if let unit = UnitFlow(instance) {
        try self.init(AssignmentNetwork(unit.assignment), marks: unit.flows(columns:))
      } else {
        try self.init(instance)
      }
    }
  }

  /// - Parameter marks: what to write about the edges chosen.
  private init(
    _ instance: DeploymentInstance, marks: @escaping ([Int]) -> [Int64]
  ) throws(NetworkError) {
    solver = "talent-auction"
    form = .layered(try LayeredNetwork(instance), marks: marks)
  }

  /// - Parameter marks: what to write about the columns given to the rows.
  private init(
    _ made: AssignmentNetwork, marks: @escaping ([Int64]) -> [Int64]
  ) throws(NetworkError) {
    solver = "talent-auction"
    form = .assignment(made, first: try made.network(penalty: made.penalties()[0]), marks: marks)
  }

  private init(_ instance: DenseInstance) throws(NetworkError) {
    let sign: Int32 = instance.isMaximising ? -1 : 1
    form = .dense(
      try CostMatrix(
        rows: instance.rows, columns: instance.columns,
        cost: sign == 1 ? instance.cost : instance.cost.map { -$0 }), sign: Int(sign))
    solver = "talent-auction"
  }

  private init(_ instance: FlowInstance) throws(NetworkError) {
    form = .flow(try LoweredFlow(instance), instance)
    solver = "talent-network-simplex"
  }

  /// The one place where an instance meets the solver.
  consuming func solve() throws(NetworkError) -> SolveAnswer {
    switch consume form {
    case .layered(let network, let marks):
      let optimum = leastCostPlacement(network)
      return .optimal(objective: optimum.cost) { marks(optimum.chosen) }
    case .assignment(let made, let first, let marks):
      return try Self.solve(made, first, marks)
    case .dense(let matrix, let sign):
      let found = try leastCostAssignment(matrix)
      return .optimal(objective: sign * found.cost) { found.columnOfRow.map { Int64($0) } }
    case .flow(let lowered, let instance):
      return Self.solve(lowered, instance)
    }
  }

  private static func solve(
    _ made: AssignmentNetwork, _ first: consuming LayeredNetwork,
    _ marks: @escaping ([Int64]) -> [Int64]
  ) throws(NetworkError) -> SolveAnswer {
    var found = made.answer(leastCostPlacement(first))
    if found == nil {
      found = made.answer(leastCostPlacement(try made.network(penalty: made.penalties()[1])))
    }
    guard let found else { return .infeasible }
    return .optimal(objective: found.objective) { marks(found.columnOfEachRow) }
  }

  /// A flow of no shape in particular.
  private static func solve(_ lowered: LoweredFlow, _ instance: FlowInstance) -> SolveAnswer {
    guard case .optimal(let found) = minimumCostFlow(lowered.network) else { return .infeasible }
    guard !lowered.isUnbounded(found.flow) else { return .unbounded }
    return .optimal(objective: found.cost + lowered.fixedCost) {
      zip(instance.arcs, found.flow).map { Int64($0.lower) + Int64($1) }
    }
  }
}

extension LayeredNetwork {
  init(_ instance: DeploymentInstance) throws(NetworkError) {
    try self.init(
      needs: zip(instance.demand, instance.penalty).map { Need(units: $0, penalty: Int($1)) },
      candidates: zip(instance.cap, instance.home).map { Candidate(capacity: $0, home: $1) },
      homeCapacity: instance.release, rowStart: instance.rowStart, candidate: instance.candidate,
      cost: instance.cost)
  }
}
