import Domain
import Testing

@Suite("Days")
struct DayTests {
  @Test("every day from 1900 to 2200 goes to its date and back")
  func everyDay() throws {
    var day = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2200, month: 12, day: 31))
    while day <= last {
      let (year, month, date) = day.civil
      #expect(Day(year: year, month: month, day: date) == day)
      day = day.adding(days: 1)
    }
  }

  @Test(
    "days that are none are refused",
    arguments: [
      (2026, 2, 29), (2026, 2, 31), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (1899, 12, 31),
      (2201, 1, 1), (2100, 2, 29),
    ])
  func refused(_ year: Int, _ month: Int, _ date: Int) {
    #expect(Day(year: year, month: month, day: date) == nil)
  }

  @Test("a day is written for machines, for people and as typed")
  func spellings() throws {
    let day = try #require(Day(iso: "2027-01-18"))
    #expect(day.iso == "2027-01-18")
    #expect(day.spoken == "18 Jan 2027")
    #expect(day.typed == "18/01/2027")
    #expect(day.weekday == 0)
    #expect(Day(iso: "2027-1-18") == nil)
    #expect(Day(number: 0).iso == "1970-01-01")
  }

  @Test("the school year turns on 1 September, and months end where they end")
  func schoolYear() throws {
    #expect(Day(iso: "2027-08-31")?.schoolYearStart.iso == "2026-09-01")
    #expect(Day(iso: "2027-09-01")?.schoolYearStart.iso == "2027-09-01")
    #expect(Day(iso: "2027-01-31")?.adding(months: 1).iso == "2027-02-28")
    #expect(Day(iso: "2027-03-31")?.adding(months: -13).iso == "2026-02-28")
  }

  @Test("a span is never empty, and its days are both ends and all between")
  func spans() throws {
    let (a, b, c) = (Day(number: 10), Day(number: 20), Day(number: 21))
    #expect(DaySpan(from: b, to: a) == nil)
    let span = try #require(DaySpan(from: a, to: b))
    #expect(span.days == 11)
    #expect(span.contains(a) && span.contains(b) && !span.contains(c))
    #expect(!span.overlaps(DaySpan(day: c)))
    #expect(span.intersection(DaySpan(day: b)) == DaySpan(day: b))
    #expect(span.intersection(DaySpan(day: c)) == nil)
  }
}

@Suite("Identifiers and quantities")
struct IdentifierTests {
  @Test("a TRN is seven digits, zeros kept, never all zeros")
  func trn() {
    #expect(TRN("0012345")?.description == "0012345")
    for typed in ["12345", "12345678", "0000000", "12 3456", "１２３４５６７", ""] {
      #expect(TRN(typed) == nil)
    }
  }

  @Test("a URN is five to seven digits")
  func urn() {
    #expect(URN("109432")?.description == "109432")
    for typed in ["1234", "12345678", "10943a", "-10943", ""] { #expect(URN(typed) == nil) }
  }

  @Test("days and shares read as people say them")
  func spoken() {
    #expect(HalfDays(2).spoken == "1 day")
    #expect(HalfDays(5).spoken == "2.5 days")
    #expect(HalfDays(days: 6).spoken == "6 days")
    #expect(FTE(hundredths: 100).spoken == "full time")
    #expect(FTE(hundredths: 60).spoken == "0.6 of full time")
    #expect(FTE(hundredths: 5).spoken == "0.05 of full time")
    #expect(FTE(hundredths: 45).spoken == "0.45 of full time")
  }

  @Test("a list knows its names in any spelling and names the nearest to a miss")
  func vocabulary() {
    let list = Vocabulary.List(
      noun: "rung", names: ["Headteacher", "Deputy headteacher"], aliases: ["HT": "Headteacher"])
    #expect(list.name(for: "head-teacher ") == "Headteacher")
    #expect(list.name(for: "ht") == "Headteacher")
    #expect(list.name(for: "Wizard") == nil)
    #expect(list.nearest(to: "Deputy headteecher") == "Deputy headteacher")
    #expect(list.nearest(to: "Xyzzy plugh") == nil)
    #expect(Vocabulary.folded("1 - 2 years") == Vocabulary.folded("1–2 Years"))
    #expect(Set(["1-2 years", "12 years", "1.2 years"].map { Vocabulary.folded($0) }).count == 3)
  }

  @Test("neighbouring keys draw numbers far apart, the same in every run")
  func stable() {
    #expect(stableHash("N001") == stableHash("N001"))
    #expect(Set((0..<10_000).map { stableHash("N\($0)") }).count == 10_000)
    #expect(stableHash("") == 0xf52a_15e9_a9b5_e89b)
  }
}
