import Domain
import Testing

@testable import Loading

/// Dates are day/month/year; a column that is typed month first is not read as if it were not.
@Suite struct DateOrderTests {
  private func rows(_ dates: [String]) throws -> Reading<PersonDraft> {
    let rows = dates.enumerated().map { "P \($0),109461,Headteacher,now,\($1)\n" }
    return try reading(
      .people, "Name,School URN,Aspiration,Readiness,Readiness judged on\n" + rows.joined())
  }

  @Test(arguments: [
    ["04/13/2026", "03/04/2026"], ["03/04/2026", "04/13/2026", "05/25/2026", "13/04/2026"],
    ["5/25/2026", "13/04/2026", "1-2-2026", "01/03/2026"],
  ])
  func `more dates month first than day first refuse the file`(_ dates: [String]) throws {
    let read = try rows(dates)
    #expect(read.report.isFatal)
    let last = try #require(read.found.last)
    #expect(last.weight == .fatal && last.column == "Readiness judged on")
    #expect(last.says.contains("month/day/year"), "\(last.says)")
  }

  @Test func `the sentence counts and names the first`() throws {
    let read = try rows(["04/03/2026", "13/04/2026", "04/13/2026", "05/25/2026", "06/05/2026"])
    #expect(
      read.findings.last
        == "4:Readiness judged on: 2 dates here are month/day/year and 1 clearly day/month/year: the 2 that could be either would be misread"
    )
  }

  @Test func `a slip among dates that are day first is said and the rest is read`() throws {
    let read = try rows(["13/04/2026", "14/04/2026", "04/15/2026", "03/04/2026"])
    #expect(!read.report.isFatal && read.rows.count == 3)
    #expect(
      read.report.announcements.contains(
        "Readiness judged on: a date is typed month first (line 4); 1 other that could be either is read as day/month/year"
      ), "\(read.report.announcements)")
  }

  @Test func `dates that cannot be mistaken are never in doubt`() throws {
    let read = try rows(["04/13/2026", "2026-04-03", "3 April 2026", "04/04/2026", "03-Apr-2026"])
    #expect(!read.report.isFatal && read.rows.count == 4)
    #expect(!read.report.announcements.contains { $0.contains("month first") })
  }

  @Test func `date cells up to the 12th beside texts all past it are pointed at`() throws {
    func announced(_ cells: [String]) throws -> Bool {
      var book = WorkbookBytes()
      let headings = ["Name", "School URN", "Aspiration", "Readiness", "Readiness judged on"]
      var rows = book.row(1, headings)
      for (at, cell) in cells.enumerated() {
        rows += book.row(at + 2, ["P \(at)", "n:109461", "Headteacher", "now", cell])
      }
      book.sheets = [.init(name: "People", rows: rows)]
      let read = try reading(.people, book.bytes, name: "people.xlsx")
      #expect(read.rows.count == cells.count, "\(read.findings)")
      let believed = try reading(.people, book.bytes, name: "people.xlsx", trustsDates: true)
      #expect(
        believed.report.doubted.isEmpty
          && believed.report.announcements == read.report.announcements)
      let doubted = read.found.filter { $0.says.contains("may have been typed") }.map(\.line)
      let isAnnounced = read.report.announcements.contains {
        $0.contains("changed day and month of the 2")
      }
      #expect(doubted == (isAnnounced ? [2, 3] : []))
      return isAnnounced
    }
    // 46,115 is 3 April 2026.
    let days = ["n{dd/mm/yyyy}:46115", "n{dd/mm/yyyy}:46085"]
    #expect(try announced(days + ["13/04/2026", "25/12/2025"]))
    #expect(try !announced(days + ["13/04/2026", "25/12/2025", "02/04/2026"]))
    #expect(try !announced(days + ["n{dd/mm/yyyy}:46130", "13/04/2026", "25/12/2025"]))
    #expect(try !announced(days))
  }
}
