/// A post that a secondment leaves, to be covered for as long as it lasts.
public struct OpenedPost: Hashable, Sendable {
  /// Index of the school in the snapshot's places.
  public var place: Int
  /// The post's rung.
  public var role: String
  public var window: DaySpan
  public var fte: FTE

  public init(place: Int, role: String, window: DaySpan, fte: FTE) {
    self.place = place
    self.role = role
    self.window = window
    self.fte = fte
  }
}
