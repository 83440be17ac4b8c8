/// Emphasis on a terminal, or none: every text reads the same without it.
public struct Style: Hashable, Sendable {
  /// What a piece of text is marked with.
  public enum Tone: Hashable, Sendable {
    case bold, dim, green, red, yellow
  }

  public let isOn: Bool

  public init(isOn: Bool) {
    self.isOn = isOn
  }

  /// On for a terminal whose owner has not asked for plain text by `NO_COLOR` (any value but the
  /// empty one, see no-color.org) or `TERM=dumb`.
  ///
  /// - Parameter environment: the value of a variable, nil when it is not set.
  public init(isTerminal: Bool, environment: (String) -> String?) {
    let isRefused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    self.init(isOn: isTerminal && !isRefused && environment("TERM") != "dumb")
  }

  public func bold(_ text: String) -> String { marked(text, .bold) }
  public func dim(_ text: String) -> String { marked(text, .dim) }
  public func green(_ text: String) -> String { marked(text, .green) }
  public func red(_ text: String) -> String { marked(text, .red) }
  public func yellow(_ text: String) -> String { marked(text, .yellow) }

  /// The text in that tone; as it is when the style is off, the text is empty or the tone is nil.
  public func marked(_ text: String, _ tone: Tone?) -> String {
    guard isOn, let tone, !text.isEmpty else { return text }
    return "\u{1B}[\(tone.code)m\(text)\u{1B}[0m"
  }
}

extension Style.Tone {
  /// The parameter of SGR (ECMA-48, 8.3.117).
  fileprivate var code: Int {
    switch self {
    case .bold: 1
    case .dim: 2
    case .red: 31
    case .green: 32
    case .yellow: 33
    }
  }
}
