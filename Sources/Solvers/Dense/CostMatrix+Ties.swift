extension CostMatrix {
  /// Rows looked at to see whether they have equally cheap columns.
  private static let sampledRows = 32
  /// As many equally cheap columns of a row are many.
  private static let manyTies = 6

  /// Whether a sample of rows has many equally cheap columns, or columns many equally cheap rows.
  var isTied: Bool {
    guard !cost.isEmpty else { return false }
    let sample = DenseOrder.evenly(min(Self.sampledRows, rows), of: rows)
    var ties = 0
    var leastLeft = [Int](repeating: .max, count: columns)
    var tiesOfColumn = [Int](repeating: 0, count: columns)
    for row in sample {
      let least = Int(least(row))
      for column in 0..<columns {
        let left = Int(cost[row * columns + column]) - least
        if left == 0 { ties += 1 }
        if left == leastLeft[column] {
          tiesOfColumn[column] += 1
        } else if left < leastLeft[column] {
          leastLeft[column] = left
          tiesOfColumn[column] = 1
        }
      }
    }
    return ties >= min(Self.manyTies, columns) * sample.count
      || tiesOfColumn.reduce(0, +) >= 2 * columns
  }

  /// The least cost of a row that has some.
  func least(_ row: Int) -> Int32 {
    cost.withUnsafeBufferPointer { cost in
      var least = Int32.max
      for column in 0..<columns { least = min(least, cost[row &* columns &+ column]) }
      return least
    }
  }

  /// Columns as rows.
  var transposed: CostMatrix {
    get throws(NetworkError) {
      var turned = [Int32](repeating: 0, count: cost.count)
      for row in 0..<rows {
        for column in 0..<columns { turned[column * rows + row] = cost[row * columns + column] }
      }
      return try CostMatrix(rows: columns, columns: rows, cost: turned)
    }
  }
}

extension Assignment {
  /// The same of the matrix whose rows were columns here: what rows paid, columns cost less.
  func transposed(rows: Int) -> Assignment {
    var columnOfRow = [Int32](repeating: -1, count: rows)
    for (column, row) in self.columnOfRow.enumerated() { columnOfRow[Int(row)] = Int32(column) }
    let most = rowPrice.max() ?? 0
    return Assignment(
      columnOfRow: columnOfRow, cost: cost, rowPrice: columnPrice.map { most - $0 },
      columnPrice: rowPrice.map { most - $0 })
  }
}
