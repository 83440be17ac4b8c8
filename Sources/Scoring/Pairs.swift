/// Every pair that can be, with its points, row by row of needs.
public struct Pairs: Hashable, Sendable {
  /// Pairs of need `n` are `pairStart[n]..<pairStart[n + 1]`; people ascending and distinct in a row.
  public var pairStart: [Int] = [0]
  public var pairPerson: [Int32] = []
  /// Points of each pair; may be negative.
  public var pairPoints: [Int32] = []
  /// The designation each pair uses, as an index into the person's; -1 when none.
  public var pairDesignation: [Int32] = []

  public init() {}

  /// The pairs of needs that follow one another.
  init(joining parts: [Pairs]) {
    let count = parts.reduce(0) { $0 + $1.pairPerson.count }
    pairPerson.reserveCapacity(count)
    pairPoints.reserveCapacity(count)
    pairDesignation.reserveCapacity(count)
    for part in parts {
      let before = pairPerson.count
      pairPerson += part.pairPerson
      pairPoints += part.pairPoints
      pairDesignation += part.pairDesignation
      pairStart += part.pairStart.dropFirst().lazy.map { before + $0 }
    }
  }
}
