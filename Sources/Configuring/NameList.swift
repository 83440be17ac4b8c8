import Domain

/// A list of names being read: every spelling stands for one name only.
struct NameList {
  private let noun: String
  private let owner: Entry
  private var names: [String] = []
  private var aliases: [String: String] = [:]
  /// Folded spelling to the name it stands for.
  private var taken: [String: String] = [:]

  /// Longest name or alias, in characters.
  static let longest = 100

  init(_ list: VocabularyList, from entry: Entry) throws(ConfigurationError) {
    noun = list.noun
    owner = entry
    guard list == .specialisms else {
      for item in try entry.list(list.key) { try add(item) }
      return
    }
    guard case .mapping(let groups) = entry.value else {
      throw entry.error("groups is a mapping of groups, not \(entry.described)")
    }
    for group in groups {
      for item in try group.entry.list("the group \(quoted(group.key))") { try add(item) }
    }
  }

  func finished() throws(ConfigurationError) -> Vocabulary.List {
    guard !names.isEmpty else { throw owner.error("the list of each \(noun) is empty") }
    return Vocabulary.List(noun: noun, names: names, aliases: aliases)
  }

  /// `Name`, or `Name: [other spelling, ...]`.
  private mutating func add(_ item: Entry) throws(ConfigurationError) {
    switch item.value {
    case .scalar:
      try add(name: item.text(noun), at: item)
    case .mapping(let fields) where fields.count == 1:
      try add(name: fields[0].key, at: item)
      for alias in try fields[0].entry.list("the other spellings of \(quoted(fields[0].key))") {
        let text = try alias.text("a spelling")
        try take(text, for: fields[0].key, at: alias)
        aliases[text] = fields[0].key
      }
    default:
      throw item.error(
        "a \(noun) is a name or a name with its other spellings, not \(item.described)",
        hint: "- Name: [other spelling, another]")
    }
  }

  private mutating func add(name: String, at item: Entry) throws(ConfigurationError) {
    let known = names.contains(name)
    try take(name, for: name, at: item)
    if !known { names.append(name) }
  }

  private mutating func take(
    _ spelling: String, for name: String, at entry: Entry
  ) throws(ConfigurationError) {
    let folded = Vocabulary.folded(spelling)
    let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
    guard !folded.isEmpty, spelling.count <= NameList.longest, !spelling.contains(";"),
      !spelling.unicodeScalars.contains(where: isControl)
    else {
      throw entry.error(
        "a \(noun) is 1 to \(NameList.longest) characters without a semicolon, not \(quoted(spelling))"
      )
    }
    if let other = taken[folded], other != name {
      throw entry.error(
        "\(quoted(spelling)) stands for both \(quoted(other)) and \(quoted(name))",
        hint: "take it away from one of them")
    }
    taken[folded] = name
  }
}
