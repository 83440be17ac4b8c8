import Domain

/// Two people who may be one, and why.
public struct Resemblance: Hashable, Sendable {
  /// A reason with what it weighs, in tenths of bits.
  public struct Line: Hashable, Sendable {
    public var says: String
    public var points: Int
  }

  /// As likely as not: worth a look.
  public static let shownFrom = 0
  /// A thousand to one: a merge is offered first.
  public static let mergeOfferedFrom = 100

  /// The one with the lower number.
  public var first: PersonNumber
  public var second: PersonNumber
  /// The sum of the lines: tenths of bits of odds.
  public var points: Int
  public var lines: [Line]

  /// Whether merging is the first thing to offer.
  public var isMergeOffered: Bool { points >= Self.mergeOfferedFrom }
}
