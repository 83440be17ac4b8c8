extension Table {
  /// What every cell below one title has in common.
  public struct Column: Hashable, Sendable {
    public enum Alignment: Hashable, Sendable {
      /// For words.
      case leading
      /// For numbers.
      case trailing
    }

    /// As a person would write it; the table decides about capitals.
    public let title: String
    public let alignment: Alignment
    /// Whether its cells may be cut to fit a terminal. Never true of an identifier.
    public let canShrink: Bool
    /// Display columns it keeps when it shrinks; never fewer than its title needs.
    public let minimumWidth: Int

    public init(
      _ title: String, _ alignment: Alignment = .leading, canShrink: Bool = false,
      minimumWidth: Int = 8
    ) {
      self.title = title
      self.alignment = alignment
      self.canShrink = canShrink
      self.minimumWidth = max(1, minimumWidth)
    }
  }
}
