/// Where in a problem an objection is.
public enum Whereabouts: Hashable, Sendable {
  case need(Int)
  case person(Int)
  case home(Int)
  /// A position into the problem's pairs.
  case pair(Int)
  /// The solution as a whole.
  case whole
}
