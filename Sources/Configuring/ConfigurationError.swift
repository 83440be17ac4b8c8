/// What is wrong in a config file: where, what, and what to try.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user knows it: its path, or `config/weights.yaml` for one that is shipped.
  public var place: String
  /// From 1; 0 when the whole file is meant.
  public var line: Int
  public var says: String
  /// Empty when there is nothing to try.
  public var hint: String

  public init(place: String, line: Int = 0, says: String, hint: String = "") {
    self.place = place
    self.line = line
    self.says = says
    self.hint = hint
  }

  public var description: String {
    let position = line > 0 ? "\(place), line \(line)" : place
    return "\(position): \(says)" + (hint.isEmpty ? "" : "\n  Try: \(hint)")
  }
}

/// What somebody wrote, as a message may repeat it: quoted, without control characters, cut.
func quoted(_ text: String, upTo limit: Int = 60) -> String {
  let scalars = text.unicodeScalars
  return "\"\(printable(String(String.UnicodeScalarView(scalars.prefix(limit)))))"
    + (scalars.count > limit ? "...\"" : "\"")
}

/// A text without the characters that steer a terminal.
func printable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        default: scalar
        }
      }))
}
