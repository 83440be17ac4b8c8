/// What an organisation decides, as shipped: a file a subject, each overridden key by key by a file
/// of the same name beside the user's own config.
public enum Defaults {
  /// The shipped files, by name without `.yaml`, in name order.
  public static let files: [(name: String, text: String)] = named(in: "")

  /// The descriptions of known spreadsheets, each replaced whole by a user's of the same name.
  public static let mappings: [(name: String, text: String)] = named(in: "mappings/")

  /// What lies in a folder itself, not in one below it.
  private static func named(in folder: String) -> [(name: String, text: String)] {
    embedded.compactMap { file in
      guard file.path.hasPrefix(folder) else { return nil }
      let name = file.path.dropFirst(folder.count).dropLast(".yaml".count)
      return name.contains("/") ? nil : (name: String(name), text: file.text)
    }
  }
}
