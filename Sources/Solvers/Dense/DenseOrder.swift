/// Rows and columns in orders that put the rows' cheapest columns along the diagonal, as far as there are such.
///
/// Where costs are products of a row's and a column's number, or any *Monge* matrix (Hoffman 1963, doi:10.1090/
/// pspum/007/0157778), all rows want the same columns at first, and yet the best assignment is one of two
/// orders: the row that pays most for a dear column gets the cheapest. Each column is then priced so that the
/// rows beside it would not change places. The orders are those of the direction in which a sample of the
/// matrix, its rows' and columns' means taken off, varies most (the power method).
struct DenseOrder {
  private static let sample = 64
  private static let rounds = 8

  private let matrix: CostMatrix
  private let rows: [Int]
  private let columns: [Int]

  /// - Precondition: as many rows as columns, and some.
  /// - Complexity: a sample of each row and column, and sorting them.
  init(_ matrix: CostMatrix) {
    self.matrix = matrix
    let side = matrix.rows
    let taken = Self.evenly(min(Self.sample, side), of: side)
    let weights = Self.mainDirection(matrix, taken)
    var ofRow = [Double](repeating: 0, count: side)
    var ofColumn = ofRow
    matrix.cost.withUnsafeBufferPointer { cost in
      for row in 0..<side {
        for (column, weight) in zip(taken, weights.columns) {
          ofRow[row] += weight * Double(cost[row * side + column])
        }
      }
      for (row, weight) in zip(taken, weights.rows) {
        for column in 0..<side { ofColumn[column] += weight * Double(cost[row * side + column]) }
      }
    }
    rows = (0..<side).sorted { (ofRow[$0], $0) < (ofRow[$1], $1) }
    columns = (0..<side).sorted { (-ofColumn[$0], $0) < (-ofColumn[$1], $1) }
  }

  /// So many of the numbers below `count`.
  static func evenly(_ number: Int, of count: Int) -> [Int] {
    (0..<number).map { (2 * $0 + 1) * count / (2 * number) }
  }

  /// How the sampled rows and columns weigh where the sample varies most.
  private static func mainDirection(
    _ matrix: CostMatrix, _ taken: [Int]
  ) -> (rows: [Double], columns: [Double]) {
    let side = taken.count
    var costs = taken.flatMap { row in taken.map { Double(matrix.cost[row * matrix.columns + $0]) }
    }
    for row in 0..<side {
      let mean = (0..<side).reduce(0) { $0 + costs[row * side + $1] } / Double(side)
      for column in 0..<side { costs[row * side + column] -= mean }
    }
    for column in 0..<side {
      let mean = (0..<side).reduce(0) { $0 + costs[$1 * side + column] } / Double(side)
      for row in 0..<side { costs[row * side + column] -= mean }
    }
    let largest = costs.indices.max { abs(costs[$0]) < abs(costs[$1]) } ?? 0
    var ofColumn = Array(costs[largest / side * side..<(largest / side + 1) * side])
    var ofRow = [Double](repeating: 0, count: side)
    for _ in 0..<rounds {
      ofRow = scaled(
        (0..<side).map { row in
          (0..<side).reduce(0) { $0 + costs[row * side + $1] * ofColumn[$1] }
        })
      ofColumn = scaled(
        (0..<side).map { column in
          (0..<side).reduce(0) { $0 + costs[$1 * side + column] * ofRow[$1] }
        })
    }
    return (ofRow, ofColumn)
  }

  private static func scaled(_ values: [Double]) -> [Double] {
    let largest = values.reduce(0) { max($0, abs($1)) }
    return largest > 0 ? values.map { $0 / largest } : values
  }
}

extension DenseOrder {
  /// A few rows, evenly spread, each with the column beside it.
  var sampled: [(row: Int, column: Int)] {
    Self.evenly(min(Self.sample, rows.count), of: rows.count).map { (rows[$0], columns[$0]) }
  }

  /// The column beside each row.
  var diagonal: [Int32] {
    var column = [Int32](repeating: 0, count: rows.count)
    for (row, beside) in zip(rows, columns) { column[row] = Int32(beside) }
    return column
  }

  /// Prices of columns, 0 and more, each as much above the next as the rows beside both would pay, and those
  /// so many places further.
  func prices(_ further: Int) -> [Int] {
    var price = [Int](repeating: 0, count: columns.count)
    let last = rows.count - 1
    for place in 0..<max(0, last) {
      let beside = max(0, place - further)...min(last, place + 1 + further)
      var more = 0
      for row in beside {
        let first = rows[row] * matrix.columns
        more +=
          Int(matrix.cost[first + columns[place + 1]]) - Int(matrix.cost[first + columns[place]])
      }
      let (quotient, remainder) = more.quotientAndRemainder(dividingBy: beside.count)
      price[columns[place + 1]] = price[columns[place]] - quotient + (remainder < 0 ? 1 : 0)
    }
    let least = price.min() ?? 0
    return price.map { $0 - least }
  }
}
