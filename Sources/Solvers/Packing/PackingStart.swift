/// What a search begins from; none of it has to be possible or to prove anything.
public struct PackingStart: Sendable {
  /// A choice taken as a whole, if it stands.
  public var standing: [Int]
  /// Parts wanted after it, in this order; those that do not fit stay out.
  public var wanted: [Int]
  /// Of every row, in 64ths; nil for what the values suggest.
  public var prices: [Int]?

  public init(standing: [Int] = [], wanted: [Int] = [], prices: [Int]? = nil) {
    self.standing = standing
    self.wanted = wanted
    self.prices = prices
  }
}
