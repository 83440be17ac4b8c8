import Domain

/// What a kind of sheet holds, for somebody who has to fill one in.
public struct SheetOutline: Sendable {
  public struct Column: Sendable {
    public let heading: String
    /// The other headings it is known by.
    public let synonyms: [String]
    /// Whether no row does without it.
    public let isRequired: Bool
    /// Whether the heading has to be there, though its cells may be blank.
    public let isHeadingNeeded: Bool
    /// What may stand in it, in words; empty for any text.
    public let note: String
    /// The words it is filled from; none when there is no list.
    public let allowed: [String]
    /// Whether several may stand in a cell, with semicolons between.
    public let takesSeveral: Bool
    public let form: Form
  }

  /// How a spreadsheet has to keep the cells of a column.
  public enum Form: Sendable {
    /// As typed, whatever they look like: a reference number keeps its zeros.
    case text
    case number
    case day
    /// Long, and nothing that looks like a number.
    case prose
  }

  /// The kind: `people`.
  public let noun: String
  public let columns: [Column]
  /// Headings of which a sheet has to have at least one group: `Surname and Forename`, or `Name`.
  public let alternatives: [[[String]]]

  init(_ noun: String, _ columns: Columns, _ vocabulary: Vocabulary) {
    self.noun = noun
    let needed = Set(columns.needs.compactMap { $0.count == 1 ? $0[0] : nil }.joined())
    self.columns = columns.plans.enumerated().map { position, plan in
      let (note, allowed, several) = plan.holds.described(vocabulary)
      return Column(
        heading: plan.heading, synonyms: plan.synonyms, isRequired: plan.needsValue,
        isHeadingNeeded: needed.contains(position), note: note,
        allowed: allowed, takesSeveral: several, form: plan.holds.form)
    }
    alternatives = columns.needs.filter { $0.count > 1 }.map { need in
      need.map { $0.map { columns.plans[$0].heading } }
    }
  }
}

extension Layout {
  /// The layout for somebody who has to fill in such a sheet.
  public func outline(_ vocabulary: Vocabulary) -> SheetOutline {
    SheetOutline(noun, columns, vocabulary)
  }
}

extension Columns.Holds {
  fileprivate var form: SheetOutline.Form {
    switch self {
    case .days: .day
    case .number: .number
    case .prose, .names: .prose
    default: .text
    }
  }

  fileprivate func described(_ vocabulary: Vocabulary) -> (String, [String], Bool) {
    switch self {
    case .words, .fullName: ("", [], false)
    case .prose: ("any text", [], false)
    case .days: ("day/month/year, such as 18/01/2027", [], false)
    case .name(let list): ("", list.list(in: vocabulary).names, false)
    case .names(let list): ("", list.list(in: vocabulary).names, true)
    case .choice(let words): ("", words, false)
    case .number(let range, _): (range, [], false)
    case .yesOrNo: ("", ["yes", "no"], false)
    case .trn: ("seven digits, formatted as text so that zeros stay", [], false)
    case .urn: ("the school's six digits in GIAS: talent school find", [], false)
    case .settingReference: ("the reference of a nursery or centre without a URN", [], false)
    case .personNumber: ("a person's number, such as P17", [], false)
    }
  }
}
