/// Every pair that can be, with its points, as `MatchingProblem` takes them.
public struct Pairs: Hashable, Sendable {
  /// Pairs of need `n` are `pairStart[n]..<pairStart[n + 1]`; people ascending and distinct in a row.
  public var pairStart: [Int] = [0]
  public var pairPerson: [Int32] = []
  /// Points of each pair; may be negative.
  public var pairPoints: [Int32] = []

  public init() {}
}
