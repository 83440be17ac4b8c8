/// A full matrix of costs in the benchmark's binary layout `DENSE01`, little-endian.
///
/// Every row is given a column of its own (or every column a row, when columns are fewer).
struct DenseInstance: Hashable {
  var rows: Int
  var columns: Int
  /// Row by row.
  var cost: [Int32]
  var isMaximising = false

  static let magic = Array("DENSE01\0".utf8)
}

extension DenseInstance {
  init(_ file: inout StoredFile, maximising: Bool = false) throws(InstanceError) {
    _ = try file.take(8, as: UInt8.self)
    let sides = try file.take(2, as: UInt32.self).map { Int($0) }
    rows = sides[0]
    columns = sides[1]
    guard max(rows, columns) <= InstanceLimit.nodesAndArcs,
      rows * columns + rows + columns <= InstanceLimit.nodesAndArcs
    else {
      throw file.failure(
        "promises \(rows) x \(columns) costs, more than \(InstanceLimit.nodesAndArcs)",
        "list only the pairs that matter")
    }
    cost = try file.take(rows * columns)
    try file.end()
    isMaximising = maximising
  }
}
