/// One row of a full matrix after another, at the prices in force.
struct DenseRow {
  private static let reachTries = 40

  private let matrix: CostMatrix
  private let columnPrice: [Int]
  /// What each pair of the row in hand costs.
  private var values: [Int]

  init(_ matrix: CostMatrix, _ columnPrice: [Int]) {
    self.matrix = matrix
    self.columnPrice = columnPrice
    values = Array(repeating: 0, count: matrix.columns)
  }

  /// About so many of a row's cheapest columns, ascending.
  ///
  /// - Parameter reach: how far above its cheapest pair the last row had to reach; much the same from row to
  ///   row.
  mutating func cheapest(_ count: Int, of row: Int, reach: inout Int) -> [Int32] {
    let least = value(row)
    for _ in 0..<Self.reachTries {
      let within = values.reduce(0) { $0 + ($1 <= least + reach ? 1 : 0) }
      if within > 2 * count, reach > 1 {
        reach = reach * 3 / 4
      } else if within < min(count, matrix.columns) {
        reach *= 2
      } else {
        break
      }
    }
    var taken: [Int32] = []
    taken.reserveCapacity(2 * count)
    for column in values.indices where values[column] <= least + reach && taken.count < 2 * count {
      taken.append(Int32(column))
    }
    return taken
  }

  /// The columns that would save most at a row's price.
  mutating func saving(of row: Int, at rowPrice: Int, atMost most: Int) -> [Int32] {
    guard value(row) < rowPrice else { return [] }
    let saving = values.indices.filter { values[$0] < rowPrice }.sorted {
      (values[$0], $0) < (values[$1], $1)
    }
    return saving.prefix(most).map { Int32($0) }
  }

  /// Works out what each pair of a row costs now.
  ///
  /// - Returns: the least.
  private mutating func value(_ row: Int) -> Int {
    var least = Int.max
    let first = row * matrix.columns
    matrix.cost.withUnsafeBufferPointer { cost in
      columnPrice.withUnsafeBufferPointer { price in
        values.withUnsafeMutableBufferPointer { values in
          for column in 0..<values.count {
            let value = Int(cost[first + column]) &+ price[column]
            values[column] = value
            least = min(least, value)
          }
        }
      }
    }
    return least
  }
}
