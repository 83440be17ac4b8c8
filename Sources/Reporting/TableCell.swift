extension Table {
  /// One value in a table, with the emphasis it gets on a terminal.
  public struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// As it was typed; the table escapes what a terminal must not see.
    public let text: String
    /// Nil for ordinary text. It never says what the text does not.
    public let tone: Style.Tone?

    public init(_ text: String, _ tone: Style.Tone? = nil) {
      self.text = text
      self.tone = tone
    }

    public init(stringLiteral text: String) {
      self.init(text)
    }
  }
}
