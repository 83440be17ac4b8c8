import Domain

extension Layout where Draft == SchoolLink {
  /// GIAS's links file, with its own column names: which school succeeded which. The linked school's
  /// name is not read: its URN decides.
  public static var links: Layout {
    var sheet = Columns()
    let urn = sheet.required("URN", holds: .urn)
    let linked = sheet.required("LinkURN", or: ["Link URN"], holds: .urn)
    let type = sheet.required("LinkType", or: ["Link type"])
    let established = sheet.optional(
      "LinkEstablishedDate", or: ["Link established date"], holds: .days)
    // The file names some pairs twice, with two dates: both rows stand and the later date is kept.
    let same = Sameness<SchoolLink>(
      key: { _ in nil }, named: { "\($0.urn) and \($0.linked)" }, hint: "")
    return Layout("links", sheet, same: same) { cells in
      let school = cells.urn(urn)
      let other = cells.urn(linked)
      let words = cells.linkType(type)
      let day = cells.dayOfRecord(established)
      if let day, day > cells.today {
        cells.note(established, "\(day.typed) is in the future: it is kept")
      }
      guard let school, let other, let words else { return nil }
      if school == other {
        cells.refuse(linked, "is the school itself", hint: "Try: check both URNs")
      }
      return SchoolLink(urn: school, linked: other, type: words, establishedOn: day)
    }
  }
}

extension Cells {
  /// One of GIAS's words in its own spelling. A word that GIAS may have added is kept and noted; one that
  /// is like a known one would lose a successor, and is refused.
  fileprivate mutating func linkType(_ column: Column) -> String? {
    guard let typed = text(column) else { return nil }
    let folded = Vocabulary.folded(typed)
    if let known = linkTypes.first(where: { Vocabulary.folded($0) == folded }) { return known }
    let kind = ["Predecessor", "Successor"].first {
      let name = Vocabulary.folded($0)
      return folded.hasPrefix(name.prefix(3)) && !folded.hasPrefix(name)
    }
    if let near = kind ?? nearest(to: typed, among: linkTypes) {
      refuse(column, "\(quoted(typed)) is no type of link in GIAS", hint: "Try: \(near)")
      return nil
    }
    note(column, "\(quoted(typed)) is no type of link known from GIAS: it is kept")
    return typed
  }
}

/// The types that GIAS's extracts have had; what follows a successor is told by the word before the hyphen.
private let linkTypes =
  ["Predecessor", "Successor"].flatMap { type in
    [type] + ["amalgamated", "merged", "Split School"].map { "\(type) - \($0)" }
  } + [
    "Result of Amalgamation", "Sixth Form Centre Link", "Sixth Form Centre School",
    "Children's Centre Link", "Closure", "Expansion", "Merged - change in age range",
    "Merged - expansion of school capacity",
    "Merged - expansion in school capacity and changer in age range", "Other", "Not applicable",
  ]
