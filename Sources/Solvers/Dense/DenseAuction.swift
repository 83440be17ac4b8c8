/// A coarse auction over a full matrix, for prices at which rows no longer want the same columns.
///
/// As `Auction`, without homes, units and the reverse part; each row keeps its few cheapest columns at hand
/// and a bound on the rest.
struct DenseAuction: ~Copyable {
  private static let cacheSize = 8
  private static let phases = 8

  private let matrix: CostMatrix
  private let penalty: Int
  private let price: Table<Int>
  private let holder: Table<Int32>
  private let cache: Table<Int32>
  private let bound: Table<Int>
  private var waiting: [Int32] = []

  init(_ matrix: CostMatrix, penalty: Int) {
    self.matrix = matrix
    self.penalty = penalty
    price = Table(repeating: 0, count: matrix.columns)
    holder = Table(repeating: -1, count: matrix.columns)
    cache = Table(repeating: -1, count: matrix.rows * Self.cacheSize)
    bound = Table(repeating: Int.min / 2, count: matrix.rows)
  }

  /// Prices after a few phases, each a fifth as coarse as the one before.
  consuming func prices() -> [Int] {
    var step = max(1, penalty / 20)
    for phase in 0..<Self.phases {
      if phase > 0 {
        for column in 0..<price.count { price[column] = max(0, price[column] - step * 10) }
        for row in 0..<bound.count { bound[row] -= step * 10 }
      }
      for column in 0..<holder.count { holder[column] = -1 }
      waiting = (0..<Int32(matrix.rows)).reversed()
      while let row = waiting.popLast() { bid(Int(row), step: step) }
      if step == 1 { break }
      step = max(1, step / 5)
    }
    return (0..<price.count).map { price[$0] }
  }

  private mutating func bid(_ row: Int, step: Int) {
    var best = twoCheapest(row)
    if best.first > bound[row] {
      scan(row)
      best = twoCheapest(row)
    }
    guard best.first < penalty else { return }
    let second = max(best.first, min(best.second, bound[row], penalty))
    let evicted = holder[best.column]
    holder[best.column] = Int32(row)
    price[best.column] += second - best.first + step
    if evicted >= 0 { waiting.append(evicted) }
  }

  private func twoCheapest(_ row: Int) -> (first: Int, second: Int, column: Int) {
    var best = (first: far, second: far, column: -1)
    for place in row * Self.cacheSize..<(row + 1) * Self.cacheSize where cache[place] >= 0 {
      let column = Int(cache[place])
      let value = Int(matrix.cost[row * matrix.columns + column]) + price[column]
      if value < best.first {
        best = (value, best.first, column)
      } else {
        best.second = min(best.second, value)
      }
    }
    return best
  }

  /// Fills a row's cache with its cheapest columns by present prices, by insertion.
  private func scan(_ row: Int) {
    var values = [Int](repeating: far, count: Self.cacheSize + 1)
    var columns = [Int32](repeating: -1, count: Self.cacheSize + 1)
    let first = row * matrix.columns
    matrix.cost.withUnsafeBufferPointer { cost in
      for column in 0..<matrix.columns {
        let value = Int(cost[first + column]) &+ price.base[column]
        guard value < values[Self.cacheSize] else { continue }
        var place = Self.cacheSize
        while place > 0, values[place - 1] > value {
          values[place] = values[place - 1]
          columns[place] = columns[place - 1]
          place -= 1
        }
        values[place] = value
        columns[place] = Int32(column)
      }
    }
    for place in 0..<Self.cacheSize { cache[row * Self.cacheSize + place] = columns[place] }
    bound[row] = values[Self.cacheSize]
  }
}
