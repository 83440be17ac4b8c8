import Domain

/// One record held against a layout's headings.
struct HeadingMatch {
  let line: Int
  /// The record's cells as typed, trimmed.
  let typed: [String]
  /// For each of the layout's columns the cell it stands in, or nil.
  let cells: [Int?]
  /// Columns whose heading stands in more than one cell: column and second cell.
  let doubled: [(column: Int, cell: Int)]

  init(_ typed: [String], line: Int, columns: Columns, table: [String: Int]) {
    self.line = line
    self.typed = typed
    let decorated = columns.mapping == nil ? columns.byBareHeading : [:]
    var cells = [Int?](repeating: nil, count: columns.plans.count)
    var doubled: [(column: Int, cell: Int)] = []
    for (cell, heading) in typed.enumerated() {
      guard let column = table[foldedHeading(heading)] ?? decorated[bareHeading(heading)] else {
        continue
      }
      if cells[column] == nil { cells[column] = cell } else { doubled.append((column, cell)) }
    }
    for (cell, heading) in typed.enumerated() where columns.mapping == nil {
      guard !cells.contains(cell), let column = decorated[withoutBrackets(heading)],
        columns.plans[column].holds == .trn
      else { continue }
      if cells[column] == nil { cells[column] = cell }
    }
    self.cells = cells
    self.doubled = doubled
  }

  var known: Int { cells.count { $0 != nil } }

  /// The needs of the layout that no alternative meets.
  func missing(_ columns: Columns) -> [[[Int]]] {
    columns.needs.filter { need in
      !need.contains { alternative in alternative.allSatisfy { cells[$0] != nil } }
    }
  }

  /// Cells with a heading that is not one of the layout's, except the `Reason` of a rejects file.
  func ignored(_ table: [String: Int]) -> [String] {
    typed.enumerated().filter { cell, heading in
      let folded = foldedHeading(heading)
      return !folded.isEmpty && folded != "reason" && table[folded] == nil && !cells.contains(cell)
    }.map(\.element)
  }

  /// The layout's heading nearest to a strange one, among those not found; nil when none is near.
  func nearestHeading(to strange: String, in columns: Columns) -> String? {
    let open = columns.plans.indices.filter { cells[$0] == nil }
    return nearest(to: strange, among: open.map { columns.plans[$0].heading })
  }
}

/// Letters and digits alone, without what stands in brackets: `T.R.N. (from the DfE)` is `trn`. Digits in a TRN's cells are
/// checked, so that such a heading can be read for what it is.
private func withoutBrackets(_ heading: String) -> String {
  var depth = 0
  var outside = ""
  for letter in heading {
    if letter == "(" { depth += 1 }
    if depth == 0 { outside.append(letter) }
    if letter == ")" { depth = max(0, depth - 1) }
  }
  return foldedHeading(outside.filter { $0.isLetter || $0.isNumber })
}

/// The candidate a few slips of the keyboard away, the first of the nearest; nil when none is near.
func nearest(to typed: String, among candidates: [String]) -> String? {
  let wanted = Array(foldedHeading(typed).utf8)
  guard wanted.count <= 60 else { return nil }
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let distance = editDistance(wanted, Array(foldedHeading(candidate).utf8))
    if distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  guard let best, best.distance <= max(1, wanted.count / 4) else { return nil }
  return best.name
}
