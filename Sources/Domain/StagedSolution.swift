/// The answer to a `MatchingProblem`: who goes where, in two stages, each with its proof.
///
/// Stage one fills as many must-fill units as can be; stage two wins the most points while keeping
/// that number.
public struct StagedSolution: Hashable, Sendable {
  /// Chosen pairs as positions into `pairPerson`, ascending.
  public var chosen: [Int]
  /// Must-fill units that cannot be filled by any plan: the optimum of stage one.
  public var mustFillUnfilled: Int
  /// As many must-fill units stay unfilled in any plan; less than `mustFillUnfilled` only when time ran out.
  public var mustFillBound: Int
  /// Points won minus penalties of what stays unfilled (must-fill penalties included).
  public var objective: Int
  /// No plan with as few must-fill units unfilled is worth more; above the objective only when time ran out.
  public var bound: Int
  /// Proof of stage one, over points all 0 and penalties 1 for must-fill and 0 for the rest.
  public var mustFillProof: StageProof
  /// Proof of stage two, over the problem's own points and penalties.
  public var pointsProof: StageProof

  /// Whether it is proven that no plan is better.
  public var isProven: Bool { mustFillBound == mustFillUnfilled && bound == objective }

  /// - Parameters:
  ///   - mustFillBound: `mustFillUnfilled` when not given.
  ///   - bound: the objective when not given.
  public init(
    chosen: [Int], mustFillUnfilled: Int, mustFillBound: Int? = nil, objective: Int,
    bound: Int? = nil, mustFillProof: StageProof, pointsProof: StageProof
  ) {
    self.mustFillBound = mustFillBound ?? mustFillUnfilled
    self.bound = bound ?? objective
    self.chosen = chosen
    self.mustFillUnfilled = mustFillUnfilled
    self.objective = objective
    self.mustFillProof = mustFillProof
    self.pointsProof = pointsProof
  }
}
