import Foundation
import Testing

/// The whole job, as the three users do it, on the fictional county.
@Suite("A county's whole journey", .serialized)
struct CountyJourneyTests {
  @Test("sheets load, load again without change, and what people read is as it was")
  func wholeJourney() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    for (kind, sheet) in Workspace.sheets {
      let again = try work.talent("load", kind, "sheets/\(sheet).csv", "--json").json()
      #expect(again["created"] as? Int == 0 && again["updated"] as? Int == 0, "\(kind)")
      #expect(again["read"] as? Int == again["unchanged"] as? Int, "\(kind)")
      #expect(again["load"] is NSNull, "\(kind)")
    }
    try expectGolden(work.talent("propose").out, "propose")
    try expectGolden(work.talent("plan", "show", "1").out, "plan-show")
    try expectGolden(work.talent("plan", "verify", "1").out, "plan-verify")
    let plan = try work.talent("propose", "--json", "--dry-run").json()
    try checkContract(plan)
    try explainAndDecide(work, plan)
  }

  /// The JSON keys are a contract with programs.
  private func checkContract(_ plan: [String: Any]) throws {
    #expect(plan["status"] as? String == "optimal")
    #expect(plan["objective"] as? Int == plan["bound"] as? Int)
    #expect(plan["gap"] as? Double == 0)
    #expect(plan["must_fill_unfilled"] is Int)
    let proposals = try #require(plan["proposals"] as? [[String: Any]])
    #expect(!proposals.isEmpty)
    for proposal in proposals {
      #expect(proposal["need"] is String && proposal["school"] is String)
      #expect(proposal["person"] is String && proposal["name"] is String)
      let lines = try #require(proposal["lines"] as? [[String: Any]])
      let sum = try lines.map { try #require($0["points"] as? Int) }.reduce(0, +)
      #expect(proposal["points"] as? Int == sum)
      #expect(lines.allSatisfy { $0["rule"] is String && $0["because"] is String })
    }
    let unfilled = try #require(plan["unfilled"] as? [[String: Any]])
    #expect(
      unfilled.allSatisfy {
        $0["need"] is String && $0["missing"] is Int && $0["because"] is String
      })
  }

  private func explainAndDecide(_ work: Workspace, _ plan: [String: Any]) throws {
    let proposals = try #require(plan["proposals"] as? [[String: Any]])
    let references = Dictionary(grouping: proposals) { $0["need"] as? String ?? "" }
    let single = try #require(
      proposals.first { references[$0["need"] as? String ?? ""]?.count == 1 })
    let need = try #require(single["need"] as? String)
    let person = try #require(single["person"] as? String)
    try expectGolden(work.talent("explain", "1", need).out, "explain")
    let why = try work.talent("explain", "1", need, "--person", person, "--json").json()
    #expect((why["person"] as? [String: Any])?["chosen"] as? Bool == true)

    let accepted = try work.talent("decide", "1", need, "--accept", "--by", "Ann Example")
    #expect(accepted.code == 0)
    #expect(accepted.out.contains("release pending"))
    let late = try work.talent("decide", "1", need, "--accept", "--by", "Bob Example")
    #expect(late.code == 5)
    #expect(late.complaint.contains("accepted by Ann Example"))

    // Chosen placements close their places and use their home's release in the next plan.
    let next = try work.talent("propose", "--json").json()
    let again = try #require(next["proposals"] as? [[String: Any]])
    #expect(!again.contains { $0["need"] as? String == need })
    #expect(try work.talent("plan", "verify", "1").code == 0)
    let verified = try work.talent("plan", "verify", "1", "--json").json()
    #expect(verified["accepted"] as? Bool == true)
    #expect((verified["remarks"] as? [String])?.isEmpty == false)
  }

  @Test("a barred choice needs its bar overridden by name and reason")
  func barredChoice() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    let plan = try work.talent("propose", "--json").json()
    let proposals = try #require(plan["proposals"] as? [[String: Any]])
    let deployment = try #require(proposals.first { $0["kind"] as? String == "deployment" })
    let need = try #require(deployment["need"] as? String)
    let person = try #require(deployment["person"] as? String)
    let outsider =
      "P"
      + (try #require(
        try work.scalar(
          """
          select number from person p where not exists (select from designation d where d.person = p.number)
            order by number limit 1
          """)))
    let arguments = [
      "decide", "1", need, "--person", person, "--instead", outsider, "--by", "Ann Example",
      "--reason", "knows the school",
    ]
    let refused = try work.talent(arguments)
    #expect(refused.code == 4)
    #expect(refused.complaint.contains("--override designation"))
    #expect(try work.scalar("select count(*) from placement") == "0")
    let rules = refused.complaint.matches(of: /--override ([a-z-]+)/).flatMap {
      ["--override", String($0.1)]
    }
    let chosen = try work.talent(arguments + rules)
    #expect(chosen.code == 0, "\(chosen.complaint)")
    #expect(try work.scalar("select overridden from decision")?.contains("designation") == true)
    #expect(try work.talent("decide", "1", need, "--decline", "--by", "Ann").code == 64)
  }

  @Test(
    "a row altered by hand in the database is found",
    arguments: [
      "update proposal set line_points[2] = line_points[2] + 1 where need = (select min(need) from proposal)",
      "update proposal set reasons[1] = 'a favour' where need = (select min(need) from proposal)",
      "update proposal set rules[1] = 'kindness' where need = (select min(need) from proposal)",
      "update proposal set points = points + 1 where need = (select min(need) from proposal)",
      "update proposal set rules = rules[2:], line_points = line_points[2:], reasons = reasons[2:] where need = (select min(need) from proposal)",
      "update plan set objective = objective - 1",
      "update plan set objective = objective + 1, bound = bound + 1",
      "update plan set bound = bound + 1",
      "update plan set must_fill_unfilled = must_fill_unfilled + 1",
      "update plan set policy = replace(policy, '200', '201')",
      "update plan set snapshot = snapshot || 'x'",
      "update plan set proof = replace(proof, 'row', 'raw')",
      "update plan set proof = ''",
      "update plan set must_fill_bound = 0, must_fill_unfilled = must_fill_unfilled + 1",
      "update plan set bound = bound + 5, objective = objective + 5, must_fill_bound = 0",
      "delete from unfilled where need = (select min(need) from unfilled)",
      "update unfilled set because = 'nobody likes this school' where need = (select min(need) from unfilled)",
      "delete from plan_note where position = 1",
      "update plan set kinds = '{deployment}'",
      "update plan set within = 'x'",
      "update plan set starts_on = '2027-01-01'",
      "update unfilled set missing = missing + 1 where need = (select min(need) from unfilled)",
    ])
  func alteredRow(_ change: String) throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    #expect(try work.talent("propose").code == 0)
    try work.sql(change)
    let verdict = try work.talent("plan", "verify", "1", "--json")
    #expect(verdict.code == 5)
    let json = try verdict.json()
    #expect(json["accepted"] as? Bool == false)
    #expect((json["where"] as? String)?.isEmpty == false)
    #expect(try work.talent("plan", "publish", "1", "--by", "Ann Example").code == 5)
    let first = try work.scalar("select min(need) from proposal")
    let need = try #require(first)
    #expect(try work.talent("decide", "1", need, "--accept", "--by", "Ann").code == 5)
  }

  @Test("the same data in another order of rows make the same plan")
  func rowOrder() throws {
    let one = try Workspace()
    let other = try Workspace()
    defer {
      one.remove()
      other.remove()
    }
    try one.loadCounty()
    try other.sample()
    for (kind, sheet) in Workspace.sheets {
      let lines = try other.read("sheets/\(sheet).csv").split(separator: "\r\n").map(String.init)
      let head = (lines.firstIndex { $0.contains("URN") || $0.contains("Cluster") } ?? 0) + 1
      try other.write(
        "sheets/\(sheet).csv",
        (lines.prefix(head) + lines.dropFirst(head).reversed()).joined(separator: "\r\n") + "\r\n")
      #expect(try other.talent("load", kind, "sheets/\(sheet).csv").code == 0)
    }
    #expect(try names(in: one) == names(in: other))
    // Twice from the same data: byte for byte, but for the plan's number.
    let first = try one.talent("propose", "--json", "--dry-run").out
    #expect(try one.talent("propose", "--json", "--dry-run").out == first)
  }

  private func names(in work: Workspace) throws -> [String] {
    let plan = try work.talent("propose", "--json").json()
    return try #require(plan["proposals"] as? [[String: Any]]).map {
      "\($0["need"] ?? "") \($0["name"] ?? "") \($0["points"] ?? "")"
    }.sorted()
  }

  @Test("every load can be taken back, the last first, and nothing is left")
  func undoAll() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    let loads = try #require(
      try work.scalar("select string_agg(number::text, ' ' order by number desc) from load"))
    for load in loads.split(separator: " ") {
      let undone = try work.talent("loads", "undo", String(load), "--json").json()
      #expect((undone["kept"] as? [Any])?.isEmpty == true)
    }
    for table in [
      "person", "designation", "need", "post", "release", "cluster", "school", "readiness",
    ] {
      #expect(try work.scalar("select count(*) from \(table)") == "0", "\(table)")
    }
    let last = try #require(loads.split(separator: " ").last)
    #expect(try work.talent("loads", "undo", String(last)).out.contains("was undone at"))
  }
}
