/// Solves a full matrix by solving few of its pairs at a time.
///
/// Hardly any of a row's pairs could ever be chosen: those that cost little at the prices in force are
/// solved as a sparse network (`leastCostPlacement`), whose prices are then held against the whole matrix; a
/// pair that would save is added, and so on until none would (column generation; Dantzig and Wolfe
/// 1960, doi:10.1287/opre.8.1.101). Where a sample of rows wants the same columns, prices are those of an
/// order of rows and columns (`DenseOrder`), which may be the solution already, or else come from a coarse
/// auction over the whole matrix.
struct DenseSearch: ~Copyable {
  /// Pairs of a row at the start.
  private static let firstPairs = 16
  /// Pairs a row gains in the first round at most; in each next, twice as many.
  private static let addedPairs = 8
  /// Rows looked at to see whether they want different columns.
  private static let sampledRows = 64
  /// How far rows along an order are asked what a column is worth to them: where costs follow the order in
  /// part, more of them know it better.
  private static let furtherRows = [0, 8, 64]

  let matrix: CostMatrix
  /// What a row without a column costs.
  let penalty: Int
  let largestCost: Int
  private var columnPrice: [Int]
  private var rowPrice: [Int]
  /// The columns of each row's pairs in play, ascending.
  private var pairs: [[Int32]]

  init(_ matrix: CostMatrix, penalty: Int, largestCost: Int) {
    self.largestCost = largestCost
    self.matrix = matrix
    self.penalty = penalty
    columnPrice = Array(repeating: 0, count: matrix.columns)
    rowPrice = Array(repeating: penalty, count: matrix.rows)
    pairs = Array(repeating: [], count: matrix.rows)
  }

  /// - Returns: nil when fewer rows have a column than could.
  mutating func assignment() throws(NetworkError) -> Assignment? {
    let most = min(matrix.rows, matrix.columns)
    var found: LayeredOptimum?
    if isSpread() {
      addCheapest(Self.firstPairs)
      found = try solved()
    }
    if found.map({ $0.chosen.count < most - most / 20 }) ?? true {
      if let ordered = priceByOrder() { return ordered }
      addCheapest(Self.firstPairs)
      found = try solved()
    }
    guard var found else { return nil }
    var added = Self.addedPairs
    while addSaving(found, atMost: added) {
      found = try solved()
      added *= 2
    }
    return found.chosen.count < most ? nil : assignment(found)
  }

  /// The solution, where an order of rows and columns already is that.
  mutating func byOrderAlone() -> Assignment? {
    guard matrix.rows == matrix.columns else { return nil }
    let order = DenseOrder(matrix)
    for further in Self.furtherRows.prefix(2) {
      columnPrice = order.prices(further)
      if regrets(order.sampled).last == 0, let found = proven(order.diagonal) { return found }
    }
    return nil
  }

  /// Sets prices at which rows no longer want the same columns.
  ///
  /// - Returns: the solution, where an order of rows and columns was already that.
  private mutating func priceByOrder() -> Assignment? {
    var start = [Int](repeating: 0, count: matrix.columns)
    var error: Int?
    if matrix.rows == matrix.columns {
      let order = DenseOrder(matrix)
      for further in Self.furtherRows {
        columnPrice = order.prices(further)
        let regrets = regrets(order.sampled)
        if regrets[regrets.count - 1] == 0, let found = proven(order.diagonal) { return found }
        let regret = regrets[regrets.count / 2]
        guard regret < (error ?? largestCost / 20) else { continue }
        (start, error) = (columnPrice, regret)
      }
    }
    columnPrice = DenseAuction(matrix, penalty: penalty, largestCost: largestCost).prices(
      matrix, from: start, error: error)
    return nil
  }

  /// How much more than its cheapest column each row pays at the prices in force, ascending.
  private func regrets(_ pairs: [(row: Int, column: Int)]) -> [Int] {
    let row = DenseRow<Int>(matrix, columnPrice)
    return pairs.map { pair in
      let paid =
        Int(matrix.cost[pair.row * matrix.columns + pair.column]) + columnPrice[pair.column]
      return paid - row.value(pair.row)
    }.sorted()
  }

  /// Whether every price and cost added up fits into 32 bits.
  private var isNarrow: Bool { largestCost + (columnPrice.max() ?? 0) < Int(Int32.max) }

  /// Whether a sample of rows finds different columns cheapest at the prices in force.
  private func isSpread() -> Bool { isNarrow ? isSpread(Int32.self) : isSpread(Int.self) }

  private func isSpread<Value: FixedWidthInteger & BitwiseCopyable>(_: Value.Type) -> Bool {
    guard !matrix.cost.isEmpty else { return true }
    let row = DenseRow<Value>(matrix, columnPrice)
    let rows = DenseOrder.evenly(min(Self.sampledRows, matrix.rows), of: matrix.rows)
    var isWanted = [Bool](repeating: false, count: matrix.columns)
    var reach = 1
    for number in rows {
      for column in row.cheapest(Self.firstPairs, of: number, reach: &reach) {
        isWanted[Int(column)] = true
      }
    }
    return isWanted.count { $0 } >= min(matrix.columns, rows.count * Self.firstPairs) / 4
  }

  private func solved() throws(NetworkError) -> LayeredOptimum {
    var start = [0]
    start.reserveCapacity(matrix.rows + 1)
    var cost: [Int32] = []
    for row in 0..<matrix.rows {
      for column in pairs[row] { cost.append(matrix.cost[row * matrix.columns + Int(column)]) }
      start.append(cost.count)
    }
    return leastCostPlacement(
      try LayeredNetwork(
        needs: Array(
          repeating: LayeredNetwork.Need(units: 1, penalty: penalty), count: matrix.rows),
        candidates: (0..<Int32(matrix.columns)).map { .init(capacity: 1, home: $0) },
        homeCapacity: Array(repeating: 1, count: matrix.columns), rowStart: start,
        candidate: pairs.flatMap { $0 }, cost: cost))
  }

  /// Adds about so many of each row's cheapest pairs at the prices in force.
  private mutating func addCheapest(_ count: Int) {
    isNarrow ? addCheapest(count, Int32.self) : addCheapest(count, Int.self)
  }

  private mutating func addCheapest<Value: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int, _: Value.Type
  ) {
    guard matrix.columns > 0 else { return }
    pairs.withUnsafeMutableBufferPointer { pairs in
      Self.eachHalf(of: matrix) { [columnPrice, matrix] _, rows in
        let row = DenseRow<Value>(matrix, columnPrice)
        var reach = 1
        for number in rows { pairs[number] = row.cheapest(count, of: number, reach: &reach) }
      }
    }
  }

  /// Adds pairs that would save by a solution's prices, the most saving of each row.
  private mutating func addSaving(_ found: LayeredOptimum, atMost most: Int) -> Bool {
    columnPrice = zip(found.candidatePrice, found.homePrice).map { $0 + $1 }
    priceRows(found)
    let before = pairs.reduce(0) { $0 + $1.count }
    isNarrow ? addSaving(most, Int32.self) : addSaving(most, Int.self)
    return pairs.reduce(0) { $0 + $1.count } > before
  }

  private mutating func addSaving<Value: FixedWidthInteger & BitwiseCopyable>(
    _ most: Int, _: Value.Type
  ) {
    pairs.withUnsafeMutableBufferPointer { pairs in
      Self.eachHalf(of: matrix) { [columnPrice, rowPrice, matrix] _, rows in
        let row = DenseRow<Value>(matrix, columnPrice)
        for number in rows {
          let saving = row.saving(of: number, at: rowPrice[number], atMost: most)
          if !saving.isEmpty { pairs[number] = (pairs[number] + saving).sorted() }
        }
      }
    }
  }

  /// The assignment of a column to each row, if the prices in force prove it the cheapest.
  private func proven(_ columnOfRow: [Int32]) -> Assignment? {
    isNarrow ? proven(columnOfRow, Int32.self) : proven(columnOfRow, Int.self)
  }

  private func proven<Value: FixedWidthInteger & BitwiseCopyable>(
    _ columnOfRow: [Int32], _: Value.Type
  ) -> Assignment? {
    let costs = columnOfRow.enumerated().map { Int(matrix.cost[$0 * matrix.columns + Int($1)]) }
    let paid = zip(costs, columnOfRow).map { $0 + columnPrice[Int($1)] }
    var holds = [false, false]
    holds.withUnsafeMutableBufferPointer { holds in
      Self.eachHalf(of: matrix) { [columnPrice, matrix] half, rows in
        let row = DenseRow<Value>(matrix, columnPrice)
        holds[half] = rows.allSatisfy { Int(row.value($0)) == paid[$0] }
      }
    }
    guard holds == [true, true] else { return nil }
    return Assignment(
      columnOfRow: columnOfRow, cost: costs.reduce(0, +), rowPrice: paid, columnPrice: columnPrice)
  }

  /// Does the same to the rows of each half, side by side when they are many.
  private static func eachHalf(of matrix: CostMatrix, _ body: (Int, Range<Int>) -> Void) {
    let middle = matrix.rows / 2
    sideBySide(threads: matrix.cost.count < fewPairs ? 1 : coresToSearchOn) {
      body($0, $0 == 0 ? 0..<middle : middle..<matrix.rows)
    }
  }

  /// So few that a second thread would cost more than it saves.
  private static let fewPairs = 200_000

  /// A row that has a column pays what that costs, exactly.
  private mutating func priceRows(_ found: LayeredOptimum) {
    var price = found.needPrice
    forEachChosen(found) { row, column in
      price[row] = Int(matrix.cost[row * matrix.columns + Int(column)]) + columnPrice[Int(column)]
    }
    rowPrice = price
  }

  private func forEachChosen(_ found: LayeredOptimum, _ body: (Int, Int32) -> Void) {
    var row = 0
    var first = 0
    for pair in found.chosen {
      while pair >= first + pairs[row].count {
        first += pairs[row].count
        row += 1
      }
      body(row, pairs[row][pair - first])
    }
  }

  private func assignment(_ found: LayeredOptimum) -> Assignment {
    var columnOfRow = [Int32](repeating: -1, count: matrix.rows)
    var cost = 0
    forEachChosen(found) { row, column in
      columnOfRow[row] = column
      cost += Int(matrix.cost[row * matrix.columns + Int(column)])
    }
    return Assignment(
      columnOfRow: columnOfRow, cost: cost, rowPrice: rowPrice, columnPrice: columnPrice)
  }
}
