/// What a search begins from; none of it has to be possible or to prove anything.
public struct PackingStart: Sendable {
  /// A choice that passes no limit and no row, if it stands: what rows that ask by themselves are met with.
  public var sound: [Int]
  /// A plan that stands, of which as much is kept as can be.
  public var standing: [Int]
  /// Of every row, in 64ths; nil for what the values suggest.
  public var prices: [Int]?

  public init(sound: [Int] = [], standing: [Int] = [], prices: [Int]? = nil) {
    self.sound = sound
    self.standing = standing
    self.prices = prices
  }
}
