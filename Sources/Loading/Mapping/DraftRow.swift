import Domain

/// A row of a sheet that may be its headings, with what stands under it: what every kind asks of it is
/// worked out once.
final class DraftRow {
  let texts: [String]
  /// The lines above, each by its first cell with something in it.
  let preamble: [String]
  /// The filled cells under each heading.
  private(set) lazy var values = texts.indices.map { cell in
    body.compactMap { cell < $0.count && !$0[cell].isEmpty ? $0[cell] : nil }
  }
  private(set) lazy var names = texts.map { (folded: foldedHeading($0), bare: bareHeading($0)) }
  private(set) lazy var likenesses = texts.map { looks.likenesses(of: $0) }
  /// Whether it has numbers or days that only rows have.
  private(set) lazy var isOfData = texts.contains(where: Columns.Holds.isData)
  /// Whether several texts stand above rows of other things.
  private(set) lazy var hasTextsAbove: Bool = {
    let isData = { (text: String) in
      text.utf8.contains(where: isDigit) && text.utf8.allSatisfy { isDigit($0) || $0 < 0x40 }
    }
    return filled.count > 2 && Set(filled).count == filled.count && !filled.contains(where: isData)
      && values.contains { $0.count >= 3 }
  }()
  private(set) lazy var filled = texts.filter { !$0.isEmpty }

  private let body: ArraySlice<[String]>
  private let looks: DraftLooks
  private let vocabulary: Vocabulary
  private var fitting: [Columns.Holds: [Int: Bool?]] = [:]
  private var known: [Columns.Holds: [Bool]] = [:]

  init(_ rows: [[String]], at index: Int, _ looks: DraftLooks, _ vocabulary: Vocabulary) {
    texts = rows[index]
    self.looks = looks
    body = rows[(index + 1)...]
    preamble = rows[..<index].map { $0.first { !$0.isEmpty } ?? "" }
    self.vocabulary = vocabulary
  }

  /// Whether what stands under a heading is what such a column holds; nil where that cannot be told.
  func fits(_ cell: Int, _ holds: Columns.Holds) -> Bool? {
    if let answer = fitting[holds]?[cell] { return answer }
    let answer = holds.fits(values[cell]) {
      looks.held(holds, under: cell, from: body.startIndex, vocabulary)
    }
    fitting[holds, default: [:]].updateValue(answer, forKey: cell)
    return answer
  }

  /// By filled heading, whether it is a word of such a column's list.
  func areWords(_ holds: Columns.Holds) -> [Bool] {
    if let answer = known[holds] { return answer }
    let answer = filled.map { holds.knows($0, vocabulary) }
    known[holds] = answer
    return answer
  }
}

/// What the cells of a sheet's first rows are like, and which are what a column holds: each is looked at once,
/// whichever row above them is taken for the headings.
final class DraftLooks {
  private struct Key: Hashable {
    let holds: Columns.Holds
    let cell: Int
  }

  private let rows: [[String]]
  private var likenesses: [String: Likenesses] = [:]
  /// By row, how many there are from it on.
  private var counts: [Key: [Int]] = [:]

  init(_ rows: [[String]]) { self.rows = rows }

  func likenesses(of text: String) -> Likenesses {
    if let known = likenesses[text] { return known }
    let found = Likenesses(text)
    likenesses[text] = found
    return found
  }

  /// How many cells of a column, from a row on, are what another holds.
  func held(
    _ holds: Columns.Holds, under cell: Int, from row: Int, _ vocabulary: Vocabulary
  ) -> Int {
    let key = Key(holds: holds, cell: cell)
    if let known = counts[key] { return known[row] }
    var count = [Int](repeating: 0, count: rows.count + 1)
    if let test = holds.test(vocabulary) {
      for at in rows.indices.reversed() {
        let isFilled = cell < rows[at].count && !rows[at][cell].isEmpty
        count[at] = count[at + 1] + (isFilled && test(rows[at][cell]) ? 1 : 0)
      }
    }
    counts[key] = count
    return count[row]
  }
}
