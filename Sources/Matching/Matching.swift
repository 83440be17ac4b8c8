import Domain
import Solvers

/// The best plan of a problem, in two stages, each with the prices that prove it.
///
/// Needs and people become a network of layers (`PlanNetwork`). Stage one asks only how few must-fill
/// units need stay unfilled; stage two wins the most points among the plans that reach that number. One
/// search answers both, and proves each by itself (`StagedSearch`).
///
/// The answer depends on the problem alone, the order of its needs and people included: a caller who
/// wants the order of rows not to matter orders them by a key of their own.
///
/// - Parameter isOver: asked now and then; when it says so, the best plan so far is returned with the
///   bounds its prices prove (`StagedSolution.isProven`).
/// - Throws: `MatchingError` when the problem is malformed or beyond `MatchingProblem.Limit`.
public func solve(
  _ problem: MatchingProblem, isOver: @escaping () -> Bool = { false }
) throws(MatchingError) -> StagedSolution {
  try problem.checkAtTheDoor()
  return try StagedSearch(
    network: PlanNetwork(problem: problem, forced: nil), isOver: isOver
  ).solution()
}

/// The best plan, found from an earlier one: worth the same as found from nothing.
///
/// Of equally good plans it is one that keeps the most pairs of the earlier one, unless points are so large
/// that both cannot be counted at once. Only what a change touches is looked at again (`EarlierPlan`).
///
/// - Parameter earlier: a solution of a problem like this one, by this one's positions. It need not be
///   possible, and its prices need not prove anything.
/// - Throws: `MatchingError` when the problem is malformed or the solution's shape is another problem's.
public func solve(
  _ problem: MatchingProblem, from earlier: StagedSolution
) throws(MatchingError) -> StagedSolution {
  try problem.checkAtTheDoor()
  try problem.checkShape(of: earlier)
  return try StagedSearch(
    network: PlanNetwork(problem: problem, forced: nil), isOver: { false }, earlier: earlier
  ).solution()
}

/// The best plan among those that choose a given pair: what choosing these two would cost the plan is
/// the difference of the objectives, once the must-fill units left unfilled are equal.
///
/// Must-fill still comes strictly first among those plans. The objective counts the pair and is
/// measured on the problem as it stands. The proofs are those of the problem that is left when the
/// pair's unit, person and place at home are taken out (`MatchingProblem` cannot say it; a person
/// that is out has no price).
///
/// - Returns: nil when the pair cannot be chosen because its home lets nobody go.
/// - Throws: `MatchingError` when the problem is malformed or the pair is not one of its pairs.
public func solve(
  _ problem: MatchingProblem, forcing pair: Int
) throws(MatchingError) -> StagedSolution? {
  try problem.checkAtTheDoor()
  guard let forced = ForcedPair(at: pair, in: problem) else { throw .noSuchPair(pair) }
  guard problem.homeCapacity[forced.home] > 0 else { return nil }
  return try StagedSearch(
    network: PlanNetwork(problem: problem, forced: forced), isOver: { false }
  ).solution()
}
