import Domain

/// Every plan of a tiny joint problem, as sets of bits, and the best of them in both stages.
struct JointBruteForce {
  private let problem: JointProblem
  private(set) var plans: [Int] = []

  init(_ problem: JointProblem) {
    self.problem = problem
    plans = (0..<1 << problem.value.count).filter(stands)
  }

  private func stands(_ plan: Int) -> Bool {
    let chosen = problem.parts.filter { plan >> $0 & 1 == 1 }
    guard problem.parts.allSatisfy({ !problem.isPinned[$0] || plan >> $0 & 1 == 1 }) else {
      return false
    }
    for limit in problem.limits.indices {
      let users = chosen.filter { problem.uses(ofPart: $0).contains { $0.limit == limit } }
      let used =
        problem.limits[limit].countsPeople
        ? Set(users.map { problem.person[$0] }).count
        : users.flatMap { problem.uses(ofPart: $0) }.filter { $0.limit == limit }
          .reduce(0) { $0 + Int($1.amount) }
      if used > problem.limits[limit].capacity { return false }
    }
    var activity = [Int](repeating: 0, count: problem.rowCapacity.count)
    for part in chosen {
      for link in problem.links(ofPart: part) { activity[Int(link.row)] += Int(link.coefficient) }
    }
    return zip(activity, problem.rowCapacity).allSatisfy { $0 <= $1 }
  }

  func filled(_ plan: Int) -> Int {
    problem.parts.count { plan >> $0 & 1 == 1 && problem.mustFill[$0] }
  }

  func value(_ plan: Int) -> Int {
    problem.parts.reduce(problem.constant) {
      $0 + (plan >> $1 & 1 == 1 ? Int(problem.value[$1]) : 0)
    }
  }

  /// nil when not even the pinned parts stand.
  var best: Worth? {
    plans.map {
      Worth(mustFillUnfilled: problem.mustFillUnits - filled($0), objective: value($0))
    }.max()
  }
}

/// What a plan is worth: must-fill units first.
struct Worth: Hashable, Comparable {
  var mustFillUnfilled: Int
  var objective: Int

  static func < (left: Worth, right: Worth) -> Bool {
    (-left.mustFillUnfilled, left.objective) < (-right.mustFillUnfilled, right.objective)
  }
}
