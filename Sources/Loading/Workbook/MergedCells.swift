/// The merged areas of a sheet: only the first cell of each holds the value that all of them show.
final class MergedCells: XMLHandler {
  private struct Area {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
    var name: String
  }

  /// By first row.
  private var areas: [Area] = []
  private var next = 0
  /// Those that reach to the row last asked for.
  private var open: [Area] = []
  private var given = 0

  /// None at all.
  init() {}

  /// Reads the areas of a sheet's part. They stand after all its rows, so that the part is looked
  /// through for their name first: most sheets have none.
  init(_ open: () throws -> ByteSource) throws {
    guard try MergedCells.isSpoken(of: try open()) else { return }
    try XMLScan.run(try open(), self)
    areas.sort { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  /// The cells of a row that share a value with others, the first row of their area, and whether it is they
  /// that are seen; rows are asked for in order.
  func cells(ofRow row: Int) throws -> [(column: Int, area: String, from: Int, isFirst: Bool)] {
    if areas.isEmpty { return [] }
    while next < areas.count && areas[next].rows.lowerBound <= row {
      open.append(areas[next])
      next += 1
    }
    open.removeAll { $0.rows.upperBound < row }
    var cells: [(column: Int, area: String, from: Int, isFirst: Bool)] = []
    for area in open {
      for column in area.columns {
        let isFirst = row == area.rows.lowerBound && column == area.columns.lowerBound
        cells.append((column, area.name, area.rows.lowerBound, isFirst))
      }
      if cells.count > 20_000 { throw MergedCells.tooMany }
    }
    given += cells.count
    if given > 2_000_000 { throw MergedCells.tooMany }
    return cells
  }

  func start(_ element: XMLElement) throws {
    guard case "mergeCell" = element.name, let typed = element["ref"] else { return }
    let ends = typed.split(separator: UInt8(ascii: ":")).compactMap {
      CellReference(UnsafeBufferPointer(rebasing: $0))
    }
    guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else {
      return
    }
    areas.append(
      Area(
        rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column,
        name: String(decoding: typed, as: UTF8.self)))
    if areas.count > 100_000 { throw MergedCells.tooMany }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}

  private static var tooMany: SheetFault {
    SheetFault("the sheet has too many merged cells", hint: "Try: unmerge them")
  }

  private static func isSpoken(of source: @escaping ByteSource) throws -> Bool {
    let name = Array("mergeCell".utf8)
    var window = ByteWindow(source, capacity: 1 << 17)
    while true {
      try window.more()
      if UnsafeBufferPointer(start: window.base + window.start, count: window.pending)
        .contains(name)
      {
        return true
      }
      if window.isComplete { return false }
      window.start = max(window.start, window.end - name.count)
    }
  }
}
