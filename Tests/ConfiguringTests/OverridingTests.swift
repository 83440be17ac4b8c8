import Configuring
import Domain
import Testing

@Suite struct `An organisation's own file` {
  @Test func `replaces the keys it names and no other`() throws {
    let policy = try configuration("weights", "weights:\n  distance: 250\n").policy()
    #expect(policy.weights[.distance] == 250)
    #expect(policy.weights[.specialism] == 200)
    #expect(policy.trackRecordMean == 3)
  }

  @Test func `turns a rule off with its reason`() throws {
    let text = "rules:\n  travel: {on: false, reason: \"video coaching\"}\n"
    #expect(try configuration("rules", text).policy().rulesOff[.travel] == "video coaching")
  }

  @Test func `turns a rule on again`() throws {
    #expect(
      try configuration("rules", "rules: {own-cluster: {on: true}}").policy().rulesOff.isEmpty)
  }

  @Test func `replaces a list`() throws {
    let policy = try configuration("calendar", "half-terms: [[2030-01-07, 2030-02-15]]").policy()
    #expect(policy.halfTerms.map(\.days) == [40])
  }

  @Test func `adds its specialisms after the others`() throws {
    let list = try configuration(
      "specialisms",
      "groups:\n  Pupil achievement: [Latin]\n  Ours:\n    - Forest school: [forest]\n"
    ).list(.specialisms)
    #expect(list.names.count == 35)
    #expect(list.names.last == "Forest school")
    #expect(list.name(for: "latin") == "Latin")
    #expect(list.name(for: "Forest") == "Forest school")
  }

  @Test func `adds a spelling to a shipped name`() throws {
    let list = try configuration("roles", "roles: [SLE: [system leader]]").list(.roles)
    #expect(list.names.count == 6)
    #expect(list.name(for: "System Leader") == "SLE")
    #expect(list.name(for: "specialist leader") == "SLE")
  }

  @Test func `relates its own specialism by any spelling`() throws {
    let policy = try configuration(
      "specialisms", "groups: {Ours: [Latin]}\nrelated: [[Latin, MFL]]"
    ).policy()
    #expect(policy.relatedSpecialisms["Latin"] == ["Modern foreign languages"])
    #expect(policy.relatedSpecialisms["English"] == nil)
  }

  @Test func `may be empty or comments only`() throws {
    let shipped = try configuration().policy()
    #expect(try configuration("weights", "").policy() == shipped)
    #expect(try configuration("weights", "# nothing yet\n").policy() == shipped)
    #expect(try configuration("weights", "---\n").policy() == shipped)
  }

  @Test func `gives half days`() throws {
    #expect(
      try configuration("norms", "days-a-year: 7.5").policy().defaultHalfDaysAYear == HalfDays(15))
  }

  @Test func `connects`() throws {
    let text = "conninfo: \"host=db.example.org dbname=talent\""
    #expect(try configuration("connection", text).conninfo() == "host=db.example.org dbname=talent")
  }

  @Test func `later ones win`() throws {
    let configuration = Configuration(
      defaults: [("connection", "conninfo: \"\"")],
      overrides: [
        ("connection", "/etc/talent/connection.yaml", "conninfo: a"),
        ("connection", "/home/connection.yaml", "conninfo: b"),
      ])
    #expect(try configuration.conninfo() == "b")
  }
}
