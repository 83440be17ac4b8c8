import Foundation
import Testing

/// A secret planted in a small town, and every kind of explanation read by everybody who may ask for it: the secret
/// never shows, nor do two towns that differ only in it read differently to somebody who may not know of it, unless
/// the plan itself differs.
struct LeakTests {
  private static let needs = ["N001", "N002"]
  private static let people = ["P1", "P2", "P3", "P4", "P5"]
  /// What no explanation may contain, whoever reads it.
  private static let marks = ["zebra", "hidden", "wish", "conflict", "governor"]

  private static let isLong = ProcessInfo.processInfo.environment["TALENT_SOAK"] != nil

  /// What is asked about a plan by whoever leads the alliance, the plan before it being the first.
  private static func ofLead(_ plan: String) -> [[String]] {
    let asked = [
      ["explain", plan, "N001"], ["explain", plan, "N002"],
      ["explain", plan, "N001", "--person", "P1"],
      ["explain", plan, "N002", "--person", "P5", "--json"],
      ["explain", plan, "N002", "--person", "P4", "--change"], ["explain", plan, "--person", "P2"],
      ["plan", "scarcity", plan], ["plan", "diff", "1", plan], ["plan", "show", plan, "--all"],
    ]
    guard isLong else { return asked }
    let everybody = people.flatMap { person in
      needs.flatMap { need in
        [[], ["--json"], ["--change"]].map { ["explain", plan, need, "--person", person] + $0 }
      }
    }
    return asked + everybody + [
      ["plan", "show", plan, "--json"], ["plan", "scarcity", plan, "--json"],
    ]
  }

  private static func ofHead(_ plan: String, _ need: String) -> [[String]] {
    [[], ["--person", "P3"], ["--person", "P5", "--json"]].map {
      ["explain", plan, need, "--reader", "head"] + $0
    }
  }

  /// What is said, without the plan's own number.
  private func read(_ commands: [[String]], _ town: Workspace) throws -> [String] {
    try commands.map { command in
      let answer = try town.talent(command)
      let said = answer.out + answer.complaint
      #expect(
        answer.code == 0 || answer.complaint.contains("did not look at"), "\(command): \(said)")
      for mark in Self.marks {
        #expect(!said.lowercased().contains(mark), "\(command) says \(mark): \(said)")
      }
      return answer.out.replacing(
        /(plan|explain|verify|"plan":) ?\d+/.ignoresCase(), with: "plan N")
    }
  }

  private func propose(_ town: Workspace) throws -> String {
    let plan = try town.talent("propose", "--json").json()
    return "\(try #require(plan["plan"] as? Int))"
  }

  /// Who a plan proposes for a need, with their company.
  private func proposed(_ plan: String, _ need: String, _ town: Workspace) throws -> [String] {
    let plan = try town.talent("plan", "show", plan, "--json").json()
    let lines = try #require(plan["proposals"] as? [[String: Any]])
    return lines.filter { $0["need"] as? String == need }.map { line in
      let supervisor = (line["supervisor"] as? [String: Any])?["person"] as? String
      let covers = (line["covers"] as? [[String: Any]])?.compactMap { $0["person"] as? String }
      let company = [supervisor].compactMap { $0 } + (covers ?? [])
      return ([line["person"] as? String ?? ""] + company).joined(separator: " with ")
    }
  }

  private static let places = [
    (1, 990003), (5, 990002), (2, 990001), (3, 990003), (4, 990002), (5, 990001),
  ]

  @Test func `a place somebody hides from reads like one they have an interest in, to everybody`()
    throws
  {
    let town = try Workspace.chain()
    defer { town.remove() }
    _ = try propose(town)
    for (person, school) in Self.isLong ? Self.places : Array(Self.places.prefix(2)) {
      try town.sql(
        "insert into conflict (organisation, person, school, kind, why) values "
          + "(1, \(person), \(school), 'hidden', 'zebra')")
      let hidden = try propose(town)
      let secret = try read(
        Self.ofLead(hidden) + Self.needs.flatMap { Self.ofHead(hidden, $0) }, town)
      try town.sql("update conflict set kind = 'conflict', why = 'governor there'")
      let open = try propose(town)
      let known = try read(
        Self.ofLead(open) + Self.needs.flatMap { Self.ofHead(open, $0) }, town)
      for (one, other) in zip(secret, known) { #expect(one == other, "P\(person), \(school)") }
      try town.sql("delete from conflict")
    }
  }

  private static let confidences: [(plant: String, undo: String)] = [
    (
      "insert into readiness (organisation, person, post, level, judged_on) values (1, 5, 'Headteacher', 'zebra', '2026-09-01')",
      "delete from readiness where level = 'zebra'"
    ),
    (
      "insert into readiness (organisation, person, post, level, judged_on) values (1, 4, 'Deputy headteacher', 'Ready now', '2026-09-01')",
      "delete from readiness where person = 4"
    ),
    (
      "update readiness set level = 'zebra' where person = 3",
      "update readiness set level = 'Ready now' where person = 3"
    ),
    (
      "update person set notes = 'zebra: wants to leave', aspiration = 'Headteacher' where number = 2",
      "update person set notes = null, aspiration = null where number = 2"
    ),
    (
      "insert into career_step (organisation, person, what, due) values (1, 1, 'zebra: leave in summer', '2027-06-30')",
      "delete from career_step"
    ),
    (
      "insert into conflict (organisation, person, school, kind, why) values (1, 3, 990003, 'hidden', 'zebra')",
      "delete from conflict"
    ),
    (
      "insert into conflict (organisation, person, school, kind, why) values (1, 5, 990002, 'hidden', 'zebra')",
      "delete from conflict"
    ),
    (
      "insert into conflict (organisation, person, school, kind, why) values (1, 5, 990001, 'hidden', 'zebra')",
      "delete from conflict"
    ),
  ]

  @Test func `what was told in confidence never shows, and a head reads the same of the same plan`()
    throws
  {
    let town = try Workspace.chain()
    defer { town.remove() }
    let first = try propose(town)
    let before = try Self.needs.map { try read(Self.ofHead(first, $0), town) }
    let chosen = try Self.needs.map { try proposed(first, $0, town) }
    var (same, other) = (0, 0)
    for (plant, undo) in Self.confidences {
      try town.sql(plant)
      let plan = try propose(town)
      _ = try read(Self.ofLead(plan), town)
      for (index, need) in Self.needs.enumerated() {
        let after = try read(Self.ofHead(plan, need), town)
        #expect(after.allSatisfy { !$0.lowercased().contains("read") }, "\(after)")
        guard try proposed(plan, need, town) == chosen[index] else {
          other += 1
          continue
        }
        same += 1
        #expect(after == before[index], "\(plant)")
      }
      try town.sql(undo)
    }
    #expect(same >= 7 && other >= 2, "\(same) the same, \(other) not")
  }
}
