import Foundation
import Testing

/// Several people at work at once, and places that are no schools.
@Suite("Shared work", .serialized)
struct SharedWorkTests {
  @Test("of six leads who decide one proposal at once, one decides and five are told who did")
  func sixDecideAtOnce() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    let plan = try work.talent("propose", "--json").json()
    let first = try #require((plan["proposals"] as? [[String: Any]])?.first)
    let need = try #require(first["need"] as? String)
    let person = try #require(first["person"] as? String)
    let leads = try (1...6).map {
      try work.start(["decide", "1", need, "--person", person, "--accept", "--by", "Lead \($0)"])
    }
    let answers = try leads.map { try $0.answer() }
    #expect(answers.map(\.code).sorted() == [0, 5, 5, 5, 5, 5])
    for refused in answers where refused.code == 5 {
      #expect(refused.complaint.contains("accepted by Lead"), "\(refused.complaint)")
    }
    #expect(try work.scalar("select count(*) from placement") == "1")
  }

  @Test("when time runs out the best plan so far is shown, with its gap, and saved only when asked")
  func timeRunsOut() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    let stopped = try work.talent("propose", "--time-limit", "0")
    #expect(stopped.code == 6)
    #expect(stopped.out.contains("Not proven") && stopped.out.contains("nothing was saved"))
    #expect(try work.scalar("select count(*) from plan") == "0")
    let saved = try work.talent("propose", "--time-limit", "0", "--save-unproven", "--json")
    #expect(saved.code == 6)
    let plan = try saved.json()
    #expect(plan["status"] as? String == "feasible")
    let (bound, worth) = (plan["bound"] as? Int ?? 0, plan["objective"] as? Int ?? 0)
    #expect(bound > worth)
    // Of what could be won over a plan that places nobody, as docs/speed.md has it.
    let penalties = try work.scalar(
      """
      select -sum(people * case priority when 'must fill' then 3000 when 'high' then 1500 else 700 end)
      from need
      """)
    let constant = try #require(penalties.flatMap(Int.init))
    let gap = try #require(plan["gap"] as? Double)
    #expect(abs(gap - Double(bound - worth) / Double(bound - constant)) < 1e-9)
    let verified = try work.talent("plan", "verify", "1")
    #expect(verified.code == 0 && verified.out.contains("not proven the best"))
    try work.sql("update plan set bound = bound + 1")
    let altered = try work.talent("plan", "verify", "1")
    #expect(altered.code == 5 && altered.out.contains("bound"), "\(altered.out)")
    let enough = try work.talent("propose", "--time-limit", "60", "--json")
    #expect(try enough.code == 0 && enough.json()["status"] as? String == "optimal")
    for typed in ["-1", "x", "--json"] {
      let refused = try work.talent("propose", "--time-limit", typed)
      #expect(refused.code == 64)
      #expect(refused.complaint.contains("'\(typed)' is invalid"), "\(refused.complaint)")
      #expect(refused.complaint.contains("it is seconds, 0 or more"), "\(refused.complaint)")
    }
  }

  @Test("a nursery without a URN is a home and the place of a need like any school")
  func settings() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample(people: 100, designated: 40, needs: 5)
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    let position = try work.scalar(
      "select easting || ',' || northing from school where urn = 990001")
    let place = try #require(position)
    try work.write(
      "settings.csv",
      """
      Reference,Name,Kind,LA,Phase,Postcode,Easting,Northing
      ACORN,Acorn Nursery,nursery,Wexcombe,Nursery,,\(place)
      OAK,Oak Children's Centre,children's centre,Wexcombe,Nursery,,\(place)

      """)
    try work.write(
      "designations.csv",
      """
      Surname,Forename,TRN,Setting,Designation,Designated on,Until,Specialisms,Verified on,Phases,Days a year,Max travel (miles),Completed deployments,Alliance,Supervises
      Adeyemi,Ada,1234567,ACORN,SFSL,01/09/2026,31/08/2030,Parenting,02/09/2026,Nursery,10,10,3,Hill Alliance,no

      """)
    try work.write(
      "needs.csv",
      """
      Reference,Setting,Kind,Role wanted,Specialism,Phase,Days,FTE,From,To,Priority,Behaviours wanted,People,Asked by,Asked on
      S1,OAK,deployment,SFSL,Parenting,Nursery,2,,18/01/2027,17/04/2027,must fill,,1,,

      """)
    for kind in ["settings", "designations", "needs"] {
      let answer = try work.talent("load", kind, "\(kind).csv")
      #expect(answer.code == 0, "\(answer.out)\(answer.complaint)")
    }
    let plan = try work.talent("propose", "--json").json()
    let proposal = try #require((plan["proposals"] as? [[String: Any]])?.first)
    #expect(proposal["school"] as? String == "OAK")
    #expect(proposal["name"] as? String == "Ada Adeyemi")
    #expect(try work.talent("plan", "verify", "1").code == 0)
    #expect(try work.talent("decide", "1", "S1", "--accept", "--by", "Ann").code == 0)
  }

  @Test("a plan kept to a cluster takes its needs and no others; another organisation sees nothing")
  func scopes() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    let first = try work.scalar(
      "select name from cluster where kind = 'family' order by 1 limit 1")
    let cluster = try #require(first)
    let wanted = try work.scalar(
      """
      select coalesce(sum(n.people), 0) from need n join cluster_member m on m.school = n.school
        join cluster c on c.number = m.cluster where c.name = '\(cluster)'
      """)
    let plan = try work.talent("propose", "--within", cluster.uppercased(), "--json").json()
    let filled = (plan["proposals"] as? [Any])?.count ?? 0
    let missing =
      (plan["unfilled"] as? [[String: Any]])?.compactMap { $0["missing"] as? Int }.reduce(0, +) ?? 0
    #expect(String(filled + missing) == wanted)
    #expect(plan["within"] as? String == cluster)

    #expect(try work.talent("org", "add", "Elsewhere").code == 0)
    #expect(try work.talent("org", "use", "Elsewhere").code == 0)
    #expect(try work.talent("propose").out.contains("no open needs"))
    #expect(try work.talent("person", "show", "P1").code == 3)
    #expect(try work.talent("plan", "show", "1").code == 3)
    #expect(try work.talent("find", "--json").out.contains("\"person\"") == false)
  }

  @Test("a draft can be discarded, unless somebody decided about it")
  func discard() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    let plan = try work.talent("propose", "--json").json()
    #expect(try work.talent("plan", "discard", "1").code == 0)
    for table in ["plan", "proposal", "unfilled", "plan_note"] {
      #expect(try work.scalar("select count(*) from \(table)") == "0", "\(table)")
    }
    #expect(try work.talent("plan", "discard", "1").code == 3)
    #expect(try work.talent("propose").code == 0)
    let first = try #require((plan["proposals"] as? [[String: Any]])?.first)
    let need = try #require(first["need"] as? String)
    let person = try #require(first["person"] as? String)
    #expect(
      try work.talent("decide", "2", need, "--person", person, "--accept", "--by", "Ann").code == 0)
    #expect(try work.talent("plan", "discard", "2").code == 5)
  }

  @Test("a need whose last day is past is left out of a plan and named")
  func needsThatAreOver() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    try work.sql(
      "update need set starts_on = '2026-01-05', ends_on = '2026-11-21' where reference = 'N001'")
    let answer = try work.talent("propose", "--json")
    #expect(answer.complaint.contains("N001"))
    #expect(!answer.out.contains("N001"))
  }
}
