/// Exact minimum-cost flow in whole numbers, with the potentials that prove it.
///
/// The room knows networks and nothing else: a `FlowNetwork` has passed every check and bound at its
/// door, so the search itself cannot fail, only find that no flow meets the supplies. The search is
/// the primal network simplex over strongly feasible trees (`NetworkSimplex`).
///
/// - Parameter start: where the search may begin; it changes the time and, among equally good
///   flows, which one is found.
/// - Complexity: measured a little above linear in the arcs on sparse transport networks; the
///   proven bound on pivots is `NetworkSimplex.pivotLimit`.
public func minimumCostFlow(
  _ network: FlowNetwork, from start: StartingTree = .none
) -> FlowOutcome {
  var simplex = NetworkSimplex(network, start: start)
  simplex.run()
  return simplex.outcome()
}
