/// A value in a config file, and where it was written.
struct Entry: Sendable {
  indirect enum Value: Sendable {
    /// As written; `plain` when without quotes, so that it may be a number or true.
    case scalar(String, plain: Bool)
    case list([Entry])
    /// In the order written.
    case mapping([Field])
  }

  /// A key, where it was written, and its value.
  struct Field: Sendable {
    var key: String
    var origin: Origin
    var entry: Entry
  }

  var value: Value
  var origin: Origin

  func error(_ says: String, hint: String = "") -> ConfigurationError {
    ConfigurationError(place: origin.place, line: origin.line, says: says, hint: hint)
  }

  /// An empty value: `key:` with nothing after it.
  var isBlank: Bool {
    if case .scalar(let text, plain: true) = value {
      ["", "~", "null"].contains(text)
    } else {
      false
    }
  }

  /// What it is, for messages.
  var described: String {
    switch value {
    case .scalar where isBlank: "nothing"
    case .scalar(let text, plain: true): quoted(text)
    case .scalar(let text, plain: false): "the text \(quoted(text))"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// Where an entry was written.
struct Origin: Hashable, Sendable {
  var place: String
  /// From 1.
  var line: Int

  /// How messages name a file that came with the product.
  static func shippedPlace(_ file: ConfigFile) -> String { "config/\(file.rawValue).yaml" }
}
