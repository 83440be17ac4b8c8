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
  /// TRN columns that nothing but a remark tells apart from the person's own: `TRN (mentor)`.
  let ofSomebodyElse: [(column: Int, cell: Int)]

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
    var others: [(column: Int, cell: Int)] = []
    for (cell, heading) in typed.enumerated() where columns.mapping == nil {
      guard !cells.contains(cell), let column = decorated[withoutBrackets(heading)],
        columns.plans[column].holds == .trn, cells[column] == nil
      else { continue }
      if saysWhoseOwn(heading) { cells[column] = cell } else { others.append((column, cell)) }
    }
    self.cells = cells
    self.doubled = doubled
    ofSomebodyElse = others.filter { cells[$0.column] == nil }
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

  /// The layout's headings that were not found.
  func missingHeadings(of columns: Columns) -> [HeadingSpelling] {
    columns.plans.indices.filter { cells[$0] == nil }
      .map { HeadingSpelling(columns.plans[$0].heading) }
  }
}

/// Whether what a TRN's heading has in brackets leaves it the person's own: `T.R.N. (from the DfE)`.
private func saysWhoseOwn(_ heading: String) -> Bool {
  bracketed(heading).flatMap(headingWords).allSatisfy {
    ownWords.contains($0) || remarks.contains($0) || $0.allSatisfy(\.isNumber)
  }
}

private let ownWords: Set<String> = [
  "from", "the", "dfe", "of", "for", "in", "as", "on", "teacher", "teachers", "reference", "number",
  "no", "ref", "trn", "seven", "own", "person", "candidate", "employee", "staff", "member", "held",
  "issued", "by", "gias", "tra", "gtc", "where", "when", "available", "with", "leading", "zeros",
  "zeroes", "including", "must", "be", "only", "blank", "leave", "not", "none", "unknown", "e", "g",
]

/// Letters and digits alone, without what stands in brackets: `T.R.N. (from the DfE)` is `trn`.
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
