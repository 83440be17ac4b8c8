/// A choice and the evidence for the bound on every other.
public struct PackingResult: Sendable {
  public struct Decision: Hashable, Sendable {
    public var part: Int
    public var isChosen: Bool
  }

  public struct Leaf: Hashable, Sendable {
    public var decided: [Decision]
    /// Which of `prices`.
    public var prices: Int
  }

  public struct LimitPrice: Hashable, Sendable {
    public var limit: Int
    public var price: Int
  }

  /// Positions of the chosen parts, ascending.
  public var chosen: [Int]
  /// The sum of their values.
  public var value: Int
  /// No choice is worth more.
  public var bound: Int
  /// Sets of prices of every row, in 64ths of a unit of value.
  public var prices: [[Int]]
  /// With the first of these: what amounts of limits are worth about in homes that have several, where it is above
  /// 0, for whoever bounds these homes; limits ascending.
  public var limitPrices: [LimitPrice]
  /// Prices that strike parts out and settle others, in turn.
  public var strikes: [Int]
  /// A complete binary tree over the parts decided.
  public var leaves: [Leaf]
  /// Evaluations of the bound, in homes solved.
  public var work: Int

  public var isProven: Bool { bound == value }
}
