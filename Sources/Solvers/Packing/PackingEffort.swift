/// How much a search may do, counted in evaluations and in homes solved, so that runs repeat exactly.
public struct PackingEffort: Hashable, Sendable {
  /// Evaluations of the whole bound at most.
  public var evaluations: Int
  /// Times that part of a plan is taken out and built again, at most.
  public var rebuildings: Int
  /// Homes solved in neighbourhoods at most.
  public var neighbourhoods: Int
  /// Homes solved in the tree that closes the gap at most.
  public var closing: Int

  public init(evaluations: Int, rebuildings: Int, neighbourhoods: Int, closing: Int) {
    self.evaluations = evaluations
    self.rebuildings = rebuildings
    self.neighbourhoods = neighbourhoods
    self.closing = closing
  }
}
