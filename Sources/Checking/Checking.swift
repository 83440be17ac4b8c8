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
