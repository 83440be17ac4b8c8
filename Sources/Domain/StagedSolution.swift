/// The answer to a `MatchingProblem`: who goes where, in two stages, each with its proof.
///
/// Stage one fills as many must-fill units as can be; stage two wins the most points while keeping
/// that number.
public struct StagedSolution: Hashable, Sendable {
  /// Chosen pairs as positions into `pairPerson`, ascending.
  public var chosen: [Int]
  /// Must-fill units that cannot be filled by any plan: the optimum of stage one.
  public var mustFillUnfilled: Int
  /// Points won minus penalties of what stays unfilled (must-fill penalties included).
  public var objective: Int
  /// Proof of stage one, over points all 0 and penalties 1 for must-fill and 0 for the rest.
  public var mustFillProof: StageProof
  /// Proof of stage two, over the problem's own points and penalties.
  public var pointsProof: StageProof

  public init(
    chosen: [Int], mustFillUnfilled: Int, objective: Int, mustFillProof: StageProof,
    pointsProof: StageProof
  ) {
    self.chosen = chosen
    self.mustFillUnfilled = mustFillUnfilled
    self.objective = objective
    self.mustFillProof = mustFillProof
    self.pointsProof = pointsProof
  }
}
