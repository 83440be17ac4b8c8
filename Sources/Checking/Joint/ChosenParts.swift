import Domain

/// Whether the chosen parts are a plan: within every limit and row, worth what is said.
func checkChosen(
  _ problem: JointProblem, _ solution: JointSolution
) throws(Objection) -> [String] {
  try checkOrder(problem, solution.chosen)
  try checkLimits(problem, solution.chosen)
  try checkRows(problem, solution.chosen)
  var worth = Int128(problem.constant)
  var filled = 0
  for part in solution.chosen {
    worth += Int128(problem.value[part])
    filled += problem.mustFill[part] ? 1 : 0
  }
  let unfilled = problem.mustFillUnits - filled
  guard unfilled == solution.mustFillUnfilled, unfilled >= 0 else {
    throw Objection(
      .stage(.mustFill),
      "the plan leaves \(unfilled) must-fill units unfilled, not \(solution.mustFillUnfilled)")
  }
  guard worth == Int128(solution.objective) else {
    throw Objection(.stage(.points), "the plan is worth \(worth), not \(solution.objective)")
  }
  return [
    "\(grouped(solution.chosen.count)) chosen parts: all different, every pinned one among them",
    "\(grouped(problem.limits.count)) limits and \(grouped(problem.rowCapacity.count)) rows: none is passed",
    "must-fill units that stay unfilled: \(grouped(unfilled)), as claimed",
    "points less penalties: \(grouped(solution.objective)), as claimed",
  ]
}

private func checkOrder(_ problem: JointProblem, _ chosen: [Int]) throws(Objection) {
  var next = 0
  for part in chosen {
    guard problem.parts.contains(part) else {
      throw Objection(.part(part), "the plan chooses a part that does not exist")
    }
    guard part >= next else {
      throw Objection(.part(part), "the plan lists a part twice or out of order")
    }
    try checkNonePinned(problem, next..<part)
    next = part + 1
  }
  try checkNonePinned(problem, next..<problem.parts.upperBound)
}

private func checkNonePinned(_ problem: JointProblem, _ parts: Range<Int>) throws(Objection) {
  if let pinned = problem.isPinned[parts].firstIndex(of: true) {
    throw Objection(.part(pinned), "the plan leaves out a pinned part")
  }
}

private func checkLimits(_ problem: JointProblem, _ chosen: [Int]) throws(Objection) {
  var used = [Int](repeating: 0, count: problem.limits.count)
  // By person, so that one is counted once however many of their parts use a limit.
  var counted = [Int32](repeating: -1, count: problem.limits.count)
  for part in chosen.sorted(by: { (problem.person[$0], $0) < (problem.person[$1], $1) }) {
    for use in problem.uses(ofPart: part) {
      let limit = Int(use.limit)
      if !problem.limits[limit].countsPeople {
        used[limit] += Int(use.amount)
      } else if counted[limit] != problem.person[part] {
        counted[limit] = problem.person[part]
        used[limit] += 1
      }
    }
  }
  for limit in used.indices where used[limit] > problem.limits[limit].capacity {
    throw Objection(
      .limit(limit), "the plan uses \(used[limit]) of \(problem.limits[limit].capacity)")
  }
}

private func checkRows(_ problem: JointProblem, _ chosen: [Int]) throws(Objection) {
  var sum = [Int](repeating: 0, count: problem.rowCapacity.count)
  for part in chosen {
    for link in problem.links(ofPart: part) { sum[Int(link.row)] += Int(link.coefficient) }
  }
  for row in sum.indices where sum[row] > problem.rowCapacity[row] {
    throw Objection(
      .row(row), "the plan takes \(sum[row]) where \(problem.rowCapacity[row]) can be taken")
  }
}
