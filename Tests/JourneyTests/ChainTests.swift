import Foundation
import Testing

/// A plan that names who supervises and who covers, from reading it to taking it back.
struct ChainTests {
  /// A plan of the fixture's two needs in which both are filled with those they take along.
  private func planned() throws -> Workspace {
    let town = try Workspace.chain()
    #expect(try town.talent("propose").code == 0)
    return town
  }

  @Test
  func `a plan with supervision and cover is read, decided, and taken back in the safe order`()
    throws
  {
    let town = try planned()
    defer { town.remove() }
    let withdraw = ["--by", "Ann Lee", "--reason", "is ill"]
    try expectGolden(
      try town.transcript([
        ["plan", "show", "1"], ["decide", "1", "N002", "--accept", "--by", "Olivia Hall"],
        ["decide", "1", "N001", "--accept", "--by", "Olivia Hall"], ["placement", "list"],
        ["placement", "show", "1"], ["placement", "show", "3"], ["need", "list", "--all"],
        ["person", "show", "P5"], ["placement", "withdraw", "2"] + withdraw,
        ["placement", "withdraw", "4"] + withdraw, ["need", "list"],
        [
          "placement", "add", "N001-C2", "--person", "P4", "--by", "Ann Lee", "--reason",
          "can do it",
          "--override", "readiness", "--override", "full-time", "--override", "release",
        ],
        ["placement", "withdraw", "2", "--with-covers"] + withdraw, ["placement", "list"],
        ["need", "list", "--all"],
      ])
      .replacing(/\ on \d+ \w{3} \d{4}(:| \(|\n)/, with: { " on DATE\($0.output.1)" }), "chain")
  }

  @Test func `what a plan says of supervision and cover is there for programs`() throws {
    let town = try planned()
    defer { town.remove() }
    let plan = try town.talent("plan", "show", "1", "--json").json()
    let proposals = try #require(plan["proposals"] as? [[String: Any]])
    let head = try #require(proposals.first { $0["need"] as? String == "N001" })
    let covers = try #require(head["covers"] as? [[String: Any]])
    #expect(covers.map { $0["person"] as? String } == ["P2", "P3"])
    #expect(covers.map { $0["way"] as? String } == ["moves", "steps up"])
    #expect(covers.map { $0["instead_of"] as? String } == ["P1", "P2"])
    let order = try #require(head["safe_order"] as? [[String: Any]])
    #expect(order.map { $0["person"] as? String } == ["P3", "P2", "P1"])
    let first = try #require(proposals.first { $0["need"] as? String == "N002" })
    let supervisor = try #require(first["supervisor"] as? [String: Any])
    #expect(supervisor["person"] as? String == "P5" && supervisor["days"] as? Double == 1)
    let decided = try town.talent("decide", "1", "N001", "--accept", "--by", "Ann", "--json").json()
    let placed = try #require(decided["covers"] as? [[String: Any]])
    #expect(placed.map { $0["need"] as? String } == ["N001-C1", "N001-C2"])
    #expect(placed.map { $0["placement"] as? Int } == [2, 3])
  }

  @Test(
    arguments: [
      (
        "N002", "update person set available_until = '2027-02-01' where number = 5", "P5",
        "supervise"
      ),
      ("N002", "update designation set until = '2027-02-01' where person = 5", "P5", "supervises"),
      (
        "N002", "update designation set half_days_a_year = 1 where person = 5", "P5",
        "0.5 days left"
      ),
      ("N002", "update designation set alliance = null where person = 5", "P5", "alliance"),
      ("N002", "update designation set completed = 0 where person = 5", "P5", "no deployment"),
      (
        "N002", "update release set half_days_per_half_term = 0 where school = 990003", "P5",
        "lets go 0 days per half-term"
      ),
      ("N001", "delete from readiness where person = 2", "P2", "the post of P1"),
      ("N001", "update person set role = 'Headteacher' where number = 1", "P2", "P1 is not Deputy"),
      ("N001", "update person set prohibited = true where number = 3", "P3", "the post of P2"),
    ])
  func `a supervisor or cover who no longer can is named, and nothing is stored`(
    need: String, change: String, who: String, says: String
  ) throws {
    let town = try planned()
    defer { town.remove() }
    try town.sql(change)
    let answer = try town.talent("decide", "1", need, "--accept", "--by", "Ann")
    #expect(answer.code == 5, "\(answer.complaint)")
    #expect(answer.complaint.contains("\(who) can no longer"), "\(answer.complaint)")
    #expect(answer.complaint.contains(says), "\(answer.complaint)")
    #expect(answer.complaint.contains("Nothing was changed"))
    #expect(try town.scalar("select count(*) from placement") == "0")
    #expect(try town.scalar("select count(*) from decision") == "0")
    #expect(try town.scalar("select count(*) from need where cover_of is not null") == "0")
  }

  @Test func `declining who leaves frees those who were to cover`() throws {
    let town = try planned()
    defer { town.remove() }
    let answer = try town.talent(
      "decide", "1", "N001", "--decline", "--by", "Ann", "--reason", "not now")
    #expect(answer.code == 0 && answer.out.contains("P2 and P3 are free again"), "\(answer.out)")
    #expect(try town.scalar("select count(*) from placement") == "0")
  }

  @Test func `a line is pinned and unpinned by name`() throws {
    let town = try planned()
    defer { town.remove() }
    let pin = ["plan", "pin", "1", "n001", "--person", "P1", "--by", "Ann Lee"]
    try expectGolden(
      try town.transcript([
        pin + ["--reason", "promised to the governors"], pin, ["plan", "pins"],
        ["plan", "pin", "1", "N001", "--person", "P2", "--by", "Ann"],
        ["plan", "pin", "9", "N001", "--person", "P2", "--by", "Ann"], ["plan", "show", "1"],
        ["plan", "discard", "1"], ["plan", "unpin", "N001", "--person", "P1", "--by", "Bo Lane"],
        ["plan", "unpin", "N001", "--person", "P1", "--by", "Bo Lane"], ["plan", "pins"],
      ])
      .replacing(/\ on \d+ \w{3} \d{4}/, with: " on DATE")
      .replacing(/\d\d\/\d\d\/20\d\d/, with: "DATE"), "pins")
  }
}

extension Workspace {
  /// A workspace that knows the schools of `Fixtures/chain.sql`.
  static func chain() throws -> Workspace {
    let workspace = try Workspace()
    #expect(try workspace.talent("org", "list").code == 0)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/chain.sql")
    try workspace.sql(try String(contentsOf: file, encoding: .utf8))
    return workspace
  }
}
