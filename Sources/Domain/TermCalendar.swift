/// How a placement's days fall on half-terms.
///
/// Days spread evenly over the weekdays a window shares with the known half-terms, in whole
/// half-days: the sum up to the end of each half-term is rounded to the nearest, so that the shares
/// add up to the days asked for, no more and no less. A window that touches no known half-term puts
/// all its days in one part of its own.
public struct TermCalendar: Hashable, Sendable {
  public let halfTerms: [DaySpan]

  public init(halfTerms: [DaySpan]) { self.halfTerms = halfTerms }

  /// The part for days outside every known half-term.
  public var outside: Int { halfTerms.count }
  /// The half-terms and the part outside them.
  public var parts: Int { halfTerms.count + 1 }

  public struct Share: Hashable, Sendable, BitwiseCopyable {
    public var part: Int32
    public var halfDays: Int32

    public init(part: Int32, halfDays: Int32) {
      self.part = part
      self.halfDays = halfDays
    }
  }

  public func shares(of halfDays: Int32, over window: DaySpan) -> [Share] {
    guard halfDays > 0 else { return [] }
    let weekdays = weekdays(of: window)
    let total = weekdays.reduce(0, +)
    guard total > 0 else { return [Share(part: Int32(outside), halfDays: halfDays)] }
    var (passed, given) = (0, 0)
    return weekdays.indices.compactMap { part in
      passed += weekdays[part]
      let sum = (2 * Int(halfDays) * passed + total) / (2 * total)
      defer { given = sum }
      return sum > given ? Share(part: Int32(part), halfDays: Int32(sum - given)) : nil
    }
  }

  /// The half-terms in which a window has a weekday, ascending; the part outside them when there is none.
  public func parts(touchedBy window: DaySpan) -> [Int] {
    let weekdays = weekdays(of: window)
    let touched = weekdays.indices.filter { weekdays[$0] > 0 }
    return touched.isEmpty ? [outside] : touched
  }

  /// `5 Jan 2026 to 13 Feb 2026`, as sentences name a part of the year.
  public func spoken(part: Int) -> String {
    part == outside ? "the time outside known half-terms" : halfTerms[part].spoken
  }

  private func weekdays(of window: DaySpan) -> [Int] {
    halfTerms.map { $0.intersection(window).map(TermCalendar.weekdays) ?? 0 }
  }

  /// Mondays to Fridays among the days, both ends included.
  static func weekdays(in span: DaySpan) -> Int {
    weekdays(before: Int(span.to.number) + 1) - weekdays(before: Int(span.from.number))
  }

  /// Weekdays since a Monday far in the past (1970-01-01 was a Thursday).
  private static func weekdays(before day: Int) -> Int {
    let sinceMonday = day + 3 + 7 * 1_000_000
    return sinceMonday / 7 * 5 + min(sinceMonday % 7, 5)
  }
}
