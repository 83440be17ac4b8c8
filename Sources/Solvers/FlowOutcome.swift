/// What became of a search for a minimum-cost flow.
public enum FlowOutcome: Hashable, Sendable {
  case optimal(MinimumCostFlow)
  /// No flow within the capacities carries the supplies to the demands.
  case infeasible
}
