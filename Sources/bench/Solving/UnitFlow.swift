/// A flow instance that is an assignment in disguise: nodes that send one unit, nodes that take one, and
/// arcs from the former to the latter.
struct UnitFlow {
  let assignment: SparseAssignment
  private let instance: FlowInstance
  private let row: [Int32]
  private let column: [Int32]

  /// Nil when the instance is no such thing.
  init?(_ instance: FlowInstance) {
    let supply = instance.supply
    guard supply.allSatisfy({ abs($0) == 1 }),
      instance.arcs.allSatisfy({ arc in
        supply[Int(arc.from)] == 1 && supply[Int(arc.to)] == -1 && arc.lower == 0
      })
    else { return nil }
    self.instance = instance
    row = Self.numbers(supply, of: 1)
    column = Self.numbers(supply, of: -1)
    var pairs: [SparseAssignment.Pair] = []
    pairs.reserveCapacity(instance.arcs.count)
    for arc in instance.arcs where arc.capacity != 0 {
      pairs.append(
        SparseAssignment.Pair(row: row[Int(arc.from)], column: column[Int(arc.to)], cost: arc.cost))
    }
    let side = supply.count / 2
    assignment = SparseAssignment(rows: side, columns: side, pairs: pairs)
  }

  /// What each arc carries when each row is given this column: of parallel arcs the first of the cheapest.
  func flows(columns: [Int64]) -> [Int64] {
    var least = [Int32](repeating: Int32.max, count: columns.count)
    var best = [Int](repeating: -1, count: columns.count)
    for (number, arc) in instance.arcs.enumerated() where arc.capacity != 0 {
      let row = Int(row[Int(arc.from)])
      guard columns[row] == column[Int(arc.to)], best[row] < 0 || arc.cost < least[row] else {
        continue
      }
      best[row] = number
      least[row] = arc.cost
    }
    var flow = [Int64](repeating: 0, count: instance.arcs.count)
    for arc in best where arc >= 0 { flow[arc] = 1 }
    return flow
  }

  private static func numbers(_ supply: [Int], of wanted: Int) -> [Int32] {
    var next: Int32 = 0
    return supply.map { one in
      defer { if one == wanted { next += 1 } }
      return next
    }
  }
}
