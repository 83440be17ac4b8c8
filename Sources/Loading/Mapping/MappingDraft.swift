import Domain

/// A mapping proposed for a sheet nobody described yet, for a person to edit.
///
/// Headings are placed by name (ours, or that of a mapping that is known), then by what people often call a
/// column, then by a name within a few slips of the keyboard, then by what their cells hold when one column alone fits; so is a sheet none of
/// whose headings anybody knows. Words no list knows are translated where one of its words is near or
/// begins with those letters. The rest is a comment.
public struct MappingDraft: Sendable {
  public let kind: String
  /// The mapping as YAML.
  public let text: String
  /// What it lacks to load at all, in words; empty when nothing.
  public let lacks: [String]

  /// Nil when no row among the first looks like headings.
  public init?(
    of sketch: SheetSketch, named file: String, kind: String? = nil,
    knowing mappings: [SheetMapping] = [], vocabulary: Vocabulary, limits: Limits = .default
  ) {
    var best: DraftPlacing?
    for (noun, columns) in knownKinds where kind == nil || kind == noun {
      let known = mappings.filter { $0.kind == noun }.flatMap(\.columns)
      for (index, row) in sketch.rows.prefix(limits.headingsLine).enumerated() {
        let placing = DraftPlacing(
          noun, columns, known: known, headings: row, body: Array(sketch.rows.dropFirst(index + 1)),
          preamble: sketch.rows[..<index].map { $0.first { !$0.isEmpty } ?? "" },
          vocabulary: vocabulary)
        if placing.canBeHeadings(vocabulary), placing.isBetter(than: best) { best = placing }
      }
    }
    guard let best, best.placed.count > 0 else { return nil }
    self.kind = best.noun
    lacks = best.lacks
    text = DraftText(best, file: file, vocabulary: vocabulary).text
  }
}

/// The headings of one row held against the columns of one kind.
struct DraftPlacing {
  /// Why a heading is thought to be a column.
  enum Reason { case name, calling, likeness, values }

  let noun: String
  let columns: Columns
  let headings: [String]
  let preamble: [String]
  /// By cell: our column, and why.
  private(set) var placed: [Int: (column: Int, reason: Reason)] = [:]
  /// By cell: columns its values would fit, when there are several.
  private(set) var open: [Int: [Int]] = [:]
  private(set) var values: [[String]] = []

  init(
    _ noun: String, _ columns: Columns, known: [SheetMapping.Column], headings: [String],
    body: [[String]], preamble: [String], vocabulary: Vocabulary
  ) {
    self.noun = noun
    self.columns = columns
    self.headings = headings
    self.preamble = preamble
    values = headings.indices.map { cell in
      body.compactMap { cell < $0.count && !$0[cell].isEmpty ? $0[cell] : nil }
    }
    placeByName(known, vocabulary)
    if placed.count > 1 || columns.needs.count < 2 || looksLikeHeadings(vocabulary) {
      placeByValues(vocabulary)
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
    if headings.contains(where: Columns.Holds.isData) { return false }
    return named > 0 || placed.values.count { $0.reason != .values } > 1
      || looksLikeHeadings(vocabulary)
  }

  /// Several texts, none of which is what a column holds, above rows that hold other things.
  private func looksLikeHeadings(_ vocabulary: Vocabulary) -> Bool {
    let texts = headings.filter { !$0.isEmpty }
    let isData = { (text: String) in
      text.utf8.contains(where: isDigit) && text.utf8.allSatisfy { isDigit($0) || $0 < 0x40 }
    }
    let words = texts.count { text in columns.plans.contains { $0.holds.knows(text, vocabulary) } }
    return texts.count > 2 && Set(texts).count == texts.count && !texts.contains(where: isData)
      && values.contains { $0.count >= 3 } && words * 3 < texts.count
  }

  private mutating func placeByName(_ known: [SheetMapping.Column], _ vocabulary: Vocabulary) {
    var table = columns.byFoldedHeading
    for column in known {
      guard let at = columns.plans.firstIndex(where: { $0.heading == column.heading }) else {
        continue
      }
      for typed in column.typed where table[foldedHeading(typed)] == nil {
        table[foldedHeading(typed)] = at
      }
    }
    let bare = columns.byBareHeading
    var taken: Set<Int> = []
    for (cell, heading) in headings.enumerated() {
      guard let column = table[foldedHeading(heading)] ?? bare[bareHeading(heading)],
        taken.insert(column).inserted
      else { continue }
      placed[cell] = (column, .name)
    }
    for (place, reason) in [(likelyName, Reason.calling), (likeness, .likeness)] {
      for (cell, heading) in headings.enumerated() where placed[cell] == nil && !heading.isEmpty {
        let free = columns.plans.indices.filter {
          !taken.contains($0) && columns.plans[$0].mayBeCalled(heading)
            && columns.plans[$0].holds.fits(values[cell], vocabulary) != false
        }
        guard let column = place(heading, free), taken.insert(column).inserted else { continue }
        placed[cell] = (column, reason)
      }
    }
  }

  /// The one free column that people call so.
  private func likelyName(_ heading: String, _ free: [Int]) -> Int? {
    let bare = beforeBrackets(heading)
    let called = free.filter { at in
      LikelyHeadings.names(of: columns.plans[at].heading, in: noun).contains {
        foldedHeading($0) == bare
      }
    }
    return called.count == 1 ? called[0] : nil
  }

  /// The one free column whose name is nearly this, or stands inside it, or the other way about.
  private func likeness(_ heading: String, _ free: [Int]) -> Int? {
    let spellings = free.flatMap { at in
      ([columns.plans[at].heading] + columns.plans[at].synonyms).map { (at, $0) }
    }
    // What we call one column ourselves is no slip for another: a TRN is no URN.
    let isOurs = knownKinds.contains { $1.byFoldedHeading[foldedHeading(heading)] != nil }
    if !isOurs, foldedHeading(heading).count > 2,
      let near = nearest(to: heading, among: spellings.map(\.1))
    {
      return spellings.first { $0.1 == near }?.0
    }
    let folded = beforeBrackets(heading)
    guard folded.count >= 4 else { return nil }
    let within = Set(
      spellings.filter {
        let own = beforeBrackets($0.1)
        return own.count >= 4 && (folded.contains(own) || isPart(heading, folded, of: $0.1, own))
      }.map(\.0))
    return within.count == 1 ? within.first : sharing(heading, free)
  }

  /// The one column of some whose name has a word of five letters or more in common with a heading.
  private func sharing(_ heading: String, _ free: [Int]) -> Int? {
    let words = longWords(heading)
    let sharing = free.filter { at in
      let plan = columns.plans[at]
      return ([plan.heading] + plan.synonyms).contains { !longWords($0).isDisjoint(with: words) }
    }
    return sharing.count == 1 ? sharing.first : nil
  }

  private mutating func placeByValues(_ vocabulary: Vocabulary) {
    for cell in headings.indices where placed[cell] == nil && values[cell].count >= 2 {
      let taken = Set(placed.values.map(\.column))
      let fitting = columns.plans.indices.filter {
        !taken.contains($0) && columns.plans[$0].holds.fits(values[cell], vocabulary) == true
      }
      if let column = fitting.count == 1 ? fitting[0] : sharing(headings[cell], fitting) {
        placed[cell] = (column, .values)
      } else if fitting.count > 1 {
        open[cell] = fitting
      }
    }
  }
}

private func longWords(_ heading: String) -> Set<String> {
  Set(
    heading.lowercased().split { !$0.isLetter }.filter { $0.count >= 5 && $0 != "school" }
      .map(String.init))
}

/// Whether a heading is the beginning of another, or some of its words: `Code` is no part of `Postcode`.
private func isPart(
  _ heading: String, _ folded: String, of other: String, _ otherFolded: String
) -> Bool {
  otherFolded.hasPrefix(folded) || Set(headingWords(heading)).isSubset(of: headingWords(other))
}

/// Without what stands in brackets, and without marks: `Max travel (miles)?` is `maxtravel`.
private func beforeBrackets(_ heading: String) -> String {
  foldedHeading(heading.split(separator: "(", omittingEmptySubsequences: false).first ?? "")
    .filter { !".:?*!".contains($0) }
}
