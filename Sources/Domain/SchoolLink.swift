/// What GIAS says links one school to another: its predecessor, its successor, and so on.
public struct SchoolLink: Hashable, Sendable {
  public var urn: URN
  public var linked: URN
  /// GIAS's own words: `Successor - amalgamated`.
  public var type: String
  public var establishedOn: Day?

  public init(urn: URN, linked: URN, type: String, establishedOn: Day? = nil) {
    self.urn = urn
    self.linked = linked
    self.type = type
    self.establishedOn = establishedOn
  }
}
