import Domain

/// A mapping's fields, every key known.
struct Fields: Sendable {
  let owner: Entry
  let name: String
  let pairs: [Entry.Field]

  init(of owner: Entry, called name: String, pairs: [Entry.Field]) {
    self.owner = owner
    self.name = name
    self.pairs = pairs
  }

  func required(_ key: String) throws(ConfigurationError) -> Entry {
    guard let entry = optional(key) else {
      throw owner.error("\(name) lacks \(key)", hint: "\(key): ...")
    }
    return entry
  }

  func optional(_ key: String) -> Entry? { pairs.first { $0.key == key }?.entry }

  /// The allowed word nearest to what was written; nil when nothing is near.
  static func nearest(to written: String, among allowed: [String]) -> String? {
    Vocabulary.List(noun: "key", names: allowed, aliases: [:]).nearest(to: written)
  }
}

extension Entry {
  /// The fields of a mapping that may hold these keys only.
  func fields(in name: String, allowed: [String]) throws(ConfigurationError) -> Fields {
    guard case .mapping(let fields) = value else {
      throw error(
        "\(name) is a mapping of keys, not \(described)",
        hint: "{\(allowed.prefix(3).map { "\($0): ..." }.joined(separator: ", "))}")
    }
    for field in fields where !allowed.contains(field.key) {
      let near = Fields.nearest(to: field.key, among: allowed)
      throw ConfigurationError(
        place: field.origin.place, line: field.origin.line,
        says: "\(name) has no key \(quoted(field.key))",
        hint: near ?? "one of \(allowed.joined(separator: ", "))")
    }
    return Fields(of: self, called: name, pairs: fields)
  }
}
