import Domain

/// Two people who may be one.
public struct Resemblance: Hashable, Sendable {
  /// One in ten, if everybody were in the pool twice: worth a look. Ten points double the odds.
  public static let shownFrom = 0
  /// A hundred to one: a merge is offered first. `PairScore` keeps below it what could as well be said of
  /// two people, and asks for more where no TRN agrees.
  public static let mergeOfferedFrom = 100

  /// The one with the lower number.
  public let first: PersonNumber
  public let second: PersonNumber
  /// The sum of the reasons: tenths of bits of odds.
  public let points: Int
  /// Where they stand in the pool.
  let positions: (Int32, Int32)

  /// Whether merging is the first thing to offer.
  public var isMergeOffered: Bool { points >= Self.mergeOfferedFrom }

  init(_ a: Int, _ b: Int, in pool: Pool, points: Int) {
    let isInOrder = pool.people[a].number <= pool.people[b].number
    let (one, other) = isInOrder ? (a, b) : (b, a)
    first = pool.people[one].number
    second = pool.people[other].number
    positions = (Int32(one), Int32(other))
    self.points = points
  }

  public static func == (a: Resemblance, b: Resemblance) -> Bool {
    (a.first, a.second, a.points) == (b.first, b.second, b.points)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(second)
  }
}
