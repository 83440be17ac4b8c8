/// A deployment or secondment from before the database was kept: somebody's track record.
public struct PastPlacement: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case completed
    case stopped
    case withdrawn
  }

  public var person: PersonMention
  public var place: PlaceKey
  public var kind: Need.Kind
  /// The designation it was done in; for a secondment the post filled.
  public var role: String?
  public var specialism: String?
  /// Deployments only.
  public var halfDays: HalfDays?
  /// Secondments only.
  public var fte: FTE?
  public var window: DaySpan
  public var outcome: Outcome?
  /// 1...5, as the receiving head judged it.
  public var impact: Int32?
  public var comment: String?

  public init(person: PersonMention, place: PlaceKey, kind: Need.Kind, window: DaySpan) {
    self.person = person
    self.place = place
    self.kind = kind
    self.window = window
  }
}
