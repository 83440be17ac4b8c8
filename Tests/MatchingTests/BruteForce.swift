import Domain

/// What a plan is worth: must-fill units unfilled first, fewer being better, then the objective.
struct Worth: Hashable, Comparable {
  var mustFillUnfilled: Int
  var objective: Int

  static func < (left: Worth, right: Worth) -> Bool {
    (-left.mustFillUnfilled, left.objective) < (-right.mustFillUnfilled, right.objective)
  }
}

/// The best plan of a tiny problem, and the best containing each pair, by trying every plan.
struct BruteForce {
  private(set) var best: Worth
  /// The best worth of a plan that contains the pair; nil when none can.
  private(set) var bestWith: [Worth?]

  private let problem: MatchingProblem
  private var units: [Int]
  private var capacity: [Int]
  private var chosen: [Int] = []
  private let needOf: [Int]

  init(_ problem: MatchingProblem) {
    self.problem = problem
    units = problem.needs.map(\.units)
    capacity = problem.homeCapacity
    bestWith = Array(repeating: nil, count: problem.pairPerson.count)
    best = Worth(mustFillUnfilled: .max, objective: .min)
    needOf = problem.pairPerson.indices.map(problem.needOf)
    place(0, points: 0)
  }

  private mutating func place(_ person: Int, points: Int) {
    guard person < problem.homeOfPerson.count else { return judge(points) }
    place(person + 1, points: points)
    let home = Int(problem.homeOfPerson[person])
    guard capacity[home] > 0 else { return }
    for pair in needOf.indices where Int(problem.pairPerson[pair]) == person {
      guard units[needOf[pair]] > 0 else { continue }
      units[needOf[pair]] -= 1
      capacity[home] -= 1
      chosen.append(pair)
      place(person + 1, points: points + Int(problem.pairPoints[pair]))
      chosen.removeLast()
      capacity[home] += 1
      units[needOf[pair]] += 1
    }
  }

  private mutating func judge(_ points: Int) {
    var worth = Worth(mustFillUnfilled: 0, objective: points)
    for (need, node) in problem.needs.enumerated() {
      worth.objective -= units[need] * node.penalty
      if node.mustFill { worth.mustFillUnfilled += units[need] }
    }
    best = max(best, worth)
    for pair in chosen { bestWith[pair] = max(bestWith[pair] ?? worth, worth) }
  }
}

extension StagedSolution {
  var worth: Worth { Worth(mustFillUnfilled: mustFillUnfilled, objective: objective) }
}
