import Domain

/// What a set of chosen pairs uses up: people, units of needs, places at homes.
struct Tally {
  /// The need of each chosen pair, in the order chosen.
  private(set) var needOfChosen: [Int] = []
  /// People chosen for each need.
  private(set) var filled: [Int]
  private(set) var isPlaced: [Bool]
  /// People chosen from each home.
  private(set) var out: [Int]

  /// - Throws: `Objection` when a pair is out of range, out of order, chosen twice, or its person is.
  init(_ problem: MatchingProblem, _ chosen: [Int]) throws(Objection) {
    filled = Array(repeating: 0, count: problem.needs.count)
    isPlaced = Array(repeating: false, count: problem.homeOfPerson.count)
    out = Array(repeating: 0, count: problem.homeCapacity.count)
    var need = 0
    var last = -1
    for pair in chosen {
      guard problem.pairPerson.indices.contains(pair) else {
        throw Objection(.pair(pair), "the plan chooses a pair that does not exist")
      }
      guard pair > last else {
        throw Objection(.pair(pair), "the plan lists a pair twice or out of order")
      }
      while problem.pairStart[need + 1] <= pair { need += 1 }
      try place(Int(problem.pairPerson[pair]), problem)
      filled[need] += 1
      needOfChosen.append(need)
      last = pair
    }
  }

  private mutating func place(_ person: Int, _ problem: MatchingProblem) throws(Objection) {
    guard !isPlaced[person] else {
      throw Objection(.person(person), "the plan places a person twice")
    }
    isPlaced[person] = true
    out[Int(problem.homeOfPerson[person])] += 1
  }

  /// Units of a need nobody was chosen for.
  func unfilled(_ need: Int, _ problem: MatchingProblem) -> Int {
    problem.needs[need].units - filled[need]
  }

  func mustFillUnfilled(_ problem: MatchingProblem) -> Int {
    problem.needs.indices.reduce(0) {
      $0 + (problem.needs[$1].mustFill ? unfilled($1, problem) : 0)
    }
  }

  /// Whether needs, homes and must-fill keep their limits.
  func checkLimits(
    _ problem: MatchingProblem, _ solution: StagedSolution
  ) throws(Objection) -> [String] {
    for need in problem.needs.indices where unfilled(need, problem) < 0 {
      throw Objection(.need(need), "the plan gives a need more people than it asks for")
    }
    for home in out.indices where out[home] > problem.homeCapacity[home] {
      throw Objection(.home(home), "the plan takes more people from a home than it lets go")
    }
    let unfilled = mustFillUnfilled(problem)
    guard unfilled == solution.mustFillUnfilled else {
      throw Objection(
        .whole,
        "the plan leaves \(unfilled) must-fill units unfilled, not \(solution.mustFillUnfilled)")
    }
    return [
      "\(grouped(solution.chosen.count)) chosen pairs: all different, nobody placed twice",
      "\(grouped(problem.needs.count)) needs: none gets more people than it asks for",
      "\(grouped(problem.homeCapacity.count)) homes: none lets go more people than it can",
      "must-fill units that stay unfilled: \(grouped(unfilled)), as claimed",
    ]
  }
}
