/// Rows under titles, for reading on a terminal or for `cut` and `awk`.
///
/// Columns are aligned by what a reader sees, not by code points. Nothing is cut unless the caller
/// gives the width of a terminal, and then only where a column says it can shrink. Cells may hold
/// anything; whatever a terminal must not see is escaped.
public struct Table: Sendable {
  public let columns: [Column]
  public private(set) var rows: [[Cell]] = []
  /// What to say instead of a table without rows; unstyled.
  public let whenEmpty: String

  public init(_ columns: [Column], whenEmpty: String) {
    self.columns = columns
    self.whenEmpty = whenEmpty
  }

  /// Adds a row. Cells it lacks at the end are empty; it must not have more cells than columns.
  public mutating func add(_ cells: [Cell]) {
    assert(cells.count <= columns.count, "a row is wider than its table")
    let missing = max(0, columns.count - cells.count)
    rows.append(cells.prefix(columns.count) + Array(repeating: "", count: missing))
  }

  public mutating func add(_ texts: [String]) {
    add(texts.map { Cell($0) })
  }

  /// The table for a reader: titles in capitals, two spaces between columns, every line ended by a
  /// line feed and without spaces before it.
  ///
  /// - Parameters:
  ///   - width: display columns of the terminal; nil (no terminal) means nothing is cut. When the
  ///     columns that can shrink are at their minimum and it is still too wide, lines run over.
  ///   - colour: whether the titles and the cells' tones are marked.
  public func text(width: Int?, colour: Bool) -> String {
    guard !rows.isEmpty else { return shown(whenEmpty) + "\n" }
    let style = Style(isOn: colour)
    let titles = columns.map { Cell($0.title.uppercased(), .bold) }
    let lines = ([titles] + rows).map { $0.map(MeasuredCell.init) }
    let widths = widths(of: lines, within: width)
    var text = ""
    for line in lines { append(line, widths: widths, style: style, to: &text) }
    return text
  }

  /// The table for a program: one line of titles, one line a row, cells separated by tabs and never
  /// cut. A tab or line end inside a cell is escaped, so columns stay countable. An empty table is
  /// its titles alone.
  public func plainText() -> String {
    let lines = [columns.map(\.title)] + rows.map { $0.map(\.text) }
    return lines.map { $0.map { shown($0) }.joined(separator: "\t") + "\n" }.joined()
  }

  /// The table for a spreadsheet, with its cells as they were typed but for the apostrophe that
  /// keeps a formula from running.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: columns.map(\.title))
    for row in rows { writer.write(row.map(\.text)) }
    return writer.bytes
  }

  // MARK: Laying out

  private static let gap = 2

  private func append(
    _ line: [MeasuredCell], widths: [Int], style: Style, to text: inout String
  ) {
    var pending = 0
    for (column, whole) in line.enumerated() {
      let cell = whole.cut(to: widths[column])
      let padding = widths[column] - cell.width
      let isLeading = columns[column].alignment == .leading
      if !isLeading { pending += padding }
      if !cell.shown.isEmpty {
        text += String(repeating: " ", count: pending) + style.marked(cell.shown, cell.tone)
        pending = 0
      }
      pending += (isLeading ? padding : 0) + Table.gap
    }
    text += "\n"
  }

  /// The width of each column: that of its widest cell, or less where it can shrink and must.
  private func widths(of lines: [[MeasuredCell]], within width: Int?) -> [Int] {
    var natural = columns.map { _ in 0 }
    for line in lines {
      for (column, cell) in line.enumerated() {
        natural[column] = max(natural[column], cell.width)
      }
    }
    guard let width else { return natural }
    let room = width - Table.gap * max(0, columns.count - 1)
    guard natural.reduce(0, +) > room else { return natural }
    return shrunk(natural, floors: floors(natural), to: room)
  }

  private func floors(_ natural: [Int]) -> [Int] {
    zip(columns, natural).map { column, natural in
      guard column.canShrink else { return natural }
      let title = displayWidth(shown(column.title.uppercased()))
      return min(natural, max(column.minimumWidth, title))
    }
  }

  /// Takes from the widest columns first: every one is cut to the same level, the highest that
  /// leaves them within the room, but none below its floor. What is left over goes to the first
  /// columns that the level cut, one display column each.
  private func shrunk(_ natural: [Int], floors: [Int], to room: Int) -> [Int] {
    func widths(at level: Int) -> [Int] {
      zip(natural, floors).map { min($0, max($1, level)) }
    }
    var level = 0
    var tooHigh = natural.max() ?? 0
    while tooHigh - level > 1 {
      let middle = (level + tooHigh) / 2
      if widths(at: middle).reduce(0, +) <= room { level = middle } else { tooHigh = middle }
    }
    var result = widths(at: level)
    var spare = room - result.reduce(0, +)
    for column in result.indices where spare > 0 && result[column] == level {
      guard natural[column] > level else { continue }
      result[column] += 1
      spare -= 1
    }
    return result
  }
}

/// A cell as it will be printed, with the display columns it takes.
private struct MeasuredCell {
  let typed: String
  let shown: String
  let width: Int
  let tone: Style.Tone?

  init(_ cell: Table.Cell) {
    self.init(typed: cell.text, shown: Reporting.shown(cell.text), tone: cell.tone)
  }

  private init(typed: String, shown: String, tone: Style.Tone?) {
    self.typed = typed
    self.shown = shown
    self.width = displayWidth(shown)
    self.tone = tone
  }

  /// Cuts what was typed, not what is shown: an escape is never halved.
  func cut(to limit: Int) -> MeasuredCell {
    guard width > limit else { return self }
    return MeasuredCell(typed: typed, shown: Reporting.shown(typed, limit: limit), tone: tone)
  }
}
