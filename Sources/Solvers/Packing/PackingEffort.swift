/// How much a search may do, counted in evaluations and in homes solved, so that runs repeat exactly.
public struct PackingEffort: Hashable, Sendable {
  /// Evaluations of the whole bound at most.
  public var evaluations: Int
  /// Changes that annealing tries at most.
  public var changes: Int
  /// Homes solved in neighbourhoods at most.
  public var neighbourhoods: Int
  /// Homes solved in the tree that closes the gap at most.
  public var closing: Int
  /// Joined parts from which on prices begin from the linear relaxation: too many for evaluations alone.
  public var relaxedFrom: Int

  public init(
    evaluations: Int, changes: Int, neighbourhoods: Int, closing: Int,
    relaxedFrom: Int = 50_000
  ) {
    self.relaxedFrom = relaxedFrom
    self.evaluations = evaluations
    self.changes = changes
    self.neighbourhoods = neighbourhoods
    self.closing = closing
  }
}
