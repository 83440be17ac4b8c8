import Domain

/// What choosing somebody would cost a plan, from the plan made again with them in it.
public struct CostOfChoosing: Hashable, Sendable {
  /// Points the plan would lose, from at least to at most: both equal where both plans are proven the best.
  public var points: ClosedRange<Int>
  /// Must-fill places that would stay unfilled on top; comes before any points.
  public var mustFillLost: Int
  /// What the plan made again says.
  public var outcome: Outcome

  /// - Returns: nil when no plan can choose them.
  public init?(
    _ line: Outcome.Line, in world: World, plan: Outcome, solve: Solving
  ) throws {
    guard let with = try solve(world.pinning(line)) else { return nil }
    // A search may do better than the plan it started from; the plan's own worth is all it can lose.
    let least = max(0, plan.objective - with.bound)
    points = least...max(least, plan.bound - with.objective)
    mustFillLost = max(0, with.mustFillUnfilled - plan.mustFillUnfilled)
    outcome = with
  }
}
