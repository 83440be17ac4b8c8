import Domain

/// The headings of one row held against the columns of one kind.
struct DraftPlacing {
  /// Why a heading is thought to be a column.
  enum Reason { case name, calling, likeness, values }

  /// By cell: our column, and why.
  private(set) var placed: [Int: (column: Int, reason: Reason)] = [:]
  /// By cell: columns its values would fit, when there are several.
  private(set) var open: [Int: [Int]] = [:]
  private let kind: DraftColumns
  private let row: DraftRow
  /// Our columns that have their heading.
  private var taken: Set<Int> = []

  var noun: String { kind.noun }
  var columns: Columns { kind.columns }
  var headings: [String] { row.texts }
  var preamble: [String] { row.preamble }
  var values: [[String]] { row.values }

  init(_ kind: DraftColumns, _ row: DraftRow, _ vocabulary: Vocabulary) {
    self.kind = kind
    self.row = row
    placeByName()
    if placed.count < 2, row.isOfData { return }
    place(.calling)
    place(.likeness)
    if placed.count > 1 || columns.needs.count < 2 || looksLikeHeadings(vocabulary) {
      placeByValues()
    }
  }

  var lacks: [String] {
    let found = Set(placed.values.map(\.column))
    return columns.needs.filter { need in !need.contains { found.isSuperset(of: $0) } }.map {
      need in
      need.map { $0.map { columns.plans[$0].heading }.joined(separator: " and ") }
        .joined(separator: " or ")
    }
  }

  func isBetter(than other: DraftPlacing?) -> Bool {
    guard let other else { return !placed.isEmpty }
    let mine = placed.values.count { $0.reason != .values }
    let theirs = other.placed.values.count { $0.reason != .values }
    // Of one that could load and one that could not, the first, unless by its cells alone.
    let isMore = placed.count - other.placed.count
    if lacks.isEmpty != other.lacks.isEmpty {
      return lacks.isEmpty
        ? mine > 1 || theirs < 2 || isMore >= 0 : mine > 1 && theirs < 2 && isMore > 0
    }
    return (mine, placed.count + open.count) > (theirs, other.placed.count + other.open.count)
  }

  /// Whether the row can hold headings at all: some of them known, or texts over other things, and no numbers or
  /// days that only rows have.
  func canBeHeadings(_ vocabulary: Vocabulary) -> Bool {
    let named = placed.values.count { $0.reason == .name }
    if named > 1 { return true }
    if row.isOfData { return false }
    return named > 0 || placed.values.count { $0.reason != .values } > 1
      || looksLikeHeadings(vocabulary)
  }

  /// Several texts, few of which are what a column holds, above rows that hold other things.
  private func looksLikeHeadings(_ vocabulary: Vocabulary) -> Bool {
    guard row.hasTextsAbove else { return false }
    let lists = Set(columns.plans.map(\.holds)).map { row.areWords($0) }
    let words = row.filled.indices.count { at in lists.contains { $0[at] } }
    return words * 3 < row.filled.count
  }

  private mutating func placeByName() {
    for (cell, name) in row.names.enumerated() {
      guard let column = kind.names[name.folded] ?? kind.bareNames[name.bare],
        taken.insert(column).inserted
      else { continue }
      placed[cell] = (column, .name)
    }
  }

  private mutating func place(_ reason: Reason) {
    for cell in headings.indices where placed[cell] == nil && !headings[cell].isEmpty {
      let column = reason == .calling ? likelyName(cell) : likeness(cell)
      if let column, taken.insert(column).inserted { placed[cell] = (column, reason) }
    }
  }

  /// Whether a column may still be the heading's, by its name and the cells under it.
  private func isFree(_ column: Int, for cell: Int) -> Bool {
    let plan = columns.plans[column]
    return !taken.contains(column) && plan.mayBeCalled(headings[cell])
      && row.fits(cell, plan.holds) != false
  }

  /// The one free column that people call so.
  private func likelyName(_ cell: Int) -> Int? {
    let short = row.likenesses[cell].heading.short
    let called = (kind.callings[short] ?? []).filter { isFree($0, for: cell) }
    return called.count == 1 ? called[0] : nil
  }

  /// The one free column whose name is nearly this, or stands inside it, or the other way about.
  private func likeness(_ cell: Int) -> Int? {
    let likeness = row.likenesses[cell]
    if let near = slip(cell, likeness.slips) { return near }
    guard likeness.heading.short.count >= 4 else { return nil }
    return only(of: likeness.within) { isFree($0, for: cell) }
      ?? only(of: likeness.sharing) { isFree($0, for: cell) }
  }

  /// The free column whose name is the fewest slips of the keyboard away.
  private func slip(_ cell: Int, _ slips: [Int: Int]) -> Int? {
    if slips.isEmpty { return nil }
    var best: (slips: Int, column: Int)?
    for (column, name) in kind.spellings {
      guard let slips = slips[name], slips < best?.slips ?? Int.max, isFree(column, for: cell)
      else { continue }
      best = (slips, column)
    }
    return best?.column
  }

  /// The one column with such a name of which something holds.
  private func only(of names: Set<Int>, where holds: (Int) -> Bool) -> Int? {
    if names.isEmpty { return nil }
    let columns = Set(kind.spellings.filter { names.contains($0.name) }.map(\.column)).filter(holds)
    return columns.count == 1 ? columns.first : nil
  }

  private mutating func placeByValues() {
    for cell in headings.indices where placed[cell] == nil && values[cell].count >= 2 {
      let fitting = columns.plans.indices.filter {
        !taken.contains($0) && row.fits(cell, columns.plans[$0].holds) == true
      }
      if let column = fitting.count == 1
        ? fitting[0] : only(of: row.likenesses[cell].sharing, where: fitting.contains)
      {
        placed[cell] = (column, .values)
        taken.insert(column)
      } else if fitting.count > 1 {
        open[cell] = fitting
      }
    }
  }
}
