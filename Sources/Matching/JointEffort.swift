/// How much the search for a joint plan may do, counted in work, so that runs repeat exactly.
public struct JointEffort: Hashable, Sendable {
  /// Evaluations of the whole bound at most.
  public var evaluations: Int
  /// Times that part of a plan is taken out and built again, at most.
  public var rebuildings: Int
  /// Homes solved in neighbourhoods at most.
  public var neighbourhoods: Int
  /// Homes solved at most in the tree that closes what is left of the gap.
  public var closing: Int

  public init(evaluations: Int, rebuildings: Int, neighbourhoods: Int, closing: Int) {
    self.evaluations = evaluations
    self.rebuildings = rebuildings
    self.neighbourhoods = neighbourhoods
    self.closing = closing
  }

  /// Minutes at most on the largest problems.
  public static let usual = JointEffort(
    evaluations: 400, rebuildings: 100_000, neighbourhoods: 4_000_000, closing: 400_000)
}
