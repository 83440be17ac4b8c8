import Domain

/// Judges a claimed joint plan by its proof alone: whether it keeps every limit and row, and whether
/// the proof shows that no plan does better than its two bounds say.
///
/// The room shares no code with the search. What it verifies is Lagrangian duality with a branch tree,
/// as `JointProof` defines it: at any prices, the homes' own mosts, found exactly here, add up to a
/// bound on every plan; where a home's most takes too much work, a bound on it stands for it. Weak prices are no
/// forgery, they only prove less; a bound below what they prove is refused.
///
/// Worths are summed in 64 bits inside a home, where `JointProblem.Bound` keeps them below 2^61, and in
/// 128 bits across homes, so no claimed number, however large, can overflow.
///
/// - Complexity: linear in parts, uses and links for each set of prices that is used, and at most
///   some multiple of `ExactChoice.mostWork` for a home where limits really compete.
public func check(_ problem: JointProblem, _ solution: JointSolution) -> CheckReport {
  var report = CheckReport()
  do throws(Objection) {
    report.checked += try checkShapes(problem)
    report.checked += try checkChosen(problem, solution)
    let outline = JointOutline(problem)
    try checkMustFill(problem, outline, solution, &report)
    try checkPoints(problem, outline, solution, &report)
    report.accepted = true
  } catch {
    report.objection = error
  }
  return report
}

/// Checks a plan that claims nothing yet, which then claims the bounds that its proof shows.
public func claimWhatIsShown(_ problem: JointProblem, _ solution: inout JointSolution)
  -> CheckReport
{
  solution.mustFillBound = 0
  solution.bound = .max
  let report = check(problem, solution)
  if let fewest = report.mustFillBound, let bound = report.bound {
    (solution.mustFillBound, solution.bound) = (fewest, bound)
  }
  return report
}

/// Whether no plan leaves fewer must-fill units unfilled than is said.
private func checkMustFill(
  _ problem: JointProblem, _ outline: JointOutline, _ solution: JointSolution,
  _ report: inout CheckReport
) throws(Objection) {
  let (fewest, left) = (solution.mustFillBound, solution.mustFillUnfilled)
  guard (0...left).contains(fewest) else {
    throw Objection(
      .stage(.mustFill), "the bound, \(fewest), is below 0 or above the \(left) the plan leaves")
  }
  if solution.mustFillProof == .notNeeded {
    report.mustFillBound = 0
    guard fewest == 0 else {
      throw Objection(
        .stage(.mustFill), "nothing proves that every plan leaves \(fewest) units unfilled")
    }
  } else {
    let stage = JointStage(
      .mustFill, problem, outline, proof: solution.mustFillProof, own: problem.mustFillUnits - left,
      atLeast: 0)
    let proven = try stage.proven()
    let shown = max(0, Int128(problem.mustFillUnits) - proven.points)
    report.mustFillBound = Int(clamping: shown)
    guard shown >= Int128(fewest) else {
      throw Objection(
        proven.place,
        "a plan that leaves \(shown) must-fill units unfilled is not ruled out, and \(fewest) is the bound"
      )
    }
    report.checked += proven.findings
  }
  report.checked.append("must-fill: " + sentence(fewest: fewest, left: left))
}

private func sentence(fewest: Int, left: Int) -> String {
  if left == 0 { return "every unit is filled" }
  return fewest == left
    ? "units that every plan leaves unfilled: \(grouped(left)), as many as this one"
    : "units that every plan leaves unfilled: \(grouped(fewest)); this one leaves \(grouped(left))"
}

/// Whether no plan that fills as many must-fill units is worth more than is said.
private func checkPoints(
  _ problem: JointProblem, _ outline: JointOutline, _ solution: JointSolution,
  _ report: inout CheckReport
) throws(Objection) {
  let (bound, own) = (solution.bound, solution.objective)
  guard bound >= own else {
    throw Objection(.stage(.points), "the bound, \(bound), is below what the plan is worth, \(own)")
  }
  let stage = JointStage(
    .points, problem, outline, proof: solution.pointsProof, own: own,
    atLeast: problem.mustFillUnits - solution.mustFillUnfilled)
  let proven = try stage.proven()
  report.bound = Int(clamping: proven.points)
  guard proven.points <= Int128(bound) else {
    throw Objection(
      proven.place, "a plan worth \(proven.points) is not ruled out, and \(bound) is the bound")
  }
  let most = "no plan that fills as many must-fill units is worth more than \(grouped(bound))"
  report.checked += proven.findings
  report.checked.append(
    "points: " + most
      + (bound == own
        ? ": this one is the best there is" : ", and this one is worth \(grouped(own))"))
}
