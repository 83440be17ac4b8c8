/// What a change of a network did to one arc.
public struct ReplannedArc: Hashable, Sendable {
  public let need: Int
  public let candidate: Int
  /// Whether it is chosen now, and was not; or the other way round.
  public let isChosen: Bool

  public init(need: Int, candidate: Int, isChosen: Bool) {
    self.need = need
    self.candidate = candidate
    self.isChosen = isChosen
  }
}
