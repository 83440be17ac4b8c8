/// Prices of rows and limits that come near to solving a problem's linear relaxation.
///
/// The primal-dual hybrid gradient method with diagonal scaling, steps that adapt, averages and restarts
/// (Applegate and others 2021, PDLP, arXiv:2106.04756). Parts may be taken in part, and limits that count people
/// are left out. Whatever the prices are they bound every choice; those of the least bound seen are kept. All sums
/// are made in halves of a fixed order: runs repeat exactly, with one thread or two.
final class LinearRelaxation {
  private let tables: PackingTables
  /// The part of each column: those that add value or provide for others.
  private let parts: [Int]
  /// Rows, then limits, and what each may add up to.
  let columns: LinearMatrix
  let lines: LinearMatrix
  let cost: Table<Double>
  let lower: Table<Double>
  let upper: Table<Double>
  let right: Table<Double>
  private let columnScale: Table<Double>
  private let lineScale: Table<Double>
  let threads: Int
  /// What each half adds up to.
  let halves = Table(repeating: 0.0, count: 2)

  /// The point the method is at: shares of columns, prices of lines, and what the prices ask of each column.
  let x: Table<Double>
  let y: Table<Double>
  let asked: Table<Double>
  /// The point it is about to go to.
  let nextX: Table<Double>
  let nextY: Table<Double>
  let nextAsked: Table<Double>
  /// As far again beyond it.
  let beyond: Table<Double>
  /// Sums of the points since the last restart, by the lengths of their steps, and where that was.
  let sumX: Table<Double>
  let sumY: Table<Double>
  var steps = 0.0
  let oldX: Table<Double>
  let oldY: Table<Double>
  private let bestY: Table<Double>
  private var leastBound = Double.infinity
  var iterations = 0
  var step = 1.0
  /// How much longer steps of prices are than those of shares.
  var weight = 1.0

  /// - Parameter entriesWorthThreads: matrices of fewer entries are passed over by one thread.
  init(
    _ tables: PackingTables, threads: Int = coresToSearchOn, entriesWorthThreads: Int = 100_000
  ) {
    self.tables = tables
    let parts = (0..<tables.partCount).filter { part in
      tables.value[part] > 0 || tables.isPinned[part]
        || tables.links(part).contains { tables.link[$0].coefficient < 0 }
    }
    self.parts = parts
    let (count, lineCount) = (parts.count, tables.rowCount + tables.capacity.count)
    columns = Self.columns(parts, tables)
    lines = columns.transposed(lines: lineCount)
    self.threads = columns.value.count < entriesWorthThreads ? 1 : threads
    cost = Table(count: count) { -Double(tables.value[parts[$0]]) }
    lower = Table(count: count) { tables.isPinned[parts[$0]] ? 1 : 0 }
    upper = Table(repeating: 1, count: count)
    right = Table(count: lineCount) {
      $0 < tables.rowCount
        ? Double(tables.rowCapacity[$0]) : Double(tables.capacity[$0 - tables.rowCount])
    }
    columnScale = Table(repeating: 1, count: count)
    lineScale = Table(repeating: 1, count: lineCount)
    x = Table(repeating: 0, count: count)
    y = Table(repeating: 0, count: lineCount)
    asked = Table(repeating: 0, count: count)
    nextX = Table(repeating: 0, count: count)
    nextY = Table(repeating: 0, count: lineCount)
    nextAsked = Table(repeating: 0, count: count)
    beyond = Table(repeating: 0, count: count)
    sumX = Table(repeating: 0, count: count)
    sumY = Table(repeating: 0, count: lineCount)
    oldX = Table(repeating: 0, count: count)
    oldY = Table(repeating: 0, count: lineCount)
    bestY = Table(repeating: 0, count: lineCount)
    scale()
  }

  private static func columns(_ parts: [Int], _ tables: PackingTables) -> LinearMatrix {
    LinearMatrix(lines: parts.count) { put in
      for (column, part) in parts.enumerated() {
        for index in tables.links(part) {
          put(column, Int(tables.link[index].row), Double(tables.link[index].coefficient))
        }
        for index in tables.uses(part) where !tables.countsPeople[tables.use[index].limit] {
          let use = tables.use[index]
          put(column, tables.rowCount + Int(use.limit), Double(use.amount))
        }
      }
    }
  }

  /// In 64ths, below `Pricing.mostPrice`.
  func price(ofRow row: Int) -> Int { price(row) }
  func price(ofLimit limit: Int) -> Int { price(tables.rowCount + limit) }

  private func price(_ line: Int) -> Int {
    let price = bestY[line] * lineScale[line] * Double(Pricing.unit)
    return Int(min(max(0, price.rounded()), Double(Pricing.mostPrice - 1)))
  }

  /// How far a point is from solving the relaxation, as a share of its size; the bound at its prices is kept
  /// when it is the least.
  func error(
    _ x: borrowing Table<Double>, _ y: borrowing Table<Double>, _ asked: borrowing Table<Double>
  ) -> Double {
    var (bound, worth, past, size) = (0.0, 0.0, 0.0, 0.0)
    for line in 0..<y.count {
      bound += right[line] * y[line]
      let passed = max(0, lines.product(line, x.base) - right[line])
      past += passed * passed
      size += right[line] * right[line]
    }
    for column in 0..<x.count {
      let reduced = cost[column] + asked[column]
      bound -= reduced * (reduced < 0 ? upper[column] : lower[column])
      worth -= cost[column] * x[column]
    }
    if bound < leastBound {
      leastBound = bound
      for line in 0..<y.count { bestY[line] = y[line] }
    }
    let gap = (bound - worth) / (1 + abs(bound) + abs(worth))
    let outside = past.squareRoot() / (1 + size.squareRoot())
    return (gap * gap + outside * outside).squareRoot()
  }
}

extension LinearRelaxation {
  /// Brings the largest entries of lines and columns to about 1 (Ruiz 2001, RAL-TR-2001-034), then what they add
  /// up to (Pock and Chambolle 2011, doi:10.1109/ICCV.2011.6126441).
  private func scale() {
    for round in 0...8 {
      let size = round < 8 ? LinearMatrix.largest : LinearMatrix.sum
      let byColumn = Table(count: columns.lines) { Self.root(size(columns)($0)) }
      let byLine = Table(count: lines.lines) { Self.root(size(lines)($0)) }
      columns.divide(byLine: byColumn, byIndex: byLine)
      lines.divide(byLine: byLine, byIndex: byColumn)
      for column in 0..<columns.lines { columnScale[column] /= byColumn[column] }
      for line in 0..<lines.lines { lineScale[line] /= byLine[line] }
    }
    for column in 0..<columns.lines {
      cost[column] *= columnScale[column]
      lower[column] /= columnScale[column]
      upper[column] /= columnScale[column]
      x[column] = lower[column]
    }
    for line in 0..<lines.lines { right[line] *= lineScale[line] }
  }

  private static func root(_ value: Double) -> Double { value > 0 ? value.squareRoot() : 1 }
}
