import Foundation
import Testing

/// Plans whose rows somebody changed in the database and whose hashes they then worked out anew.
@Suite("Forged plans", .serialized)
struct ForgedPlanTests {
  /// A change of plan `#`, and words of what is said of it.
  private struct Forgery {
    let change: String
    let place: String
    let says: [String]
  }

  private static let forgeries = [
    Forgery(
      change: """
        update proposal set reasons[1] = 'Is the best of all' where plan = #
          and need = (select min(need) from proposal where plan = #)
        """,
      place: "need N0", says: ["says \"Is the best of all\"", "the rules give \""]),
    Forgery(
      change: """
        update unfilled set because = 'Nobody likes this school' where plan = #
          and need = (select min(need) from unfilled where plan = #)
        """,
      place: "need N0", says: ["\"Nobody likes this school\", and the data give \""]),
    Forgery(
      change: "delete from plan_note where plan = # and position = 1",
      place: "the notes", says: ["the data give one that is gone: \""]),
    Forgery(
      change: "update plan_note set says = 'All is well' where plan = # and position = 1",
      place: "note 1", says: ["it says \"All is well\", and the data give \""]),
    Forgery(
      change: "insert into plan_note select organisation, plan, 999, 'All is well' from plan_note "
        + "where plan = # and position = 1",
      place: "note", says: ["\"All is well\", and the data give no such note"]),
    Forgery(
      change: "update plan set bound = bound + 1000 where number = #",
      place: "the proof of points", says: ["the plan's bound says ", "the proof shows "]),
    Forgery(
      change: "update plan set must_fill_bound = must_fill_bound - 1 where number = #",
      place: "the proof of must-fill places",
      says: ["says that every plan leaves 1 unfilled, and the proof shows 2"]),
    Forgery(
      change: "update plan set within = 'Nowhere' where number = #",
      place: "the plan's scope", says: ["which is not in \"Nowhere\""]),
    Forgery(
      change: "update plan set within = 'LA:Nowhere' where number = #",
      place: "the plan's scope", says: ["which is not in \"LA:Nowhere\""]),
    Forgery(
      change: "update plan set kinds = '{deployment}' where number = #",
      place: "the plan's scope", says: ["is a secondment"]),
    Forgery(
      change: "update plan set starts_on = '2027-04-01' where number = #",
      place: "the plan's scope", says: ["before the plan's first day, 1 Apr 2027"]),
    Forgery(
      change: "update plan set policy = '' where number = #",
      place: "the plan's inputs", says: ["the policy kept with the plan"]),
    Forgery(
      change: "update plan set snapshot = '' where number = #",
      place: "the plan's inputs", says: ["snapshot"]),
  ]

  @Test("are refused where they say something else than their own data and proof give")
  func forged() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    for (index, forgery) in Self.forgeries.enumerated() {
      #expect(try work.talent("propose").code == 0)
      let number = String(index + 1)
      try work.sql(forgery.change.replacing("#", with: number))
      try work.reseal(plan: number)
      let answer = try work.talent("plan", "verify", number, "--json")
      #expect(answer.code == 5, "\(forgery.change)")
      let verdict = try answer.json()
      let place = try #require(verdict["where"] as? String, "\(forgery.change)")
      #expect(place.hasPrefix(forgery.place), "\(forgery.change): \(place)")
      let says = try #require(verdict["says"] as? String)
      for words in forgery.says { #expect(says.contains(words), "\(forgery.change): \(says)") }
      #expect(try work.talent("plan", "publish", number, "--by", "Ann Example").code == 5)
    }
  }

  @Test("are refused where the reason of a cover is another than the data give")
  func forgedCover() throws {
    let town = try Workspace.chain()
    defer { town.remove() }
    #expect(try town.talent("propose").code == 0)
    #expect(try town.talent("plan", "verify", "1").code == 0)
    try town.sql("update cover set reasons[1] = 'Is free then' where position = 1")
    try town.reseal(plan: "1")
    let answer = try town.talent("plan", "verify", "1")
    #expect(answer.code == 5)
    #expect(answer.out.contains("covering for"), "\(answer.out)")
    #expect(answer.out.contains("says \"Is free then\", and the rules give \""), "\(answer.out)")
  }

  @Test(
    "with a policy that cannot be read end every command with exit 5, none with a fault of configuration"
  )
  func emptyPolicy() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    #expect(try work.talent("propose").code == 0)
    try work.sql("update plan set policy = ''")
    try work.reseal(plan: "1")
    #expect(try work.talent("propose").code == 0)
    for command in [["plan", "show", "1"], ["explain", "1", "N001"], ["plan", "diff", "1", "2"]] {
      let answer = try work.talent(command)
      #expect(answer.code == 5, "\(command): \(answer.complaint)")
      #expect(answer.complaint.contains("the policy kept with the plan"), "\(answer.complaint)")
    }
  }

  @Test("whose hashes are not worked out anew are refused with the place where that shows")
  func notSealed() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    #expect(try work.talent("propose").code == 0)
    try work.sql("update plan set policy = replace(policy, 'distance: 200', 'distance: 300')")
    let weight = try work.talent("plan", "verify", "1")
    #expect(weight.code == 5)
    #expect(weight.out.contains("as they are now, need N0"), "\(weight.out)")
    #expect(weight.out.contains("the line distance says"), "\(weight.out)")
    try work.sql(
      "update plan set policy = replace(policy, 'distance: 300', 'distance: 200'), within = 'LA:Wexcombe'"
    )
    let scope = try work.talent("plan", "verify", "1")
    #expect(scope.code == 5)
    #expect(
      scope.out.contains("it is what it was made for (kinds, cluster or authority, days)"),
      "\(scope.out)")
  }

  @Test("are told from honest ones whose cluster is gone since")
  func clusterGone() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    let first = try work.scalar(
      "select c.name from cluster c join cluster_member m on m.cluster = c.number "
        + "join need n on n.school::text = m.place order by c.name limit 1")
    let cluster = try #require(first)
    #expect(try work.talent("propose", "--within", cluster).code == 0)
    #expect(try work.talent("plan", "verify", "1").code == 0)
    try work.sql("update cluster set name = 'Another' where name = '\(cluster)'")
    let answer = try work.talent("plan", "verify", "1")
    #expect(answer.code == 0, "\(answer.out)\(answer.complaint)")
    #expect(answer.out.contains("there is no cluster \(cluster) any more"), "\(answer.out)")
  }
}

extension Workspace {
  /// Works out a stored plan's hashes anew, as whoever can write to the database can.
  fileprivate func reseal(plan: String) throws {
    try sql(
      """
      update plan set fingerprint = sha256(convert_to(policy, 'UTF8') || snapshot),
        seal = sha256(convert_to(plan_text(organisation, number), 'UTF8'))
      where number = \(plan)
      """)
  }
}
