/// Costs of giving each row a column of its own.
public struct CostMatrix: Sendable {
  public let rows: Int
  public let columns: Int
  /// Row by row.
  public let cost: [Int32]

  /// - Throws: `NetworkError` when the costs are not as many as rows times columns.
  public init(rows: Int, columns: Int, cost: [Int32]) throws(NetworkError) {
    guard rows >= 0, columns >= 0, cost.count == rows * columns else { throw .arcArraysDiffer }
    guard rows + columns < LayeredNetwork.Limit.nodesAndArcs else {
      throw .tooManyNodesAndArcs(rows + columns)
    }
    self.rows = rows
    self.columns = columns
    self.cost = cost
  }

  /// The least cost and the largest, 0 among them.
  var costs: (least: Int, most: Int) {
    var least: Int32 = 0
    var most: Int32 = 0
    for value in cost {
      least = min(least, value)
      most = max(most, value)
    }
    return (Int(least), Int(most))
  }
}

/// The cheapest way to give as many rows as can be a column each, and the prices that show it.
///
/// With the reduced cost of a pair `cost + columnPrice - rowPrice`: no pair has one below 0, and a chosen one
/// has 0. Where there are more columns than rows, a column nobody has costs nothing; where there are more
/// rows, those without a column share the highest row price.
public struct Assignment: Hashable, Sendable {
  /// The column of each row; -1 where there are too few columns.
  public var columnOfRow: [Int32]
  public var cost: Int
  public var rowPrice: [Int]
  public var columnPrice: [Int]
}
