import Loading
import Storing

/// The rows of a sheet that a load refused, read again to be kept as typed.
struct RefusedRows {
  private let rows: SheetRows

  init(of shape: SheetShape, from file: SheetFile) throws {
    rows = try SheetRows(of: shape, from: file)
  }

  /// - Parameter rejected: gives the lines, ascending, and why each is refused; then nil.
  func each(
    _ rejected: () throws -> (line: Int, reason: String)?, _ keep: (RefusedRow) throws -> Void
  ) throws {
    while let next = try rejected() {
      while rows.line < next.line { guard try rows.next() else { return } }
      guard rows.line == next.line else { continue }
      try keep(
        RefusedRow(line: next.line, cells: rows.cells.map(\.text), because: next.reason))
    }
  }
}
