/// Where in a problem or its proof an objection is.
public enum Whereabouts: Hashable, Sendable {
  /// A plan is proven in two stages: must-fill units first, points second.
  public enum Stage: String, Hashable, Sendable {
    case mustFill = "must-fill"
    case points
  }

  case need(Int)
  case person(Int)
  case home(Int)
  /// A position into the problem's pairs.
  case pair(Int)
  /// A position into the problem's parts.
  case part(Int)
  case row(Int)
  case limit(Int)
  /// What is claimed of a stage, or its proof as a whole.
  case stage(Stage)
  /// Which of the stage's sets of prices.
  case prices(Stage, Int)
  /// Which of the stage's leaves.
  case leaf(Stage, Int)
  /// The solution as a whole.
  case whole
}
