import Solvers

/// An assignment as a flow: a unit from every row, a unit to every column; what one side has more than
/// the other passes through a node of its own.
struct AssignmentNetwork {
  let network: FlowNetwork
  private let rows: Int
  /// Arcs of the pairs, before those that even out the sides.
  private let pairs: Int

  init(_ instance: DenseInstance) throws(NetworkError) {
    let width = Int32(instance.columns)
    let cells = 0..<Int32(instance.cost.count)
    try self.init(
      instance.rows, instance.columns, isMaximising: instance.isMaximising,
      row: cells.map { $0 / width }, column: cells.map { $0 % width }, cost: instance.cost)
  }

  init(_ instance: SparseAssignment) throws(NetworkError) {
    var row: [Int32] = []
    row.reserveCapacity(instance.column.count)
    for index in 0..<instance.rows {
      let count = instance.rowStart[index + 1] - instance.rowStart[index]
      row.append(contentsOf: repeatElement(Int32(index), count: count))
    }
    try self.init(
      instance.rows, instance.columns, isMaximising: instance.isMaximising, row: row,
      column: instance.column, cost: instance.cost)
  }

  private init(
    _ rows: Int, _ columns: Int, isMaximising: Bool, row: [Int32], column: [Int32], cost: [Int32]
  ) throws(NetworkError) {
    self.rows = rows
    pairs = cost.count
    let evener = Int32(rows + columns)
    var from = row
    var to = column.map { Int32(rows) + $0 }
    if columns > rows {
      from += repeatElement(evener, count: columns)
      to += Int32(rows)..<evener
    } else if rows > columns {
      from += 0..<Int32(rows)
      to += repeatElement(evener, count: rows)
    }
    let evening = from.count - pairs
    network = try FlowNetwork(
      supply: [Int](repeating: 1, count: rows) + [Int](repeating: -1, count: columns)
        + [columns - rows],
      from: from, to: to, capacity: [Int32](repeating: 1, count: from.count),
      cost: (isMaximising ? cost.map { -$0 } : cost) + [Int32](repeating: 0, count: evening))
  }

  /// The column of each row, or -1.
  func columnOfEachRow(_ flow: [Int32]) -> [Int64] {
    var column = [Int64](repeating: -1, count: rows)
    for arc in 0..<pairs where flow[arc] > 0 {
      column[Int(network.from[arc])] = Int64(network.to[arc]) - Int64(rows)
    }
    return column
  }
}
