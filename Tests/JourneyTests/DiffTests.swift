import Foundation
import Testing

/// What differs between two plans, and why.
struct DiffTests {
  @Test func `every line that stays, changed, came or went is named with its reason`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    #expect(try work.talent("propose").code == 0)
    try work.talent("decide", "1", "N003", "--accept", "--by", "Ann Example")
    try work.talent(
      "decide", "1", "N021", "--decline", "--by", "Ann Example", "--reason", "knows the head")
    try work.talent("person", "edit", "P108", "--available-until", "31/12/2026")
    try work.talent("need", "close", "N011", "--because", "the term is over")
    try work.talent(
      "need", "add", "--at", "990018", "--kind", "deployment", "--role", "SLE", "--specialism",
      "Early years", "--days", "5", "--from", "01/03/2027", "--to", "07/05/2027", "--priority",
      "must fill")
    #expect(try work.talent("propose").code == 0)
    try expectGolden(
      try work.transcript([
        ["plan", "diff", "1", "2"], ["plan", "diff", "1", "1"], ["plan", "diff", "1", "9"],
        ["plan", "diff", "1", "2", "--csv"],
      ]), "diff")
    try checkLines(work)
  }

  /// Every line of either plan is in the comparison, once, as what it is.
  private func checkLines(_ work: Workspace) throws {
    func people(_ plan: [String: Any]) throws -> [String: Set<String>] {
      let proposals = try #require(plan["proposals"] as? [[String: Any]])
      return Dictionary(grouping: proposals) { $0["need"] as? String ?? "" }
        .mapValues { Set($0.compactMap { $0["person"] as? String }) }
    }
    let plans = try ["1", "2"].map { try work.talent("plan", "show", $0, "--json").json() }
    let (was, now) = (try people(plans[0]), try people(plans[1]))
    let diff = try work.talent("plan", "diff", "1", "2", "--json").json()
    let lines = try #require(diff["lines"] as? [[String: Any]])
    var counts: [String: Int] = [:]
    for line in lines {
      let need = try #require(line["need"] as? String)
      let what = try #require(line["what"] as? String)
      counts[what, default: 0] += 1
      let old = Set((line["was"] as? [[String: Any]])?.compactMap { $0["person"] as? String } ?? [])
      let new = Set((line["now"] as? [[String: Any]])?.compactMap { $0["person"] as? String } ?? [])
      switch what {
      case "stays", "adjusted": #expect(old == new && was[need]?.isSuperset(of: old) == true)
      case "new": #expect(old.isSubset(of: new) && old == was[need] ?? [] && new == now[need])
      case "gone": #expect(new.isSubset(of: old) && old == was[need] && new == now[need] ?? [])
      default: #expect(what == "changed" && old == was[need] && new == now[need] && old != new)
      }
      #expect(
        ["stays"].contains(what) || (line["because"] as? [String])?.isEmpty == false, "\(line)")
    }
    let totals = try #require(diff["totals"] as? [String: Any])
    let kept = was.reduce(0) { $0 + $1.value.intersection(now[$1.key] ?? []).count }
    #expect(totals["stays"] as? Int == kept)
    for what in ["changed", "new", "gone", "adjusted"] {
      #expect(totals[what] as? Int == counts[what] ?? 0, "\(what)")
    }
    let gained = (plans[1]["objective"] as? Int ?? 0) - (plans[0]["objective"] as? Int ?? 0)
    #expect(totals["points_gained"] as? Int == gained)
  }

  @Test func `what lines win for staying is no change of theirs`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    #expect(try work.talent("propose").code == 0)
    #expect(try work.talent("plan", "publish", "1", "--by", "Ann Example").code == 0)
    #expect(
      try work.scalar("select published_at::date || ' ' || made_at::date from plan")
        == "2026-11-22 2026-11-22")
    #expect(try work.talent("propose").code == 0)
    let diff = try work.talent("plan", "diff", "1", "2")
    #expect(diff.out.contains("lines stay; needs with other people: 0 changed"), "\(diff.out)")
    #expect(!diff.out.contains("not quite as they were"), "\(diff.out)")
    #expect(diff.out.contains("are for lines that stay."), "\(diff.out)")
    let json = try work.talent("plan", "diff", "1", "2", "--json").json()
    let lines = try #require(json["lines"] as? [[String: Any]])
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line["what"] as? String == "stays" && (line["points"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `a readiness, a conflict and a wish not to be seen are told apart nowhere`() throws {
    var said: Set<String> = []
    for secret in [
      "insert into conflict (organisation, person, school, kind, why) values (1, 1, 990003, 'hidden', 'a wish')",
      "insert into conflict (organisation, person, school, kind, why) values (1, 1, 990003, 'conflict', 'a cousin')",
      "update readiness set judged_on = '2020-01-01' where person = 1",
      "update readiness set judged_on = null where person = 1",
    ] {
      let town = try Workspace.chain()
      defer { town.remove() }
      #expect(try town.talent("propose").code == 0)
      try town.sql(secret)
      #expect(try town.talent("propose").code == 0)
      let text = try town.talent("plan", "diff", "1", "2")
      let json = try town.talent("plan", "diff", "1", "2", "--json")
      #expect(text.code == 0 && text.out.contains("P1 is barred"), "\(text.out)\(text.complaint)")
      for secret in ["hidden", "wish", "conflict", "cousin", "eadiness", "judged"] {
        #expect(!text.out.contains(secret) && !json.out.contains(secret), "\(secret): \(text.out)")
      }
      said.insert(text.out + json.out)
    }
    #expect(said.count == 1, "\(said)")
  }

  @Test func `a supervisor who could not then and can now is why a line is new`() throws {
    let town = try Workspace.chain()
    defer { town.remove() }
    #expect(try town.talent("propose").code == 0)
    // The first plan as one made while the supervisor had no days left, the second as one made after.
    try town.sql("update designation set half_days_a_year = 1 where person = 5")
    #expect(try town.talent("propose").code == 0)
    try town.sql("update designation set half_days_a_year = 30 where person = 5")
    #expect(try town.talent("propose").code == 0)
    try town.sql(
      """
      delete from proposal where plan = 2 and need = 'N002';
      update proposal set supervisor = 5, supervisor_role = 'SLE', supervising_half_days = 2
        where plan in (1, 3) and need = 'N002';
      update plan set seal = sha256(convert_to(plan_text(organisation, number), 'UTF8'));
      """)
    func diff(_ earlier: String, _ later: String) throws -> String {
      try town.talent("plan", "diff", earlier, later).out.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    let gained = try diff("2", "3")
    #expect(
      gained.contains("P5, who supervises, could not then: Has 0.5 days left as SLE"), "\(gained)")
    let lost = try diff("1", "2")
    #expect(lost.contains("P5 can no longer supervise: Has 0.5 days left as SLE"), "\(lost)")
    try town.sql(
      """
      update proposal set supervisor = null, supervisor_role = null, supervising_half_days = null
        where plan = 1;
      update plan set seal = sha256(convert_to(plan_text(organisation, number), 'UTF8'));
      """)
    let adjusted = try diff("1", "3")
    #expect(adjusted.contains("Supervised by P5 Ed Elm now"), "\(adjusted)")
  }
}
