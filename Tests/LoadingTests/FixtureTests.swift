import Domain
import Testing

@testable import Loading

/// Every fixture says inside itself what reading it must find, whatever pieces its bytes come in.
@Suite struct FixtureTests {
  static let folder = packageRoot + "/Tests/Fixtures/loading/"

  private func check<D>(_ kind: String, _ layout: Layout<D>) throws {
    let names = files(in: FixtureTests.folder + kind)
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try #require(contents(of: FixtureTests.folder + kind + "/" + name))
      let fixture = Fixture(String(decoding: bytes, as: UTF8.self))
      let whole = try reading(layout, Array(fixture.sheet.utf8))
      expect(whole.report, whole.found, toMatch: fixture, name: "\(kind)/\(name)")
      #expect(whole.rows.count == fixture.rows, "\(kind)/\(name)")
      for pieces in [1, 2, 3, 7, 4096] {
        let again = try reading(layout, Array(fixture.sheet.utf8), pieces: pieces)
        #expect(again.found == whole.found, "\(name) in pieces of \(pieces)")
        #expect(again.report.announcements == whole.report.announcements)
        #expect(again.rows.map(\.typed) == whole.rows.map(\.typed))
        #expect(again.rows.map(\.line) == whole.rows.map(\.line))
        #expect("\(again.drafts)" == "\(whole.drafts)")
      }
    }
  }

  private func expect(
    _ report: SheetReport, _ found: [Finding], toMatch fixture: Fixture, name: String
  ) {
    for finding in found where !fixture.expected.contains(where: { $0.matches(finding) }) {
      Issue.record("\(name) found unexpectedly: \(finding)")
    }
    for expected in fixture.expected
    where !found.contains(where: { expected.matches($0) }) {
      Issue.record("\(name) did not find: \(expected)")
    }
    #expect(report.announcements == fixture.announcements, "\(name)")
    #expect(report.findingCount + report.doubted.count == fixture.expected.count, "\(name)")
  }

  @Test func `schools`() throws { try check("schools", .schools) }
  @Test func `settings`() throws { try check("settings", .settings) }
  @Test func `clusters`() throws { try check("clusters", .clusters) }
  @Test func `people`() throws { try check("people", .people) }
  @Test func `designations`() throws { try check("designations", .designations) }
  @Test func `posts`() throws { try check("posts", .posts) }
  @Test func `release`() throws { try check("release", .release) }
  @Test func `needs`() throws { try check("needs", .needs) }
  @Test func `links`() throws { try check("links", .links) }
  @Test func `steps`() throws { try check("steps", .steps) }
  @Test func `programmes`() throws { try check("programmes", .programmes) }
  @Test func `readiness`() throws { try check("readiness", .readiness) }
  @Test func `specialisms`() throws { try check("specialisms", .specialisms) }
  @Test func `conflicts`() throws { try check("conflicts", .conflicts) }
  @Test func `availability`() throws { try check("availability", .availability) }
  @Test func `vetting`() throws { try check("vetting", .vetting) }
  @Test func `placements`() throws { try check("placements", .placements) }
}
