import Foundation
import Testing

/// Why this person, why not her, and what would have to change: each answer tried out.
struct ExplainTests {
  @Test func `without a supervisor's days a new SLE is not placed, and a day freed places both`()
    throws
  {
    let town = try Workspace.chain()
    defer { town.remove() }
    try town.sql("update designation set half_days_a_year = 1 where person = 5")
    let first = try town.talent("propose", "--json").json()
    let unfilled = try #require(first["unfilled"] as? [[String: Any]])
    let because = try #require(unfilled.first { $0["need"] as? String == "N002" }?["because"])
    #expect("\(because)".contains("P4"), "\(because)")
    #expect("\(because)".contains("supervis"), "\(because)")
    let change = try town.talent("explain", "1", "N002", "--person", "P4", "--change")
    #expect(change.out.contains("P5 Ed Elm"), "\(change.out)\(change.complaint)")
    #expect(change.out.contains("0.5 days more for supervising"), "\(change.out)")
    #expect(try town.talent("plan", "scarcity", "1").out.contains("P5 Ed Elm"))

    try town.sql("update designation set half_days_a_year = 2 where person = 5")
    let again = try town.talent("propose", "--again", "1", "--json").json()
    let line = try #require(
      (again["proposals"] as? [[String: Any]])?.first { $0["need"] as? String == "N002" })
    #expect(line["person"] as? String == "P4")
    #expect((line["supervisor"] as? [String: Any])?["person"] as? String == "P5")
    let diff = try town.talent("plan", "diff", "1", "2")
    #expect(diff.out.contains("P4") && diff.out.contains("P5"), "\(diff.out)")
    #expect(try town.talent("plan", "verify", "2").code == 0)
  }

  @Test func `what somebody would cost, and the needs they could fill, are told`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    let plan = try work.talent("propose", "--json").json()
    let objective = try #require(plan["objective"] as? Int)
    for proposal in try #require(plan["proposals"] as? [[String: Any]]).prefix(6) {
      let need = try #require(proposal["need"] as? String)
      let answer = try work.talent("explain", "1", need, "--json").json()
      for runner in try #require(answer["runners_up"] as? [[String: Any]]) {
        guard let cost = runner["cost"] as? Int, runner["must_fill_lost"] as? Int == 0 else {
          continue
        }
        let person = try #require(runner["person"] as? String)
        #expect(
          try work.talent(
            "plan", "pin", "1", need, "--person", person, "--by", "Ann", "--json"
          ).code != 0, "only lines of the plan are pinned")
        #expect(cost >= 0 && cost <= abs(objective))
      }
      let who = try #require(proposal["person"] as? String)
      #expect(try work.talent("explain", "1", "--person", who).out.contains(need))
    }
  }

  @Test func `a change that is named does place them, and half a day less does not`() throws {
    let town = try Workspace.chain()
    defer { town.remove() }
    try town.sql("update release set half_days_per_half_term = 3 where school = 990001")
    #expect(try town.talent("propose").code == 0)
    let answer = try town.talent(
      "explain", "1", "N002", "--person", "P4", "--change", "--json"
    ).json()
    let changes = try #require(answer["changes"] as? [[[String: Any]]])
    let release = try #require(
      changes.first { $0.count == 1 && $0[0]["kind"] as? String == "release days" })
    let more = try #require(release[0]["more_half_days"] as? Int)
    for (days, places) in [(3 + more - 1, false), (3 + more, true)] {
      try town.sql("update release set half_days_per_half_term = \(days) where school = 990001")
      let plan = try town.talent("propose", "--dry-run", "--json").json()
      let lines = try #require(plan["proposals"] as? [[String: Any]])
      #expect(lines.contains { $0["need"] as? String == "N002" } == places, "\(days)")
    }
  }
}
