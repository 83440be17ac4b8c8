/// Solves a full matrix whose rows have many equally cheap columns.
///
/// Rows' and columns' least costs are taken off; pairs at which nothing is left are *tight*, and as many rows as can
/// be are given a tight column (`DenseMatching`). While rows wait, prices rise by what the shortest path from any of
/// them to a free column costs, and more pairs are tight: the primal-dual method (Kuhn 1955,
/// doi:10.1002/nav.3800020109) with all paths of one length at once. With few different costs there are few
/// lengths.
///
/// `Value` holds costs and prices. Where `Value.max / 32` is above every cost and, before each rise, every price,
/// what is left of a pair is below a quarter of it, and so is a path: no sum overflows.
struct TiedSearch<Value: FixedWidthInteger & BitwiseCopyable>: ~Copyable {
  /// Rows whose pairs may be looked through for longer paths, for each row there is.
  private static var scansPerRow: Int { 24 }

  private let matrix: CostMatrix
  private let rowPrice: Table<Value>
  private let columnPrice: Table<Value>
  private var matching: DenseMatching
  private var scansLeft: Int
  /// How far each column and each row is from the rows that wait.
  private let columnDistance: Table<Value>
  private let rowDistance: Table<Value>

  static var limit: Value { .max / 32 }

  /// - Precondition: at most as many rows as columns, and costs below the limit.
  init(_ matrix: CostMatrix) {
    self.matrix = matrix
    rowPrice = Table(repeating: 0, count: matrix.rows)
    columnPrice = Table(repeating: 0, count: matrix.columns)
    matching = DenseMatching(rows: matrix.rows, columns: matrix.columns)
    scansLeft = Self.scansPerRow * matrix.rows
    columnDistance = Table(repeating: 0, count: matrix.columns)
    rowDistance = Table(repeating: 0, count: matrix.rows)
  }

  /// - Returns: nil when the paths are of many lengths, which is work for another search.
  mutating func assignment() -> Assignment? {
    reduceRows()
    markTight { _ in true }
    if matrix.rows == matrix.columns, !matching.reachesAllColumns {
      reduceColumns()
      markTight { _ in true }
    }
    matching.takeFree()
    matching.augment()
    while !matching.waiting.isEmpty {
      guard raisePrices() else { return nil }
      matching.augment()
    }
    return found()
  }

  private func reduceRows() {
    for row in 0..<matrix.rows { rowPrice[row] = Value(truncatingIfNeeded: matrix.least(row)) }
  }

  private func reduceColumns() {
    let left = columnDistance.base
    for column in 0..<matrix.columns { left[column] = .max }
    for row in 0..<matrix.rows { scan(row, at: 0) }
    for column in 0..<matrix.columns { columnPrice[column] = 0 &- left[column] }
  }

  /// Lowers the columns' distances to those by way of a row.
  private func scan(_ row: Int, at distance: Value) {
    let columns = matrix.columns
    let price = columnPrice.base
    let far = columnDistance.base
    let more = distance &- rowPrice[row]
    matrix.cost.withUnsafeBufferPointer { cost in
      guard let costs = cost.baseAddress.map({ $0 + row &* columns }) else { return }
      for column in 0..<columns {
        let value = Value(truncatingIfNeeded: costs[column]) &+ price[column] &+ more
        far[column] = min(far[column], value)
      }
    }
  }

  /// Works out which pairs are tight in the rows whose prices have changed.
  private func markTight(_ isChanged: (Int) -> Bool) {
    let columns = matrix.columns
    let words = matching.words
    let bytes = Table<UInt8>(repeating: 0, count: words * 64)
    let price = columnPrice.base
    matrix.cost.withUnsafeBufferPointer { cost in
      guard let cost = cost.baseAddress else { return }
      for row in 0..<matrix.rows where isChanged(row) {
        let costs = cost + row &* columns
        let paid = rowPrice[row]
        let isTight = bytes.base
        for column in 0..<columns {
          isTight[column] =
            Value(truncatingIfNeeded: costs[column]) &+ price[column] == paid ? 1 : 0
        }
        for word in 0..<words { matching.tight[row &* words &+ word] = Self.bits(isTight + word &* 64) }
      }
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

  /// Raises prices until another free column is tight to the end of a path.
  ///
  /// - Returns: whether they could be, with the work and the room there is.
  private mutating func raisePrices() -> Bool {
    guard (0..<matrix.columns).allSatisfy({ columnPrice[$0] < Self.limit }),
      let length = shortestPath()
    else { return false }
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
        for word in 0..<words { matching.tight[row &* words &+ word] &= kept[word] }
      }
    }
    markTight { rowDistance[$0] < length }
    return true
  }

  /// How far the nearest free column is from the rows that wait, by what is left of the pairs' costs (Dijkstra
  /// 1959, doi:10.1007/BF01386390; all at one distance together).
  private mutating func shortestPath() -> Value? {
    for column in 0..<matrix.columns { columnDistance[column] = .max }
    for row in 0..<matrix.rows { rowDistance[row] = .max }
    var ahead = Array(0..<Int32(matrix.columns))
    var fresh = matching.waiting
    var length: Value = 0
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

  private func found() -> Assignment {
    let columnOfRow = (0..<matrix.rows).map { matching.columnOfRow[$0] }
    let cost = columnOfRow.enumerated().reduce(0) {
      $0 + Int(matrix.cost[$1.offset * matrix.columns + Int($1.element)])
    }
    // Only a full matching lets columns be below nothing, and then all may rise.
    let least = (0..<matrix.columns).reduce(0) { min($0, Int(columnPrice[$1])) }
    return Assignment(
      columnOfRow: columnOfRow, cost: cost,
      rowPrice: (0..<matrix.rows).map { Int(rowPrice[$0]) - least },
      columnPrice: (0..<matrix.columns).map { Int(columnPrice[$0]) - least })
  }
}
