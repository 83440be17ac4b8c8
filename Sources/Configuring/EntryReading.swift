import Yams

/// YAML to entries: sizes are capped, and what makes YAML surprising is refused before it is parsed.
extension Entry {
  enum Limit {
    static let bytes = 1 << 20
    static let depth = 8
  }

  static func read(_ text: String, at place: String) throws(ConfigurationError) -> Entry {
    guard text.utf8.count <= Limit.bytes else {
      throw ConfigurationError(
        place: place, says: "the file is over 1 MB, too big for a config file")
    }
    if let line = AliasBound.exceededLine(in: text) { throw anchorRefused(place, line: line) }
    let parser: Parser
    let root: Node?
    do {
      // The basic resolver leaves every scalar as written: types are ours to decide, and the default
      // one compiles regular expressions at start.
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw refused(error, at: place)
    }
    guard let root else { return Entry(value: .mapping([]), origin: Origin(place: place, line: 1)) }
    // A node knows its anchor only while the parser lives.
    return try withExtendedLifetime(parser) { () throws(ConfigurationError) in
      let entry = try Entry(root, at: place, depth: 0)
      return entry.isBlank ? Entry(value: .mapping([]), origin: entry.origin) : entry
    }
  }

  private init(_ node: Node, at place: String, depth: Int) throws(ConfigurationError) {
    let line = node.mark?.line ?? 0
    guard node.anchor == nil else { throw Entry.anchorRefused(place, line: line) }
    guard depth <= Limit.depth else {
      throw ConfigurationError(
        place: place, line: line, says: "nested more than \(Limit.depth) deep, which no key needs")
    }
    origin = Origin(place: place, line: line)
    switch node {
    case .scalar(let scalar):
      value = .scalar(scalar.string, plain: scalar.style == .plain)
    case .sequence(let sequence):
      var items: [Entry] = []
      for item in sequence { items.append(try Entry(item, at: place, depth: depth + 1)) }
      value = .list(items)
    case .mapping(let mapping):
      value = .mapping(try Entry.fields(of: mapping, at: place, depth: depth))
    case .alias:
      throw Entry.anchorRefused(place, line: line)
    }
  }

  private static func fields(
    of mapping: Node.Mapping, at place: String, depth: Int
  ) throws(ConfigurationError) -> [Field] {
    var fields: [Field] = []
    for (key, node) in mapping {
      let line = key.mark?.line ?? 0
      guard case .scalar(let scalar) = key else {
        throw ConfigurationError(place: place, line: line, says: "a key must be a single word")
      }
      fields.append(
        Field(
          key: scalar.string, origin: Origin(place: place, line: line),
          entry: try Entry(node, at: place, depth: depth + 1)))
    }
    return fields
  }

  private static func anchorRefused(_ place: String, line: Int) -> ConfigurationError {
    ConfigurationError(
      place: place, line: line, says: "YAML anchors (&) and aliases (*) are not accepted here",
      hint: "write the value out, or put it in quotes if it begins with & or *")
  }

  private static func refused(_ error: any Error, at place: String) -> ConfigurationError {
    switch error as? YamlError {
    case .composer(_, "found undefined alias", let mark, _):
      anchorRefused(place, line: mark.line)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ConfigurationError(
        place: place, line: mark.line, says: "this is not YAML as talent reads it: \(problem)",
        hint: "check the indentation, colons and quotes around this line")
    case .duplicatedKeysInMapping(let keys, let context):
      ConfigurationError(
        place: place, line: context.mark.line,
        says: "the key \(quoted(keys.first ?? "")) stands twice",
        hint: "keep one of them")
    case .reader(_, let offset, _, let text):
      ConfigurationError(
        place: place, line: text.prefix(offset ?? 0).count(where: \.isNewline) + 1,
        says: "the file holds a character no text file should",
        hint: "save it as plain text in UTF-8")
    default:
      ConfigurationError(place: place, says: "the file cannot be read as YAML")
    }
  }
}
