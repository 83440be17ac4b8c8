import Solvers

/// An assignment as a network of layers, in which a row may stay without a column at a price no
/// assignment is worth.
struct AssignmentNetwork {
  private let rows: Int
  private let columns: Int
  private let rowStart: [Int]
  private let column: [Int32]
  private let cost: [Int32]
  private let sign: Int32

  init(_ instance: SparseAssignment) {
    self.init(
      instance.rows, instance.columns, rowStart: instance.rowStart, column: instance.column,
      cost: instance.cost, isMaximising: instance.isMaximising)
  }

  private init(
    _ rows: Int, _ columns: Int, rowStart: [Int], column: [Int32], cost: [Int32],
    isMaximising: Bool
  ) {
    self.rows = rows
    self.columns = columns
    self.rowStart = rowStart
    self.column = column
    self.cost = cost
    sign = isMaximising ? -1 : 1
  }

  /// What a row without a column may cost: tried from the first, until every row or column that can be
  /// matched is. The last is more than any exchange of columns could ever save.
  func penalties() -> [Int] {
    var least = 0
    var most = 0
    for one in cost {
      least = min(least, Int(one))
      most = max(most, Int(one))
    }
    let span = most - least + 1
    return [span * 2 + most, (min(rows, columns) + 1) * span + most + 1]
  }

  func network(penalty: Int) throws(NetworkError) -> LayeredNetwork {
    try LayeredNetwork(
      needs: Array(
        repeating: LayeredNetwork.Need(units: 1, penalty: penalty), count: rows),
      candidates: (0..<Int32(columns)).map { LayeredNetwork.Candidate(capacity: 1, home: $0) },
      homeCapacity: Array(repeating: 1, count: columns), rowStart: rowStart, candidate: column,
      cost: sign == 1 ? cost : cost.map { -$0 })
  }

  /// Nil when some row (or column, when they are fewer) has none.
  func answer(_ optimum: LayeredOptimum) -> (objective: Int, columnOfEachRow: [Int64])? {
    guard optimum.chosen.count == min(rows, columns) else { return nil }
    var objective = 0
    var columnOfEachRow = [Int64](repeating: -1, count: rows)
    var row = 0
    for pair in optimum.chosen {
      while rowStart[row + 1] <= pair { row += 1 }
      columnOfEachRow[row] = Int64(column[pair])
      objective += Int(cost[pair])
    }
    return (objective, columnOfEachRow)
  }
}
