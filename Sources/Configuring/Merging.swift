/// An organisation's file laid over the shipped one, key by key.
extension Entry {
  /// A mapping merges; a scalar or a list replaces, except that a list of names is added to.
  func overridden(by own: Entry, in file: ConfigFile) throws(ConfigurationError) -> Entry {
    guard case .mapping(let fields) = value, case .mapping(let ownFields) = own.value else {
      throw own.error(
        "\(file.rawValue).yaml is a mapping of keys, not \(own.described)",
        hint: file.keys.map { "\($0): ..." }.joined(separator: ", "))
    }
    let merged = Entry.merged(fields, with: ownFields, adding: file.listKeys.contains)
    return Entry(value: .mapping(merged), origin: origin)
  }

  private static func merged(
    _ fields: [Field], with own: [Field], adding adds: (String) -> Bool
  ) -> [Field] {
    var result = fields
    for field in own {
      if let index = result.firstIndex(where: { $0.key == field.key }) {
        result[index].entry = result[index].entry.merged(with: field.entry, adding: adds(field.key))
        result[index].origin = field.origin
      } else {
        result.append(field)
      }
    }
    return result
  }

  private func merged(with own: Entry, adding adds: Bool) -> Entry {
    switch (value, own.value) {
    case (.mapping(let fields), .mapping(let ownFields)):
      let merged = Entry.merged(fields, with: ownFields) { _ in adds }
      return Entry(value: .mapping(merged), origin: origin)
    case (.list(let items), .list(let more)) where adds:
      return Entry(value: .list(items + more), origin: own.origin)
    default:
      return own
    }
  }
}
