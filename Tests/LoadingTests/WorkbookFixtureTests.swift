import Domain
import Testing

@testable import Loading

/// Every workbook of the corpus says at its own cells what reading it must find.
@Suite struct WorkbookFixtureTests {
  static let folder = packageRoot + "/Tests/Fixtures/workbooks/"

  private func check<D>(_ kind: String, _ layout: Layout<D>) throws {
    let names = files(in: WorkbookFixtureTests.folder + kind, ending: ".txt")
    #expect(!names.isEmpty)
    for name in names {
      let text = try #require(contents(of: WorkbookFixtureTests.folder + kind + "/" + name))
      let fixture = WorkbookFixture(String(decoding: text, as: UTF8.self))
      let bytes = fixture.book.bytes
      let whole = try reading(layout, bytes, name: "sheet.xlsx", sheet: fixture.asked)
      expect(whole.found, whole.report, toMatch: fixture, name: "\(kind)/\(name)")
      #expect(whole.rows.count == fixture.rows, "\(kind)/\(name)")
      #expect(whole.report.announcements == fixture.announcements, "\(kind)/\(name)")
      let again = try reading(layout, bytes, name: "x.xlsx", sheet: fixture.asked, pieces: 97)
      #expect(again.found == whole.found && again.rows.map(\.typed) == whole.rows.map(\.typed))
    }
  }

  private func expect(
    _ found: [Finding], _ report: SheetReport, toMatch fixture: WorkbookFixture, name: String
  ) {
    let met = found.map { finding in
      let cell = report.shape?.cell(ofColumn: finding.column)
      let place = cell.map { "\(columnLetters($0))\(finding.line)" }
      return WorkbookFixture.Expected(
        weight: finding.weight,
        place: finding.weight == .fatal ? "" : place ?? String(finding.line), says: finding.says,
        hint: finding.hint)
    }
    for one in met where !fixture.expected.contains(where: { $0.matches(one) }) {
      Issue.record("\(name) found unexpectedly: \(one)")
    }
    for one in fixture.expected where !met.contains(where: { one.matches($0) }) {
      Issue.record("\(name) did not find: \(one)")
    }
    #expect(met.count == fixture.expected.count, "\(name)")
  }

  @Test func people() throws { try check("people", .people) }
  @Test func needs() throws { try check("needs", .needs) }
  @Test func release() throws { try check("release", .release) }
}

extension WorkbookFixture.Expected {
  fileprivate func matches(_ met: WorkbookFixture.Expected) -> Bool {
    weight == met.weight && place == met.place && says == met.says
      && (hint == nil || hint == met.hint)
  }
}
