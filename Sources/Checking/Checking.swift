import Domain

/// Judges a claimed solution by its proof alone: whether the plan keeps every limit, and whether its
/// prices show that no plan does better, in either stage.
///
/// The room shares no code with the search. What it verifies is linear programming duality: a plan and
/// prices that are each feasible, and equal in value, prove each other optimal. Complementary
/// slackness follows from that; it is checked as well, and first, because it says where a proof fails.
///
/// Sums are taken in 128 bits, so no claimed number, however large, can overflow.
///
/// - Complexity: linear in pairs, needs, people and homes.
public func check(_ problem: MatchingProblem, _ solution: StagedSolution) -> CheckReport {
  var findings: [String] = []
  do throws(Objection) {
    findings += try checkShapes(problem)
    let tally = try Tally(problem, solution.chosen)
    findings += try tally.checkLimits(problem, solution)
    guard solution.isProven else {
      findings += try checkBounds(problem, solution, tally)
      return CheckReport(accepted: true, checked: findings, objection: nil)
    }
    let mustFill = CheckedStage.mustFill(problem, proof: solution.mustFillProof)
    findings += try mustFill.check(tally, chosen: solution.chosen)
    let points = CheckedStage.points(
      problem, proof: solution.pointsProof, limit: solution.mustFillUnfilled)
    findings += try points.check(tally, chosen: solution.chosen)
    let value = points.value(tally, solution.chosen)
    guard value == Int128(solution.objective) else {
      throw Objection(.whole, "the plan is worth \(value), not \(solution.objective)")
    }
    findings.append("the claimed objective is what the plan is worth")
  } catch {
    return CheckReport(accepted: false, checked: findings, objection: error)
  }
  return CheckReport(accepted: true, checked: findings, objection: nil)
}

/// For a plan that time ran out on: its worth, and that nothing is better than its bounds say.
private func checkBounds(
  _ problem: MatchingProblem, _ solution: StagedSolution, _ tally: Tally
) throws(Objection) -> [String] {
  let mustFill = CheckedStage.mustFill(problem, proof: solution.mustFillProof)
  let fewest = -(try mustFill.checkBound())
  guard fewest == Int128(solution.mustFillBound) else {
    throw Objection(
      .whole, "the must-fill bound is \(fewest), not \(solution.mustFillBound)")
  }
  let points = CheckedStage.points(
    problem, proof: solution.pointsProof, limit: solution.mustFillUnfilled)
  let most = try points.checkBound()
  guard most == Int128(solution.bound) else {
    throw Objection(.whole, "the points bound is \(most), not \(solution.bound)")
  }
  let value = points.value(tally, solution.chosen)
  guard value == Int128(solution.objective) else {
    throw Objection(.whole, "the plan is worth \(value), not \(solution.objective)")
  }
  return [
    "not proven the best: no plan leaves fewer than \(grouped(solution.mustFillBound)) must-fill units unfilled",
    "not proven the best: no plan that leaves as few as this one is worth more than "
      + "\(grouped(solution.bound)), and this one is worth \(grouped(solution.objective))",
  ]
}
