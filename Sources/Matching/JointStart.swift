import Domain

/// What a search for a joint plan begins from, by the problem's own positions; none of it has to be possible, and
/// its prices need not prove anything.
public struct JointStart: Hashable, Sendable {
  /// Parts wanted first; those that do not fit stay out.
  public var chosen: [Int]
  /// Of an earlier solution's rows and must-fill units.
  public var prices: JointProof.Prices?

  public init(chosen: [Int] = [], prices: JointProof.Prices? = nil) {
    self.chosen = chosen
    self.prices = prices
  }
}
