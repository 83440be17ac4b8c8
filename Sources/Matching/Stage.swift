/// What one of the two searches asks of the plan network.
enum Stage {
  /// How few must-fill units need stay unfilled: only must-fill needs take part, a pair is worth
  /// nothing and an unfilled unit costs 1.
  case mustFill
  /// The most points, with at most this many must-fill units unfilled.
  case points(mustFillUnfilledLimit: Int)
}
