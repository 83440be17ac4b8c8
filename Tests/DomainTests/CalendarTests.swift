import Testing

@testable import Domain

@Suite("Days over half-terms")
struct CalendarTests {
  let calendar = TermCalendar(halfTerms: [
    Self.span("2026-09-01", "2026-10-23"), Self.span("2026-11-02", "2026-12-18"),
    Self.span("2027-01-04", "2027-02-12"), Self.span("2027-02-22", "2027-03-25"),
  ])

  private static func day(_ iso: String) -> Day { Day(iso: iso)! }

  private static func span(_ from: String, _ to: String) -> DaySpan {
    DaySpan(from: day(from), to: day(to))!
  }

  private func shares(_ halfDays: Int32, _ from: String, _ to: String) -> [[Int32]] {
    calendar.shares(of: halfDays, over: Self.span(from, to)).map { [$0.part, $0.halfDays] }
  }

  @Test("weekdays are Mondays to Fridays, counted one by one")
  func weekdays() {
    for start in 0..<7 {
      let from = Self.day("1969-12-20").adding(days: start)
      for length in 0..<30 {
        let to = from.adding(days: length)
        let counted = (0...length).count { from.adding(days: $0).weekday < 5 }
        #expect(TermCalendar.weekdays(in: DaySpan(from: from, to: to)!) == counted)
      }
    }
  }

  @Test("one half-term takes all")
  func oneHalfTerm() {
    #expect(shares(10, "2026-11-02", "2026-12-18") == [[1, 10]])
    #expect(shares(10, "2026-10-24", "2027-01-03") == [[1, 10]])
  }

  @Test("two share by their weekdays, rounded so that nothing is added")
  func twoHalfTerms() {
    // 5 weekdays of the first, 10 of the second: 7 x 5 / 15 = 2.3, 7 x 10 / 15 = 4.7.
    #expect(shares(7, "2026-10-19", "2026-11-13") == [[0, 2], [1, 5]])
  }

  @Test("a window outside every half-term puts its days in one part")
  func outside() {
    #expect(shares(6, "2026-10-24", "2026-11-01") == [[4, 6]])
    #expect(shares(6, "2030-01-01", "2030-03-01") == [[4, 6]])
  }

  @Test("a window touches the half-terms it has a weekday in, else the part outside them")
  func touched() {
    #expect(calendar.parts(touchedBy: Self.span("2026-10-23", "2027-01-03")) == [0, 1])
    #expect(calendar.parts(touchedBy: Self.span("2026-10-24", "2026-11-01")) == [4])
    #expect(calendar.parts(touchedBy: Self.span("2026-10-19", "2027-02-22")) == [0, 1, 2, 3])
  }

  @Test("no days, no shares")
  func nothing() { #expect(shares(0, "2026-10-19", "2026-11-13") == []) }

  @Test("the parts add up to what was asked for")
  func nothingLost() {
    for halfDays in Int32(1)...40 {
      let all = shares(halfDays, "2026-09-15", "2027-03-10")
      let sum = all.reduce(0) { $0 + $1[1] }
      #expect(sum == halfDays)
    }
  }
}
