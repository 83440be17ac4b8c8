/// The answer to a `JointProblem`: the parts chosen, in two stages, each with the evidence for its bound.
///
/// Stage one fills as many must-fill units as it can; stage two wins the most points among the plans that fill as
/// many. A stage is exact when its bound is reached, and says how far from it the plan is when not.
public struct JointSolution: Hashable, Sendable {
  /// Positions of the chosen parts, ascending.
  public var chosen: [Int]
  /// Must-fill units this plan leaves unfilled.
  public var mustFillUnfilled: Int
  /// No plan leaves fewer unfilled: 0 or more, at most `mustFillUnfilled`.
  public var mustFillBound: Int
  /// `constant` and the values of the chosen parts.
  public var objective: Int
  /// No plan that leaves as few must-fill units unfilled as this one is worth more.
  public var bound: Int
  /// Of stage one, in which a part is worth 1 point where it fills a must-fill unit, else 0; its constant is 0.
  public var mustFillProof: JointProof
  public var pointsProof: JointProof

  /// What its bound leaves open, as a share of what by that bound the best plan could win over one that chooses
  /// nothing; 0 where there is nothing to win.
  ///
  /// - Parameter constant: what a plan that chooses nothing is worth.
  public static func gap(objective: Int, bound: Int, constant: Int) -> Double {
    bound > constant ? Double(bound - objective) / Double(bound - constant) : 0
  }

  public var isProven: Bool { mustFillBound == mustFillUnfilled && bound == objective }

  public init(
    chosen: [Int], mustFillUnfilled: Int, mustFillBound: Int, objective: Int, bound: Int,
    mustFillProof: JointProof, pointsProof: JointProof
  ) {
    self.chosen = chosen
    self.mustFillUnfilled = mustFillUnfilled
    self.mustFillBound = mustFillBound
    self.objective = objective
    self.bound = bound
    self.mustFillProof = mustFillProof
    self.pointsProof = pointsProof
  }
}
