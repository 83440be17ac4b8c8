import Domain
import Testing

@testable import Loading

/// Workbooks that other libraries wrote (`Tests/Fixtures/workbooks/written-by/make.py`).
@Suite struct WrittenByTests {
  @Test(arguments: ["openpyxl", "xlsxwriter"])
  func `the same people are read whoever wrote them`(_ writer: String) throws {
    let path = packageRoot + "/Tests/Fixtures/workbooks/written-by/\(writer).xlsx"
    let all = try reading(.people, try #require(contents(of: path)), name: "\(writer).xlsx")
    #expect(
      all.findings == ["6:TRN: the TRN 12345 looks like a number that lost its leading zeros"])
    #expect(all.drafts.map(\.person.name) == ["Zoë Ward", "Ann Bell", "Llŷr O’Neil"])
    #expect(all.drafts.map { $0.person.trn?.description } == ["0012345", "1234567", nil])
    let day = Day(year: 2026, month: 3, day: 4)
    #expect(all.drafts.map(\.readinessJudgedOn) == [day, day, nil])
    #expect(all.drafts.map(\.notes) == ["two\nlines & <more>", nil, "=1+1"])
    #expect(all.report.shape?.detected == "sheet Candidates, headings in row 2")
    #expect(
      all.report.announcements == [
        "1 line before the headings was skipped",
        "columns are in their own order: matched by name", "dates are read as day/month/year",
        "1 hidden row is read (4)",
      ])
  }
}
