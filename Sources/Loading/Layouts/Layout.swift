import Domain

/// A kind of sheet: its columns by heading, and how a record's cells become a draft.
///
/// Every kind is a static property in a file of its own or with its likes: `.people`, `.needs`, ...
public struct Layout<Draft: Sendable>: Sendable {
  /// What the sheet holds, for messages: `people`.
  public let noun: String
  let columns: Columns
  let sameness: Sameness<Draft>
  /// Nil when the row was refused; a draft of a row with any refusal is not used.
  let draft: @Sendable (inout Cells) -> Draft?

  init(
    _ noun: String, _ columns: Columns, same: Sameness<Draft>,
    draft: @escaping @Sendable (inout Cells) -> Draft?
  ) {
    self.noun = noun
    self.columns = columns
    self.sameness = same
    self.draft = draft
  }
}

/// When two rows of one sheet speak of the same thing.
struct Sameness<Draft: Sendable>: Sendable {
  /// Equal for two rows about the same thing; nil when a row cannot be compared.
  let key: @Sendable (Draft) -> UInt64?
  /// The thing in words: `the TRN 1234567`.
  let named: @Sendable (Draft) -> String
  /// What to try when two rows about it disagree.
  let hint: String
  /// Whether the key of a row that is refused can be believed.
  var isSure: @Sendable (Draft) -> Bool = { _ in true }
}

/// Every kind's columns by its noun, to recognise a sheet given as the wrong kind.
let knownKinds: [(String, Columns)] = [
  (Layout.schools.noun, Layout.schools.columns),
  (Layout.settings.noun, Layout.settings.columns),
  (Layout.clusters.noun, Layout.clusters.columns),
  (Layout.people.noun, Layout.people.columns),
  (Layout.designations.noun, Layout.designations.columns),
  (Layout.posts.noun, Layout.posts.columns),
  (Layout.release.noun, Layout.release.columns),
  (Layout.needs.noun, Layout.needs.columns),
  (Layout.links.noun, Layout.links.columns),
  (Layout.steps.noun, Layout.steps.columns),
  (Layout.programmes.noun, Layout.programmes.columns),
  (Layout.readiness.noun, Layout.readiness.columns),
  (Layout.specialisms.noun, Layout.specialisms.columns),
  (Layout.conflicts.noun, Layout.conflicts.columns),
  (Layout.availability.noun, Layout.availability.columns),
  (Layout.vetting.noun, Layout.vetting.columns),
  (Layout.placements.noun, Layout.placements.columns),
]
