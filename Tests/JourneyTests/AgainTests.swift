import Foundation
import Testing

/// A plan made again after what happened since.
struct AgainTests {
  @Test func `after decisions, a withdrawal and a new need the changed lines are named`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    let first = try work.talent("propose", "--json").json()
    let school = try #require(
      (first["proposals"] as? [[String: Any]])?.first { $0["need"] as? String == "N019" }?["school"]
        as? String)
    let unchanged = try work.talent("propose", "--again", "1", "--dry-run", "--json").json()
    #expect((unchanged["changed"] as? [Any])?.isEmpty == true)
    #expect(unchanged["stays"] as? Int == (first["proposals"] as? [Any])?.count)

    try expectGolden(
      try work.transcript([
        ["decide", "1", "N003", "--accept", "--by", "Ann Example"],
        ["decide", "1", "N021", "--decline", "--by", "Ann Example", "--reason", "knows the head"],
        ["person", "edit", "P108", "--available-until", "31/12/2026"],
        ["need", "close", "N011", "--because", "the term is over"],
        [
          "need", "add", "--at", school, "--kind", "deployment", "--role", "SLE", "--specialism",
          "Early years", "--days", "5", "--from", "01/03/2027", "--to", "07/05/2027", "--priority",
          "must fill",
        ],
        ["propose", "--again", "1"], ["propose", "--again", "2", "--dry-run"],
        ["propose", "--again", "9"],
        ["propose", "--again", "1", "--kind", "deployment"],
      ])
      // The plans themselves are told as any plan is.
      .replacing(/\n\nMust-fill needs[\s\S]*?(?=\n\n\$ talent)/, with: "\n..."), "again")
    #expect(try work.talent("plan", "verify", "2").code == 0)
    try checkNamed(work, first)
  }

  /// What is named is what differs, and no line stays at more than the price of a change.
  private func checkNamed(_ work: Workspace, _ first: [String: Any]) throws {
    let again = try work.talent("propose", "--again", "1", "--dry-run", "--json").json()
    let fresh = try work.talent("propose", "--dry-run", "--json").json()
    let stays = try #require(again["stays"] as? Int)
    let worth = try #require(again["objective"] as? Int) - 100 * stays
    let best = try #require(fresh["objective"] as? Int)
    #expect(worth <= best && best <= worth + 100 * stays)
    #expect(again["must_fill_unfilled"] as? Int == fresh["must_fill_unfilled"] as? Int)
    func lines(_ plan: [String: Any]) throws -> [String: Set<String>] {
      let proposals = try #require(plan["proposals"] as? [[String: Any]])
      return Dictionary(grouping: proposals) { $0["need"] as? String ?? "" }
        .mapValues { Set($0.compactMap { $0["person"] as? String }) }
    }
    let (was, now) = (try lines(first), try lines(again))
    let changed = try #require(again["changed"] as? [[String: Any]])
    #expect(!changed.isEmpty)
    var named: Set<String> = []
    for change in changed {
      let need = try #require(change["need"] as? String)
      named.insert(need)
      #expect(Set(change["was"] as? [String] ?? []) == was[need] ?? [])
      #expect(Set(change["now"] as? [String] ?? []) == now[need] ?? [])
    }
    let needs = Set(was.keys).union(now.keys)
    #expect(named == needs.filter { was[$0] ?? [] != now[$0] ?? [] })
    #expect(
      stays == needs.reduce(0) { $0 + (was[$1] ?? []).intersection(now[$1] ?? []).count })
    #expect(fresh["changed"] == nil)
  }

  @Test func `a plan altered by hand is not made again`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 60, designated: 30, needs: 8)
    #expect(try work.talent("propose").code == 0)
    try work.sql("update proposal set points = points + 1")
    let refused = try work.talent("propose", "--again", "1")
    #expect(refused.code == 5)
    #expect(refused.complaint.contains("talent plan verify 1"))
  }
}
