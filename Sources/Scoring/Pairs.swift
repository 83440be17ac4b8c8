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

  /// Puts rows that were found in another order in that of needs.
  ///
  /// - Parameter order: the need of each row of `parts`, one after the other; every need once.
  init(joining parts: [Pairs], of order: [Int]) {
    let sizes = parts.flatMap { zip($0.pairStart.dropFirst(), $0.pairStart).map { $0 - $1 } }
    var starts = [Int](repeating: 0, count: order.count + 1)
    for (need, size) in zip(order, sizes) { starts[need + 1] = size }
    for need in order.indices { starts[need + 1] += starts[need] }
    var person = [Int32](repeating: 0, count: starts[order.count])
    var (points, designation) = (person, person)
    var needs = order.makeIterator()
    for part in parts {
      for row in part.pairStart.indices.dropLast() {
        var place = needs.next().map { starts[$0] } ?? 0
        for pair in part.pairStart[row]..<part.pairStart[row + 1] {
          person[place] = part.pairPerson[pair]
          points[place] = part.pairPoints[pair]
          designation[place] = part.pairDesignation[pair]
          place += 1
        }
      }
    }
    (pairStart, pairPerson, pairPoints, pairDesignation) = (starts, person, points, designation)
  }
}
