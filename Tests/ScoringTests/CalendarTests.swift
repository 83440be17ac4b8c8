import Domain
import Testing

@testable import Scoring

@Suite("Days over half-terms")
struct CalendarTests {
  let calendar = TermCalendar(halfTerms: shippedPolicy().halfTerms)

  private func shares(_ halfDays: Int32, _ from: String, _ to: String) -> [[Int32]] {
    calendar.shares(of: halfDays, over: span(from, to)).map { [$0.part, $0.halfDays] }
  }

  @Test("weekdays are Mondays to Fridays, counted one by one")
  func weekdays() {
    for start in 0..<7 {
      let from = day("1969-12-20").adding(days: start)
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
