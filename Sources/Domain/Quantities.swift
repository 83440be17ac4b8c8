/// Days of support in whole half-days.
public struct HalfDays: Hashable, Comparable, Sendable {
  public var count: Int32
  public init(_ count: Int32) { self.count = count }
  public init(days: Int) { count = Int32(days * 2) }
  public static func < (a: HalfDays, b: HalfDays) -> Bool { a.count < b.count }
  public static func + (a: HalfDays, b: HalfDays) -> HalfDays { HalfDays(a.count + b.count) }
  public static func - (a: HalfDays, b: HalfDays) -> HalfDays { HalfDays(a.count - b.count) }

  /// `1 day`, `2.5 days`.
  public var spoken: String {
    let number = count % 2 == 0 ? "\(count / 2)" : "\(count / 2).5"
    return "\(number) \(count == 2 ? "day" : "days")"
  }
}

/// A share of full time in hundredths: 100 is full time.
public struct FTE: Hashable, Comparable, Sendable {
  public var hundredths: Int32
  public init(hundredths: Int32) { self.hundredths = hundredths }
  public static func < (a: FTE, b: FTE) -> Bool { a.hundredths < b.hundredths }

  /// `full time`, `0.6 of full time`.
  public var spoken: String {
    if hundredths == 100 { return "full time" }
    let tenth = hundredths % 10 == 0
    let digits = tenth ? "\(hundredths / 10)" : "\(hundredths)"
    let pad = !tenth && hundredths < 10 ? "0" : ""
    return "0.\(pad)\(digits) of full time"
  }
}
