extension CostMatrix {
  /// Rows looked at to see whether there are ties.
  private static let sampledRows = 32

  /// Where equally cheap pairs are: in rows, or in columns once the rows' least costs are taken off.
  enum Ties { case ofRows, ofColumns }

  /// Where a sample of rows has ties, in one place or another; nil where hardly.
  var ties: Ties? {
    guard !cost.isEmpty else { return nil }
    let sample = DenseOrder.evenly(min(Self.sampledRows, rows), of: rows)
    var isCheapest = [Bool](repeating: false, count: columns)
    var leastLeft = [Int](repeating: .max, count: columns)
    for row in sample {
      forEachLeft(row) { column, left in
        if left == 0 { isCheapest[column] = true }
        leastLeft[column] = min(leastLeft[column], left)
      }
    }
    // Rows that tie at the same columns, as with products, are no easier for it.
    if isCheapest.count(where: { $0 }) >= min(columns, sample.count * 5 / 4) { return .ofRows }
    let tightOfRow = sample.map { row in
      var tight = 0
      forEachLeft(row) { column, left in tight += left == leastLeft[column] ? 1 : 0 }
      return tight
    }
    let tight = tightOfRow.reduce(0, +)
    return tight * 16 >= columns * 17 && (tightOfRow.max() ?? 0) * 2 <= tight ? .ofColumns : nil
  }

  /// Each column of a row, with what it costs above the row's cheapest.
  private func forEachLeft(_ row: Int, _ body: (Int, Int) -> Void) {
    let least = Int(least(row))
    for column in 0..<columns { body(column, Int(cost[row * columns + column]) - least) }
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
