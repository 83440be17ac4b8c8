/// The texts of the config files: those shipped, and an organisation's own that override them key by
/// key.
///
/// It holds texts only. A file is parsed when something in it is asked for, because most commands
/// need one or two of them and start time counts; nothing is kept between calls.
public struct Configuration: Sendable {
  let defaults: [(name: String, text: String)]
  let overrides: [(name: String, place: String, text: String)]

  /// - Parameters:
  ///   - defaults: the shipped files, by name without `.yaml`.
  ///   - overrides: an organisation's files in the order they apply; `place` is their path, for messages.
  public init(
    defaults: [(name: String, text: String)],
    overrides: [(name: String, place: String, text: String)]
  ) {
    self.defaults = defaults
    self.overrides = overrides
  }

  /// What a file says once every override is laid over it.
  func entry(of file: ConfigFile) throws(ConfigurationError) -> Entry {
    try refuseUnknownFiles()
    var merged = try shipped(file)
    for override in overrides where override.name == file.rawValue {
      let own = try Entry.read(override.text, at: override.place)
      merged = try merged.overridden(by: own, in: file)
    }
    return merged
  }

  func shipped(_ file: ConfigFile) throws(ConfigurationError) -> Entry {
    guard let text = defaults.first(where: { $0.name == file.rawValue })?.text else {
      throw ConfigurationError(
        place: Origin.shippedPlace(file), says: "the file is missing from this build")
    }
    return try Entry.read(text, at: Origin.shippedPlace(file))
  }

  private func refuseUnknownFiles() throws(ConfigurationError) {
    let known = ConfigFile.allCases.map(\.rawValue)
    for override in overrides where !known.contains(override.name) {
      let near = Fields.nearest(to: override.name, among: known)
      throw ConfigurationError(
        place: override.place, says: "there is no config file \(quoted(override.name))",
        hint: near.map { "\($0).yaml" } ?? "one of \(known.joined(separator: ", "))")
    }
  }
}
