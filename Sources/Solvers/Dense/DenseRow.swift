/// One row of a full matrix after another, at the prices in force.
///
/// `Value` holds any cost and price added up: 32 bits where they can, for the processor then takes several
/// columns at a time.
struct DenseRow<Value: FixedWidthInteger & BitwiseCopyable>: ~Copyable {
  private static var reachTries: Int { 40 }
  /// Columns looked at together: in most such there is none of the cheapest.
  private static var block: Int { 16 }

  private let matrix: CostMatrix
  private let columnPrice: Table<Value>
  /// What each pair of the row in hand costs.
  private let values: Table<Value>
  private let within: Table<Int32>

  init(_ matrix: CostMatrix, _ columnPrice: [Int]) {
    self.matrix = matrix
    self.columnPrice = Table(count: columnPrice.count) { Value(columnPrice[$0]) }
    values = Table(repeating: 0, count: matrix.columns)
    within = Table(repeating: 0, count: matrix.columns)
  }

  /// About so many of a row's cheapest columns, ascending.
  ///
  /// - Parameter reach: how far above its cheapest pair the last row had to reach; much the same from row to
  ///   row.
  func cheapest(_ count: Int, of row: Int, reach: inout Int) -> [Int32] {
    let least = Int(value(row))
    var found = columns(upTo: least + reach)
    for _ in 0..<Self.reachTries {
      if found > 2 * count, reach > 1 {
        reach = reach * 3 / 4
      } else if found < min(count, matrix.columns) {
        reach *= 2
      } else {
        break
      }
      found = columns(upTo: least + reach)
    }
    return (0..<min(found, 2 * count)).map { within[$0] }
  }

  /// The columns that would save most at a row's price.
  func saving(of row: Int, at rowPrice: Int, atMost most: Int) -> [Int32] {
    guard Int(value(row)) < rowPrice else { return [] }
    let saving = (0..<columns(upTo: rowPrice - 1)).map { within[$0] }.sorted {
      (values[$0], $0) < (values[$1], $1)
    }
    return Array(saving.prefix(most))
  }

  /// Lists the columns up to a value.
  ///
  /// - Returns: how many they are.
  private func columns(upTo limit: Int) -> Int {
    let limit = Value(clamping: limit)
    let values = values.base
    let within = within.base
    var count = 0
    for first in stride(from: 0, to: matrix.columns, by: Self.block) {
      let end = min(first &+ Self.block, matrix.columns)
      var isAny: Value = 0
      for column in first..<end { isAny |= values[column] <= limit ? 1 : 0 }
      guard isAny != 0 else { continue }
      for column in first..<end {
        within[count] = Int32(truncatingIfNeeded: column)
        count &+= values[column] <= limit ? 1 : 0
      }
    }
    return count
  }

  /// Works out what each pair of a row costs now.
  ///
  /// - Returns: the least.
  func value(_ row: Int) -> Value {
    let columns = matrix.columns
    let values = values.base
    let price = columnPrice.base
    return matrix.cost.withUnsafeBufferPointer { cost in
      var least = Value.max
      for column in 0..<columns {
        let value = Value(truncatingIfNeeded: cost[row &* columns &+ column]) &+ price[column]
        values[column] = value
        least = min(least, value)
      }
      return least
    }
  }
}
