/// What became of a solve, in the words of the file.
enum SolveAnswer {
  /// `marks` is what a matching file holds.
  case optimal(objective: Int, marks: () -> [Int64])
  /// Nothing meets all that the file asks.
  case infeasible
  /// Costs fall without end.
  case unbounded

  var status: String {
    switch self {
    case .optimal: "OPTIMAL"
    case .infeasible: "INFEASIBLE"
    case .unbounded: "UNBOUNDED"
    }
  }

  var objective: Int? {
    if case .optimal(let objective, _) = self { objective } else { nil }
  }
}
