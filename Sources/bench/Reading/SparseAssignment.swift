/// An assignment in which only the pairs listed may be made.
///
/// Every row is given a column of its own (or every column a row, when columns are fewer).
struct SparseAssignment: Hashable {
  struct Pair: Hashable {
    var row: Int32
    var column: Int32
    var cost: Int32
  }

  var rows: Int
  var columns: Int
  /// Pairs of row `r` are `rowStart[r]..<rowStart[r + 1]`, columns ascending, none twice.
  private(set) var rowStart: [Int]
  private(set) var column: [Int32] = []
  private(set) var cost: [Int32] = []
  let isMaximising: Bool

  /// - Parameter pairs: in any order; of two for the same row and column the better counts.
  init(rows: Int, columns: Int, pairs: [Pair], isMaximising: Bool = false) {
    self.rows = rows
    self.columns = columns
    self.isMaximising = isMaximising
    let (starts, sorted) = Self.byRow(pairs, rows: rows)
    rowStart = [0]
    rowStart.reserveCapacity(rows + 1)
    for row in 0..<rows {
      let begin = column.count
      for pair in sorted[starts[row]..<starts[row + 1]].sorted(by: { $0.column < $1.column }) {
        if column.count > begin, column.last == pair.column {
          let other = cost[cost.count - 1]
          cost[cost.count - 1] = isMaximising ? max(other, pair.cost) : min(other, pair.cost)
        } else {
          column.append(pair.column)
          cost.append(pair.cost)
        }
      }
      rowStart.append(column.count)
    }
  }

  private static func byRow(_ pairs: [Pair], rows: Int) -> (starts: [Int], sorted: [Pair]) {
    var starts = [Int](repeating: 0, count: rows + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    var sorted = pairs
    for pair in pairs {
      sorted[next[Int(pair.row)]] = pair
      next[Int(pair.row)] += 1
    }
    return (starts, sorted)
  }
}
