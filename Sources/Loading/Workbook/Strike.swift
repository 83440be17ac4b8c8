/// How much of a text is struck out.
struct Strike {
  /// Whether any run of it says that it is struck out, that it is not, or leaves it to the cell.
  private(set) var hasStruck = false
  private(set) var hasPlain = false
  private(set) var hasUnsaid = false

  enum Reach { case none, part, whole }

  /// Whether the text has runs that say how they look.
  var isSaid: Bool { hasStruck || hasPlain }

  mutating func note(_ run: StrikeRun) {
    switch run.isStruck {
    case true: hasStruck = true
    case false: hasPlain = true
    case nil: hasUnsaid = true
    }
  }

  /// - Parameter isCellStruck: whether the cell itself is formatted so.
  func reach(isCellStruck: Bool) -> Reach {
    let struck = hasStruck || isCellStruck && (hasUnsaid || !isSaid)
    let plain = hasPlain || !isCellStruck && (hasUnsaid || !isSaid)
    return struck ? plain ? .part : .whole : .none
  }
}

/// The look of the run of rich text that is being read: ECMA-376 part 1, 18.4.
struct StrikeRun {
  /// Nil where the run leaves it to the cell.
  private(set) var isStruck: Bool?
  private(set) var isOpen = false

  mutating func start(_ element: XMLElement) {
    switch element.name {
    case "r":
      isStruck = nil
      isOpen = true
    case "rPr": isStruck = isStruck ?? false
    case "strike": isStruck = element["val"] == nil || element.flag("val")
    default: return
    }
  }

  mutating func end() {
    isStruck = nil
    isOpen = false
  }
}

/// What of a sheet is struck out and was read all the same.
struct StruckCells {
  private var rows: [Int] = []
  private var rowCount = 0
  private var cells: [String] = []
  private var cellCount = 0
  /// Of the row that is being read: which filled cells are struck out, and how many are filled.
  private var inRow: [Int] = []
  private var filled = 0

  mutating func note(column: Int, isStruck: Bool) {
    filled += 1
    if isStruck { inRow.append(column) }
  }

  mutating func endRow(_ line: Int) {
    defer {
      filled = 0
      inRow.removeAll(keepingCapacity: true)
    }
    if inRow.isEmpty { return }
    if inRow.count == filled {
      rowCount += 1
      if rows.count < 10 { rows.append(line) }
    } else {
      cellCount += inRow.count
      for column in inRow where cells.count < 10 { cells.append("\(columnLetters(column))\(line)") }
    }
  }

  var news: [String] {
    var news: [String] = []
    if rowCount > 0 {
      let lines = rows.map(String.init).joined(separator: ", ")
      news.append(
        rowCount == 1
          ? "1 row is struck out and is read all the same (\(lines))"
          : "\(rowCount) rows are struck out and are read all the same (\(lines)\(rowCount > rows.count ? ", ..." : ""))"
      )
    }
    if cellCount > 0 {
      let places = cells.joined(separator: ", ") + (cellCount > cells.count ? ", ..." : "")
      news.append(
        cellCount == 1
          ? "1 cell is struck out and is not taken for blank (\(places))"
          : "\(cellCount) cells are struck out and are not taken for blank (\(places))")
    }
    return news
  }
}
