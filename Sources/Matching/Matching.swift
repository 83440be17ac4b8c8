import Domain
import Solvers

/// The best joint plan found, in two stages, each with the evidence for its bound.
///
/// The answer depends on the problem and the effort alone, the order of its parts included.
///
/// - Parameters:
///   - earlier: parts and prices to begin from.
///   - effort: nil for that of a plan made once.
///   - isOver: asked now and then; when it says so the best plan so far is returned with its proven bound.
/// - Throws: `MatchingError` when the problem is malformed, or its pinned parts cannot stand together.
public func solveJointly(
  _ problem: JointProblem, from earlier: JointStart? = nil, effort: JointEffort? = nil,
  isOver: @escaping () -> Bool = { false }
) throws(MatchingError) -> JointSolution {
  try problem.checkAtTheDoor()
  if let earlier { try problem.check(earlier) }
  let effort = effort ?? .once(problem)
  return try JointSearch(
    problem: problem, start: earlier,
    effort: .init(
      evaluations: effort.evaluations, changes: effort.changes,
      neighbourhoods: effort.neighbourhoods, closing: effort.closing), isOver: isOver
  ).solution()
}
