/// Why there is no choice to begin with.
public enum PackingError: Error, Hashable, Sendable {
  /// The pinned part does not fit beside those before it.
  case pinnedDoesNotFit(part: Int)
  /// Nothing found provides what the pinned part takes of a row.
  case pinnedLacksProvider(part: Int)
  /// No choice was found that meets a row with a capacity below 0.
  case rowNotMet(row: Int)
}
