import Domain
import Testing

@testable import Loading

/// The real sheets, where they lie beside the package.
@Suite(.enabled(if: sharedData != nil)) struct SampleTests {
  private func sheet(_ name: String) throws -> [UInt8] {
    try #require(contents(of: (sharedData ?? "") + "/" + name))
  }

  @Test func `the national list of schools loads whole`() throws {
    let schools = try reading(.schools, sheet("gias-schools-2022-04.csv"))
    #expect(schools.found.isEmpty)
    #expect(schools.rows.count == 20_185)
    #expect(schools.drafts.first?.name == "The Aldgate School")
    #expect(schools.drafts.first?.freeMealsPermille == 249)
    #expect(schools.drafts.first?.location == Location(easting: 533_498, northing: 181_201))
  }

  @Test func `a Windows-1252 talent database with a preamble loads`() throws {
    let people = try reading(.people, sheet("samples/bedford/rising-stars.csv"))
    #expect(people.found.isEmpty)
    #expect(people.rows.count == 180)
    #expect(people.drafts.contains { $0.person.givenName == "Zoë" })
    #expect(
      people.report.announcements == [
        "2 lines before the headings were skipped",
        "columns ignored: School", "dates are read as day/month/year",
        "Current role: \"Phase leader\" is read as Middle leader (29 cells), \"Subject leader\" as Middle leader (40 cells), \"Assistant headteacher\" as Assistant head (33 cells), \"Deputy headteacher\" as Deputy head (17 cells), \"SENDCo\" as Middle leader (11 cells)",
        "Aspiration: \"Assistant headteacher\" is read as Assistant head (80 cells), \"Deputy headteacher\" as Deputy head (33 cells), \"Executive headteacher\" as Executive head (10 cells)",
        "Strengths: \"School business management\" is read as School business and financial management (22 cells)",
      ])
  }

  @Test func `every other Bedford sheet loads without a finding`() throws {
    func count<D>(_ layout: Layout<D>, _ name: String) throws -> Int {
      let all = try reading(layout, sheet("samples/bedford/" + name))
      #expect(all.findings == [])
      #expect(all.report.accepted == all.rows.count)
      return all.rows.count
    }
    #expect(try count(.clusters, "clusters.csv") == 136)
    #expect(try count(.designations, "designations.csv") == 70)
    #expect(try count(.needs, "needs.csv") == 90)
    #expect(try count(.posts, "posts.csv") == 204)
    #expect(try count(.release, "release.csv") == 58)
  }
}
