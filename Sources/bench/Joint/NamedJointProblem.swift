import Domain

/// A joint problem out of a file, and how its answer reads in the file's own terms.
struct NamedJointProblem {
  let name: String
  let problem: JointProblem
  /// Minimised problems are turned round: a job's worth is this less its cost.
  var turnedRound: Int?

  static func all(
    contentsOf path: String, maximising: Bool
  ) throws(InstanceError) -> [NamedJointProblem] {
    var file = try StoredFile(path)
    guard file.remaining <= InstanceLimit.textBytes else {
      throw file.failure("is larger than a text may be", "give a smaller problem")
    }
    let bytes: [UInt8] = try file.take(file.remaining)
    var scanner = TextScanner(bytes, file: path)
    let name = String(path.split(separator: "/").last ?? "")
    if bytes.starts(with: Array("p joint".utf8)) {
      return [NamedJointProblem(name: name, problem: try JointFile(&scanner).problem)]
    }
    return try AssignmentLibrary(&scanner, maximising: maximising).problems.enumerated().map {
      NamedJointProblem(
        name: "\(name)-\($0.offset + 1)", problem: $0.element.problem,
        turnedRound: $0.element.turnedRound)
    }
  }

  func answer(_ solution: JointSolution) -> (objective: Int, bound: Int) {
    guard let turnedRound else { return (solution.objective, solution.bound) }
    return (turnedRound - solution.objective, turnedRound - solution.bound)
  }
}
