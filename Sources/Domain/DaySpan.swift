/// Days from a first to a last, both included; never empty.
public struct DaySpan: Hashable, Sendable {
  public let from: Day
  public let to: Day

  /// Nil when the last day is before the first.
  public init?(from: Day, to: Day) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// A single day.
  public init(day: Day) {
    from = day
    to = day
  }

  public var days: Int { Int(to.number - from.number) + 1 }

  public func contains(_ day: Day) -> Bool { from <= day && day <= to }

  public func overlaps(_ other: DaySpan) -> Bool { from <= other.to && other.from <= to }

  /// The days both have, or nil.
  public func intersection(_ other: DaySpan) -> DaySpan? {
    DaySpan(from: max(from, other.from), to: min(to, other.to))
  }

  /// `18 Jan 2027 to 17 Jul 2027`.
  public var spoken: String { "\(from.spoken) to \(to.spoken)" }
}
