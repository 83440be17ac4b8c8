/// A sheet's XML as rows of cells.
///
/// ECMA-376 part 1, 18.3: `row`, `c` with its reference, style and type, and in it `v` (a value), `is`
/// (a text) and `f` (a formula).
final class SheetScan: XMLHandler {
  var queue = RowQueue()
  /// Columns from 0 that are hidden.
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var hiddenRows: [Int] = []
  private(set) var hiddenRowCount = 0
  private(set) var formulas = 0
  private(set) var struck = StruckCells()

  private var text: CellText
  private let merged: MergedCells
  private let limits: Limits
  private var line = 0
  private var isInRow = false
  private var column = -1
  private var collects = false
  private var isInReading = false
  private var run = StrikeRun()
  private var cell = CellText.Typed()
  private var bytes: [UInt8] = []
  private var spans: [Record.Span] = []
  private var doubts: [Record.Doubt] = []

  init(_ text: CellText, _ merged: MergedCells, limits: Limits) {
    self.text = text
    self.merged = merged
    self.limits = limits
  }

  func start(_ element: XMLElement) throws {
    switch element.name {
    case "c": try startCell(element)
    case "v":
      try refuseSecondValue(after: cell.hasValue || !cell.value.isEmpty)
      collects = isInRow
    case "t":
      try refuseSecondValue(after: cell.hasValue)
      collects = isInRow && !isInReading
    case "rPh": isInReading = true
    case "f": cell.isFormula = true
    case "row": try startRow(element)
    case "col": addHidden(element)
    default: if isInRow { run.start(element) }
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard collects else { return }
    cell.value.append(contentsOf: piece)
    if run.isOpen, piece.contains(where: { $0 > 0x20 }) { cell.strike.note(run) }
    if cell.value.count > limits.cellBytes {
      throw SheetFault(line: line, "a cell is longer than \(limits.cellBytes) bytes")
    }
  }

  func end(_ name: XMLName) throws {
    switch name {
    case "v":
      cell.hasValue = true
      collects = false
    case "t": collects = false
    case "c": try endCell()
    case "rPh": isInReading = false
    case "r": run.end()
    case "row": try endRow()
    default: return
    }
  }

  private func addHidden(_ element: XMLElement) {
    guard element.flag("hidden"), hiddenColumns.count < 16_384,
      let first = element.number("min"), let last = element.number("max"), first >= 1, last >= first
    else { return }
    hiddenColumns.append(first - 1...min(last, 16_384) - 1)
  }

  /// Rows and cells say where they are, or follow the one before.
  private func startRow(_ element: XMLElement) throws {
    let number = element.number("r") ?? line + 1
    guard number > line, number <= 1_048_576 else {
      throw SheetFault(
        "the workbook is damaged: row \(number) stands after row \(line)",
        hint: "Try: open it in a spreadsheet and save it again")
    }
    line = number
    isInRow = true
    column = -1
    if element.flag("hidden") {
      hiddenRowCount += 1
      if hiddenRows.count < 10 { hiddenRows.append(number) }
    }
  }

  private func startCell(_ element: XMLElement) throws {
    column += 1
    if let typed = element["r"] {
      guard let place = CellReference(typed), place.row == line || place.row == 0 else {
        throw SheetFault(
          line: line, "the workbook is damaged: a cell of row \(line) says it is elsewhere")
      }
      column = place.column
    }
    cell.begin(type: CellText.Kind(element["t"]), style: element.number("s") ?? 0)
  }

  private func refuseSecondValue(after hasOne: Bool) throws {
    guard isInRow, hasOne else { return }
    throw SheetFault(
      line: line,
      "the workbook is damaged: the cell \(columnLetters(column))\(line) has two values")
  }

  private func endCell() throws {
    collects = false
    if cell.isFormula && !cell.value.isEmpty { formulas += 1 }
    let first = bytes.count
    let (kind, doubt) = text.append(cell, to: &bytes)
    if bytes.count - first > limits.cellBytes || bytes.count > limits.recordBytes {
      throw SheetFault(line: line, "a cell or row is longer than \(limits.cellBytes) bytes")
    }
    // A heading row coloured to the sheet's edge has styled cells with nothing in them.
    if column >= limits.columns {
      defer { bytes.removeLast(bytes.count - first) }
      guard bytes[first...].allSatisfy({ $0 == space }) else { throw tooWide }
      return
    }
    if let doubt {
      doubts.append(
        Record.Doubt(cell: column, says: doubt.says, hint: doubt.hint, ofColumn: doubt.column))
    }
    guard bytes.count > first || doubt != nil else { return }
    while spans.count <= column { spans.append(Record.Span(first: first, end: first)) }
    guard spans[column].first == spans[column].end else {
      throw SheetFault(
        line: line,
        "the workbook is damaged: the cell \(columnLetters(column))\(line) stands twice")
    }
    spans[column] = Record.Span(first: first, end: bytes.count, kind: kind)
    noteStrike()
  }

  private func noteStrike() {
    let reach = text.strike(cell)
    struck.note(column: column, isStruck: reach == .whole)
    guard reach == .part else { return }
    doubts.append(
      Record.Doubt(
        cell: column, says: "is struck out in part, and would be read as if all of it stood",
        hint: "Try: delete what is struck out"))
  }

  private var tooWide: SheetFault {
    SheetFault(
      line: line,
      "column \(columnLetters(column)) holds something, and a sheet may have \(limits.columns) columns",
      hint: "Try: clear the cell, or copy the table into a new sheet")
  }

  /// The first cell of an area has the value; the others would be read as blank.
  private func doubtMerged(_ merged: (column: Int, area: String, from: Int, isFirst: Bool)) {
    let column = merged.column
    let hidesValue =
      !merged.isFirst && spans.indices.contains(column) && spans[column].first < spans[column].end
    doubts.append(
      Record.Doubt(
        cell: column, says: "is one of the merged cells \(merged.area)",
        hint: hidesValue
          ? "Try: unmerge them and delete what does not belong"
          : "Try: unmerge them and fill in each", mergedWithRow: merged.from))
    while spans.count <= column { spans.append(Record.Span(first: bytes.count, end: bytes.count)) }
    guard spans[column].first == spans[column].end else { return }
    let first = bytes.count
    bytes += SheetError.merged.utf8
    spans[column] = Record.Span(first: first, end: bytes.count, kind: .error)
  }

  private func endRow() throws {
    isInRow = false
    struck.endRow(line)
    for cell in try merged.cells(ofRow: line) { doubtMerged(cell) }
    if !spans.isEmpty || !doubts.isEmpty {
      queue.add(line: line, cells: bytes, spans: spans, doubts: doubts)
    }
    bytes.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    doubts.removeAll(keepingCapacity: true)
  }
}
