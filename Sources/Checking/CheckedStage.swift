import Domain

/// One stage's claim: a linear programme over the problem, and the prices said to prove it.
struct CheckedStage {
  /// No proof of a problem within `MatchingProblem.Limit` needs a price beyond this, and three such
  /// prices add up inside 64 bits.
  static let largestPrice = 1 << 60

  let name: String
  let problem: MatchingProblem
  let proof: StageProof
  /// Whether pairs win their points and needs lose their penalties; otherwise pairs win nothing and
  /// only must-fill needs lose 1.
  let countsPoints: Bool
  /// Most must-fill units that may stay unfilled; nil when the stage sets no limit.
  let limit: Int?

  static func mustFill(_ problem: MatchingProblem, proof: StageProof) -> CheckedStage {
    CheckedStage(
      name: "must-fill", problem: problem, proof: proof, countsPoints: false, limit: nil)
  }

  static func points(
    _ problem: MatchingProblem, proof: StageProof, limit: Int
  ) -> CheckedStage {
    CheckedStage(name: "points", problem: problem, proof: proof, countsPoints: true, limit: limit)
  }

  func points(_ pair: Int) -> Int { countsPoints ? Int(problem.pairPoints[pair]) : 0 }

  func penalty(_ need: Int) -> Int {
    countsPoints ? problem.needs[need].penalty : problem.needs[need].mustFill ? 1 : 0
  }

  /// What one more unfilled unit of a need costs besides its penalty.
  func limitPrice(_ need: Int) -> Int { problem.needs[need].mustFill ? proof.mustFillLimit : 0 }

  func check(_ tally: Tally, chosen: [Int]) throws(Objection) -> [String] {
    try checkPrices()
    try checkScarcity(tally)
    try checkPairs()
    try checkChosen(tally, chosen)
    try checkNeeds()
    try checkUnfilled(tally)
    let value = try checkValue(tally, chosen)
    return [
      "prices of people, homes and the limit are 0 or more, and 0 where something is left over",
      "\(grouped(problem.pairPerson.count)) pairs: none would win more than it costs",
      "\(grouped(chosen.count)) chosen pairs: each wins exactly what it costs",
      "\(grouped(problem.needs.count)) needs: none would do better unfilled",
      "the bound is \(grouped(Int(clamping: value))), and the plan reaches it",
    ].map { "\(name): \($0)" }
  }

  /// For a plan that time ran out on: whether the prices prove a bound, be it reached or not.
  func checkBound() throws(Objection) -> Int128 {
    try checkPrices()
    try checkPairs()
    try checkNeeds()
    return bound()
  }
}
