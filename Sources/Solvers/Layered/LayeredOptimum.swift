/// The arcs that cost least, and the prices that show it.
///
/// Prices of candidates and homes are 0 or more, and 0 where something is left over. With the reduced
/// cost of an arc `cost + candidatePrice + homePrice - needPrice`, complementary slackness holds: an
/// arc not chosen has none below 0, a chosen one none above. A need's price is at most its penalty, and
/// equal to it where a unit stays unfilled.
public struct LayeredOptimum: Hashable, Sendable {
  /// Positions of the chosen arcs, ascending.
  public var chosen: [Int]
  /// Costs of the chosen arcs and penalties of the units left unfilled.
  public var cost: Int
  /// No choice of arcs costs less than this, by the prices; equal to `cost` unless time ran out.
  public var bound: Int
  /// What one more unit of each need would add to the cost.
  public var needPrice: [Int]
  /// What one more place at each candidate would save, beyond its home's price.
  public var candidatePrice: [Int]
  /// What one more place at each home would save.
  public var homePrice: [Int]

  /// How many chosen arcs lie before one, in logarithmic time.
  func chosen(before arc: Int) -> Int {
    var low = 0
    var high = chosen.count
    while low < high {
      let middle = (low + high) / 2
      if chosen[middle] < arc { low = middle + 1 } else { high = middle }
    }
    return low
  }

  public init(
    chosen: [Int], cost: Int, bound: Int, needPrice: [Int], candidatePrice: [Int], homePrice: [Int]
  ) {
    self.chosen = chosen
    self.cost = cost
    self.bound = bound
    self.needPrice = needPrice
    self.candidatePrice = candidatePrice
    self.homePrice = homePrice
  }

  public var isProven: Bool { cost == bound }
}
