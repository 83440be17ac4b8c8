/// A flow no other flow undercuts, and the potentials that show it.
///
/// With the reduced cost of an arc `cost + potential[from] - potential[to]`, complementary slackness
/// holds on every arc whose capacity is above 0: an arc of positive reduced cost is empty, one of
/// negative reduced cost is full.
public struct MinimumCostFlow: Hashable, Sendable {
  /// Units on each arc, in the order of the network's arcs.
  public var flow: [Int32]
  /// One for each node; only differences mean anything.
  public var potential: [Int]
  /// The sum of flow times cost.
  public var cost: Int

  public init(flow: [Int32], potential: [Int], cost: Int) {
    self.flow = flow
    self.potential = potential
    self.cost = cost
  }
}
