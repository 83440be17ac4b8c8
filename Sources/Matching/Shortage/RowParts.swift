import Domain

/// The parts that have one coefficient in each row, ascending.
struct RowParts: Sendable {
  private var start: [Int32]
  private var parts: [Int32]

  init(_ problem: JointProblem, coefficient: Int32) {
    start = [Int32](repeating: 0, count: problem.rowCapacity.count + 1)
    for link in problem.links where link.coefficient == coefficient {
      start[Int(link.row) + 1] += 1
    }
    for row in problem.rowCapacity.indices { start[row + 1] += start[row] }
    parts = [Int32](repeating: 0, count: Int(start[start.count - 1]))
    var next = start
    for part in problem.parts {
      for link in problem.links(ofPart: part) where link.coefficient == coefficient {
        parts[Int(next[Int(link.row)])] = Int32(part)
        next[Int(link.row)] += 1
      }
    }
  }

  func parts(ofRow row: Int) -> [Int] {
    parts[Int(start[row])..<Int(start[row + 1])].map { Int($0) }
  }
}
