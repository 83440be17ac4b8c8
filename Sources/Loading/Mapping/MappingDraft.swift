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
    let looks = DraftLooks(sketch.rows)
    let rows = sketch.rows.indices.prefix(limits.headingsLine).map {
      DraftRow(sketch.rows, at: $0, looks, vocabulary)
    }
    var best: DraftPlacing?
    for (noun, columns) in knownKinds where kind == nil || kind == noun {
      let known = mappings.filter { $0.kind == noun }.flatMap(\.columns)
      let columns = DraftColumns(noun, columns, known: known)
      for row in rows {
        let placing = DraftPlacing(columns, row, vocabulary)
        if placing.canBeHeadings(vocabulary), placing.isBetter(than: best) { best = placing }
      }
    }
    guard let best, best.placed.count > 0 else { return nil }
    self.kind = best.noun
    lacks = best.lacks
    text = DraftText(best, file: file, vocabulary: vocabulary).text
  }
}
