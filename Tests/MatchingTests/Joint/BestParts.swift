import Domain

/// The best choice of a tiny joint problem, by trying every one; must-fill first.
struct BestParts {
  private let problem: JointProblem
  private(set) var chosen: [Int]?
  private var worth = (filled: -1, points: Int.min)

  init(_ problem: JointProblem) {
    precondition(problem.parts.count <= 18)
    self.problem = problem
    for bits in 0..<(1 << problem.parts.count) {
      let tried = problem.parts.filter { bits >> $0 & 1 == 1 }
      guard problem.allows(tried) else { continue }
      let filled = tried.count { problem.mustFill[$0] }
      let points = tried.reduce(0) { $0 + Int(problem.value[$1]) }
      if (filled, points) > worth {
        worth = (filled, points)
        chosen = tried
      }
    }
  }

  var objective: Int { problem.constant + worth.points }
}

extension JointProblem {
  /// Whether a choice keeps to every limit and row and holds every pinned part.
  func allows(_ chosen: [Int]) -> Bool {
    var taken = [Int](repeating: 0, count: limits.count)
    var people: Set<[Int32]> = []
    var rows = [Int](repeating: 0, count: rowCapacity.count)
    for part in chosen {
      for use in uses(ofPart: part) {
        if limits[Int(use.limit)].countsPeople {
          if people.insert([use.limit, person[part]]).inserted { taken[Int(use.limit)] += 1 }
        } else {
          taken[Int(use.limit)] += Int(use.amount)
        }
      }
      for link in links(ofPart: part) { rows[Int(link.row)] += Int(link.coefficient) }
    }
    return zip(taken, limits).allSatisfy { $0 <= Int($1.capacity) }
      && zip(rows, rowCapacity).allSatisfy { $0 <= Int($1) }
      && parts.allSatisfy { !isPinned[$0] || chosen.contains($0) }
  }
}
