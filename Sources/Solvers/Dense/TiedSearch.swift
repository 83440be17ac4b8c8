/// Solves a full matrix whose rows have equally cheap columns.
///
/// Rows' and columns' least costs are taken off; pairs at which nothing is left are *tight*, and as many rows as can
/// be are given a tight column (`DenseMatching`). While rows wait, prices rise by what the shortest path from any of
/// them to a free column costs, and more pairs are tight: the primal-dual method (Kuhn 1955,
/// doi:10.1002/nav.3800020109) with all paths of one length at once. With few different costs there are few
/// lengths.
///
/// `Value` holds what is left of a cost and prices, the narrower the faster. What is left is held up to `limit`: a
/// pair of more only seems cheaper than it is, which matters when it is tight, and it cannot be while row prices
/// less column prices are below the limit. With column prices at most the limit a pair has at most twice that left,
/// the shortest path is no longer than a pair, and a path and a pair more fit.
struct TiedSearch<Value: FixedWidthInteger & SignedInteger & BitwiseCopyable>: ~Copyable {
  private static var limit: Value { .max / 4 }
  /// So few that a second thread would cost more than it saves.
  private static var fewPairs: Int { 2_000_000 }

  private let matrix: CostMatrix
  /// What each pair costs above its row's least, at most the limit.
  private let left: Table<Value>
  private let leastOfRow: Table<Int32>
  private let rowPrice: Table<Value>
  private let columnPrice: Table<Value>
  private var matching: DenseMatching
  private var scansLeft = 0
  private var isReduced = false
  /// How far each column and each row is from the rows that wait.
  private let columnDistance: Table<Value>
  private let rowDistance: Table<Value>

  /// - Parameter ties: where a sample of the matrix has them.
  /// - Precondition: at most as many rows as columns, and some.
  init(_ matrix: CostMatrix, _ ties: CostMatrix.Ties) {
    self.matrix = matrix
    left = Table(unfilled: matrix.rows * matrix.columns)
    leastOfRow = Table(repeating: 0, count: matrix.rows)
    rowPrice = Table(repeating: 0, count: matrix.rows)
    columnPrice = Table(repeating: 0, count: matrix.columns)
    matching = DenseMatching(rows: matrix.rows, columns: matrix.columns)
    columnDistance = Table(repeating: 0, count: matrix.columns)
    rowDistance = Table(repeating: 0, count: matrix.rows)
    begin(ties)
  }

  /// - Parameter scansPerRow: how often a row's pairs may be looked through for longer paths.
  mutating func run(scansPerRow: Int) -> TiedOutcome {
    scansLeft = scansPerRow * matrix.rows
    while true {
      guard isInRange else { return .isWide }
      matching.augment()
      if matching.waiting.isEmpty { return .found(assignment()) }
      reduceRows()
      guard let length = shortestPath() else { return .isLong }
      raisePrices(by: length)
    }
  }

  private mutating func begin(_ ties: CostMatrix.Ties) {
    let isSquare = matrix.rows == matrix.columns
    let isOfRows = ties == .ofRows || !isSquare
    if isOfRows { eachHalf { markCheapest($0) } }
    if isSquare, !isOfRows || !matching.reachesAllColumns {
      reduceRows()
      reduceColumns()
      eachHalf { markTight($0) { _ in true } }
    }
    matching.takeFree()
  }

  /// Works out what is left of each pair, once: where the cheapest pairs are enough, never.
  private mutating func reduceRows() {
    guard !isReduced else { return }
    isReduced = true
    eachHalf { rows in
      for row in rows { reduce(row) }
    }
  }

  private func reduce(_ row: Int) {
    let columns = matrix.columns
    let least = matrix.least(row)
    leastOfRow[row] = least
    let left = left.base + row &* columns
    let limit = UInt32(clamping: Self.limit)
    matrix.cost.withUnsafeBufferPointer { cost in
      guard let costs = cost.baseAddress.map({ $0 + row &* columns }) else { return }
      for column in 0..<columns {
        let above = UInt32(bitPattern: costs[column] &- least)
        left[column] = Value(truncatingIfNeeded: min(above, limit))
      }
    }
  }

  /// Finds and marks the cheapest pairs of rows, which are the tight ones while there are no prices.
  private func markCheapest(_ rows: Range<Int>) {
    let columns = matrix.columns
    let bytes = Table<UInt8>(repeating: 0, count: matching.words * 64)
    let isTight = bytes.base
    matrix.cost.withUnsafeBufferPointer { cost in
      guard let cost = cost.baseAddress else { return }
      for row in rows {
        let costs = cost + row &* columns
        let least = matrix.least(row)
        leastOfRow[row] = least
        for column in 0..<columns { isTight[column] = costs[column] == least ? 1 : 0 }
        store(isTight, row)
      }
    }
  }

  private func store(_ isTight: UnsafePointer<UInt8>, _ row: Int) {
    let words = matching.words
    let tight = matching.tight.base + row &* words
    for word in 0..<words { tight[word] = Self.bits(isTight + word &* 64) }
  }

  private func reduceColumns() {
    for column in 0..<matrix.columns { columnDistance[column] = .max }
    for row in 0..<matrix.rows { scan(row, at: 0) }
    for column in 0..<matrix.columns { columnPrice[column] = 0 - columnDistance[column] }
  }

  /// Lowers the columns' distances to those by way of a row.
  private func scan(_ row: Int, at distance: Value) {
    let columns = matrix.columns
    let left = left.base + row &* columns
    let price = columnPrice.base
    let far = columnDistance.base
    let more = distance &- rowPrice[row]
    for column in 0..<columns {
      far[column] = min(far[column], left[column] &+ price[column] &+ more)
    }
  }

  /// Works out which pairs are tight in those rows whose prices have changed.
  private func markTight(_ rows: Range<Int>, _ isChanged: (Int) -> Bool) {
    let columns = matrix.columns
    let bytes = Table<UInt8>(repeating: 0, count: matching.words * 64)
    let isTight = bytes.base
    let price = columnPrice.base
    for row in rows where isChanged(row) {
      let left = left.base + row &* columns
      let paid = rowPrice[row]
      for column in 0..<columns { isTight[column] = left[column] &+ price[column] == paid ? 1 : 0 }
      store(isTight, row)
    }
  }

  /// 64 bytes of 0 or 1 as the bits of a word: a product brings eight bytes' bits together in its highest byte.
  @inline(__always)
  private static func bits(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for part in 0..<8 {
      let eight = UnsafeRawPointer(bytes + part &* 8).loadUnaligned(as: UInt64.self).littleEndian
      word |= ((eight &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(part &* 8)
    }
    return word
  }

  private var isInRange: Bool {
    var least: Value = 0
    var most: Value = 0
    for column in 0..<matrix.columns {
      least = min(least, columnPrice[column])
      most = max(most, columnPrice[column])
    }
    let limit = Int(Self.limit)
    return most <= Self.limit
      && (0..<matrix.rows).allSatisfy { Int(rowPrice[$0]) - Int(least) < limit }
  }

  /// Raises prices by what the nearest free column is away, so that it is tight to the end of a path.
  private func raisePrices(by length: Value) {
    let words = matching.words
    let kept = Table<UInt64>(repeating: .max, count: words)
    for column in 0..<matrix.columns where columnDistance[column] < length {
      columnPrice[column] += length - columnDistance[column]
      kept[column / 64] &= ~(1 << UInt64(column % 64))
    }
    for row in 0..<matrix.rows {
      if rowDistance[row] < length {
        rowPrice[row] += length - rowDistance[row]
      } else {
        for word in 0..<words { matching.tight.base[row &* words &+ word] &= kept.base[word] }
      }
    }
    eachHalf { markTight($0) { rowDistance[$0] < length } }
  }

  /// How far the nearest free column is from the rows that wait, by what is left of the pairs' costs (Dijkstra
  /// 1959, doi:10.1007/BF01386390; all at one distance together).
  ///
  /// - Returns: nil when the work allowed is done.
  private mutating func shortestPath() -> Value? {
    for column in 0..<matrix.columns { columnDistance[column] = .max }
    for row in 0..<matrix.rows { rowDistance[row] = .max }
    var ahead = Array(0..<Int32(matrix.columns))
    var fresh = matching.waiting
    var length: Value = 0
    // Each turn takes a column at least.
    while true {
      scansLeft -= fresh.count
      guard scansLeft >= 0 else { return nil }
      for row in fresh {
        rowDistance[row] = length
        scan(Int(row), at: length)
      }
      length = ahead.reduce(.max) { min($0, columnDistance[$1]) }
      fresh.removeAll(keepingCapacity: true)
      var isFree = false
      ahead.removeAll { column in
        guard columnDistance[column] == length else { return false }
        let row = matching.rowOfColumn[column]
        isFree = isFree || row < 0
        fresh.append(row)
        return true
      }
      if isFree { return length }
    }
  }

  /// Does the same to the rows of each half, side by side when they are many.
  private func eachHalf(_ body: (Range<Int>) -> Void) {
    let middle = matrix.rows / 2
    sideBySide(threads: matrix.cost.count < Self.fewPairs ? 1 : coresToSearchOn) {
      body($0 == 0 ? 0..<middle : middle..<matrix.rows)
    }
  }

  private func assignment() -> Assignment {
    let columnOfRow = (0..<matrix.rows).map { matching.columnOfRow[$0] }
    let cost = columnOfRow.enumerated().reduce(0) {
      $0 + Int(matrix.cost[$1.offset * matrix.columns + Int($1.element)])
    }
    // Only where all columns are taken is one below nothing, and then all may rise.
    let least = (0..<matrix.columns).reduce(0) { min($0, Int(columnPrice[$1])) }
    return Assignment(
      columnOfRow: columnOfRow, cost: cost,
      rowPrice: (0..<matrix.rows).map { Int(leastOfRow[$0]) + Int(rowPrice[$0]) - least },
      columnPrice: (0..<matrix.columns).map { Int(columnPrice[$0]) - least })
  }
}
