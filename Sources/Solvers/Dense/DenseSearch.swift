/// Solves a full matrix by solving few of its pairs at a time.
///
/// Hardly any of a row's pairs could ever be chosen: those that cost little at the prices in force are
/// solved as a sparse network (`leastCostPlacement`), whose prices are then held against the whole matrix; a
/// pair that would save is added, and so on until none would (column generation; Dantzig and Wolfe
/// 1960, doi:10.1287/opre.8.1.101). Where all rows want the same columns, prices come from a coarse
/// auction over the whole matrix first.
struct DenseSearch: ~Copyable {
  /// Pairs of a row at the start.
  private static let firstPairs = 24
  /// Pairs a row gains in a round at most.
  private static let addedPairs = 8

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
    addCheapest(Self.firstPairs)
    var found = try solved()
    if found.chosen.count < most - most / 20 {
      columnPrice = DenseAuction(matrix, penalty: penalty, largestCost: largestCost).prices(matrix)
      pairs = Array(repeating: [], count: matrix.rows)
      addCheapest(Self.firstPairs)
      found = try solved()
    }
    while addSaving(found) { found = try solved() }
    return found.chosen.count < most ? nil : assignment(found)
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
    guard matrix.columns > 0 else { return }
    pairs.withUnsafeMutableBufferPointer { pairs in
      Self.eachHalf(of: matrix) { [columnPrice, matrix] rows in
        var row = DenseRow(matrix, columnPrice)
        var reach = 1
        for number in rows { pairs[number] += row.cheapest(count, of: number, reach: &reach) }
      }
    }
  }

  /// Adds pairs that would save by a solution's prices, the most saving of each row.
  private mutating func addSaving(_ found: LayeredOptimum) -> Bool {
    columnPrice = zip(found.candidatePrice, found.homePrice).map { $0 + $1 }
    priceRows(found)
    let before = pairs.reduce(0) { $0 + $1.count }
    pairs.withUnsafeMutableBufferPointer { pairs in
      Self.eachHalf(of: matrix) { [columnPrice, rowPrice, matrix] rows in
        var row = DenseRow(matrix, columnPrice)
        for number in rows {
          let saving = row.saving(of: number, at: rowPrice[number], atMost: Self.addedPairs)
          if !saving.isEmpty { pairs[number] = (pairs[number] + saving).sorted() }
        }
      }
    }
    return pairs.reduce(0) { $0 + $1.count } > before
  }

  /// Does the same to the rows of each half, side by side when they are many.
  private static func eachHalf(of matrix: CostMatrix, _ body: (Range<Int>) -> Void) {
    let middle = matrix.rows / 2
    sideBySide(threads: matrix.cost.count < fewPairs ? 1 : coresToSearchOn) {
      body($0 == 0 ? 0..<middle : middle..<matrix.rows)
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
