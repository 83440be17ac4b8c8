import Domain
import Sampling
import Testing

@Suite struct `A sample` {
  private let sheets = [
    "clusters.csv", "rising-stars.csv", "designations.csv", "posts.csv", "release.csv", "needs.csv",
  ]

  @Test func `is the same bytes for the same seed`() throws {
    let (first, second) = (try SampledPool(), try SampledPool())
    #expect(first.bytes == second.bytes)
    #expect(first.files == sheets)
  }

  @Test func `is the same bytes on every machine`() throws {
    let rows = try SampledPool(people: 2, designated: 1, needs: 1)
    #expect(
      rows.text("rising-stars.csv").split(whereSeparator: \.isNewline).last.map(String.init)
        == "Byrne,Karen,0319733,990010,Barley Mow Road Junior School,Deputy headteacher,Headteacher,"
        + "Not yet,23/01/2024,NPQH,Phonics; Behaviour and discipline; Science,Coach a colleague,"
        + "07/10/2026,20,15,2,2,")
    #expect(
      rows.text("needs.csv").split(whereSeparator: \.isNewline).last.map(String.init)
        == "N001,990024,deployment,SLE,English,Primary,10,,29/03/2027,02/07/2027,normal,"
        + "Ability to collaborate; Resilience,1,Piotr Danquah,09/11/2026")
  }

  @Test(arguments: [
    "rising-stars.csv", "designations.csv", "posts.csv", "release.csv", "needs.csv",
  ])
  func `is other bytes for another seed`(sheet: String) throws {
    #expect(try SampledPool(seed: 7).bytes[sheet] != SampledPool(seed: 8).bytes[sheet])
  }

  @Test(arguments: [(0, 0, 0), (1, 1, 1), (10, 50, 3), (1_000, 100, 999), (1_200, 1_200, 0)])
  func `has exactly the sizes asked for`(people: Int, designated: Int, needs: Int) throws {
    let pool = try SampledPool(people: people, designated: designated, needs: needs)
    #expect(pool.rows("rising-stars.csv").count == people)
    #expect(pool.rows("designations.csv").count == designated)
    #expect(pool.rows("needs.csv").count == needs)
    #expect(pool.rows("posts.csv").count == 60 * 3)
  }

  @Test func `has the layouts authorities keep`() throws {
    let pool = try SampledPool(people: 1, designated: 1, needs: 1, behaviours: false)
    let lines = records(pool.text("rising-stars.csv"))
    #expect(lines[0][0] == "Wexcombe Rising Stars database")
    #expect(lines[1][0] == "OFFICIAL - SENSITIVE")
    #expect(lines.allSatisfy { $0.count == 17 })
    #expect(
      pool.text("release.csv").hasPrefix(
        "School URN,Days per half-term,Out at once,Cover needed,Agreed by,Agreed on\r\n"))
    #expect(records(pool.text("needs.csv"))[0].count == 15)
    #expect(records(pool.text("designations.csv"))[0].count == 15)
  }

  @Test func `may have a column of behaviours`() throws {
    let rows = try SampledPool().rows("rising-stars.csv")
    #expect(rows.contains { items($0["Behaviours"]!).count == 2 })
    #expect(
      rows.allSatisfy { items($0["Behaviours"]!).allSatisfy(vocabulary.behaviours.names.contains) })
  }

  @Test func `quotes names with commas`() throws {
    var school = fictionalSchools(seed: 1).schools[0]
    school.name = "St Ia's \"Old\" School, Saltbeck"
    let pool = try SampledPool(people: 1, schools: [school])
    #expect(pool.text("rising-stars.csv").contains(",\"St Ia's \"\"Old\"\" School, Saltbeck\","))
  }

  @Test func `needs schools, and room for its people`() {
    #expect(throws: SampleRefusal.noSchools) { try SampledPool(schools: []) }
    let one = Array(fictionalSchools(seed: 1).schools.prefix(1))
    #expect(throws: SampleRefusal.crowded(limit: 1_000)) {
      try SampledPool(people: 1_001, schools: one)
    }
    #expect(throws: SampleRefusal.people(limit: 2_000_000)) { try SampledPool(people: -1) }
    #expect(throws: SampleRefusal.needs(limit: 1_000_000)) { try SampledPool(needs: 1_000_001) }
  }

  @Test func `fills one school to the last place`() throws {
    let one = Array(fictionalSchools(seed: 1).schools.prefix(1))
    let rows = try SampledPool(people: 1_000, designated: 0, schools: one).rows("rising-stars.csv")
    #expect(Set(rows.map { "\($0["Forename"]!) \($0["Surname"]!)" }).count == 1_000)
  }

  @Test func `comes in pieces`() throws {
    var largest = 0
    let request = SampleRequest(
      people: 5_000, designated: 0, needs: 0, seed: 1, today: SampledPool.today)
    try writeSample(request, schools: fictionalSchools(seed: 1).schools, vocabulary: vocabulary) {
      largest = max(largest, $1.count)
    }
    #expect(largest < 70_000)
  }
}
