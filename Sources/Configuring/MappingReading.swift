import Domain

extension Configuration {
  /// Reads the description of a known spreadsheet. Whether its headings are ours is not known here.
  public static func mapping(
    named name: String, at place: String, text: String
  ) throws(ConfigurationError) -> SheetMapping {
    let fields = try Entry.read(text, at: place).fields(
      in: "a mapping",
      allowed: ["kind", "about", "preamble", "columns", "values", "separators", "ignored"])
    var mapping = SheetMapping(
      name: name, place: place, kind: try fields.required("kind").text("kind"),
      about: try fields.optional("about")?.text("about") ?? "", text: text)
    mapping.preamble = try fields.optional("preamble")?.texts("preamble") ?? []
    mapping.ignored = try fields.optional("ignored")?.texts("ignored") ?? []
    for field in try fields.required("columns").pairs("columns") {
      mapping.columns.append(
        SheetMapping.Column(
          heading: field.key, typed: try field.entry.texts("the headings of \(quoted(field.key))"),
          line: field.origin.line))
    }
    for column in try fields.optional("values")?.pairs("values") ?? [] {
      for field in try column.entry.pairs("the values of \(quoted(column.key))") {
        for typed in try field.entry.texts("the ways to write \(quoted(field.key))") {
          mapping.values.append(
            SheetMapping.Translation(
              heading: column.key, typed: typed, means: field.key, line: field.origin.line))
        }
      }
    }
    for field in try fields.optional("separators")?.pairs("separators") ?? [] {
      mapping.separators.append(
        SheetMapping.Translation(
          heading: field.key, typed: try field.entry.text("a separator"), means: "",
          line: field.origin.line))
    }
    return mapping
  }
}

extension Entry {
  /// One text, or a list of them.
  fileprivate func texts(_ name: String) throws(ConfigurationError) -> [String] {
    guard case .list(let entries) = value else { return [try text(name)] }
    var texts: [String] = []
    for entry in entries { texts.append(try entry.text(name)) }
    return texts
  }

  /// The fields of a mapping with any keys; none for nothing.
  fileprivate func pairs(_ name: String) throws(ConfigurationError) -> [Field] {
    if isBlank { return [] }
    guard case .mapping(let fields) = value else {
      throw error("\(name) is a mapping of keys, not \(described)")
    }
    return fields
  }
}
