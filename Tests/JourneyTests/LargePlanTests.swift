import Foundation
import Testing

/// A plan of so many needs that only the part around a question is made again: what each answer says is tried out on
/// the whole, by really changing the records and planning again.
@Suite(.serialized) struct LargePlanTests {
  /// A county with few people for many needs, and its plan, proven the best.
  private struct County {
    let work: Workspace
    let objective: Int
    let mustFillUnfilled: Int
    let lines: [(need: String, person: String)]

    init() throws {
      work = try Workspace()
      try work.loadCounty(people: 80, designated: 12, needs: 160)
      let plan = try work.talent("propose", "--json").json()
      #expect(plan["status"] as? String == "optimal")
      objective = try #require(plan["objective"] as? Int)
      mustFillUnfilled = try #require(plan["must_fill_unfilled"] as? Int)
      lines = try Self.lines(plan)
    }

    static func lines(_ plan: [String: Any]) throws -> [(need: String, person: String)] {
      try #require(plan["proposals"] as? [[String: Any]]).map {
        (try #require($0["need"] as? String), try #require($0["person"] as? String))
      }
    }

    /// The plan of changed records, which are put back.
    func plan(_ change: String, undo: String) throws -> [String: Any] {
      try work.sql(change)
      defer { #expect(throws: Never.self) { try work.sql(undo) } }
      return try work.talent("propose", "--dry-run", "--json").json()
    }

    /// The same with a pair that has to be in it.
    func plan(pinning person: String, at need: String) throws -> [String: Any] {
      let number = person.dropFirst()
      return try plan(
        """
        insert into proposal (organisation, plan, need, person, points, rules, line_points, reasons)
          values (1, 1, '\(need)', \(number), 0, '{phase}', '{0}', '{pinned}');
        insert into pin (organisation, need, person, plan, pinned_by)
          values (1, '\(need)', \(number), 1, 'Ann');
        """,
        undo: """
          delete from pin; delete from proposal where need = '\(need)' and person = \(number)
          """)
    }

    func json(_ arguments: String...) throws -> [String: Any] {
      let answer = try work.talent(arguments + ["--json"])
      #expect(answer.code == 0, "\(arguments): \(answer.complaint)")
      return try answer.json()
    }

    /// Which need of the whole plan anybody else could fill at what cost.
    func runnersUp(_ need: String) throws -> [[String: Any]] {
      let answer = try json("explain", "1", need)
      let held = try #require(answer["held"] as? [String: Any], "\(need) is explained as a whole")
      #expect((held["lines_held"] as? Int).map { $0 > 0 } == true)
      return try #require(answer["runners_up"] as? [[String: Any]])
    }
  }

  @Test func `what somebody else would cost is at most what the whole plan loses with them`() throws
  {
    let county = try County()
    defer { county.work.remove() }
    var tried = 0
    for need in ["N043", "N048", "N086", "N096"] {
      for runner in try county.runnersUp(need) {
        guard let most = runner["cost_at_most"] as? Int, runner["must_fill_lost"] as? Int == 0
        else { continue }
        let person = try #require(runner["person"] as? String)
        let with = try county.plan(pinning: person, at: need)
        #expect(try County.lines(with).contains { $0 == (need, person) })
        let objective = try #require(with["objective"] as? Int)
        // What is held in the answer may move in the whole: then it costs less, never more.
        #expect((0...most).contains(county.objective - objective), "\(need) \(person)")
        let asked = try county.json("explain", "1", need, "--person", person)
        let cost = try #require((asked["person"] as? [String: Any])?["cost_at_most"] as? Int)
        #expect(cost >= county.objective - objective)
        tried += 1
      }
    }
    #expect(tried >= 4)
    let person = try #require(county.lines.first?.person)
    let why = try county.json("explain", "1", "--person", person)
    #expect(
      why["given"] as? [String] == county.lines.filter { $0.person == person }.map(\.need).sorted())
    #expect(why["held"] is [String: Any])
  }

  @Test func `a change that is named places them in the whole plan, and nothing smaller does`()
    throws
  {
    let county = try County()
    defer { county.work.remove() }
    var kinds: Set<String> = []
    for (need, person) in [("N096", "P81"), ("N043", "P73"), ("N086", "P27"), ("N003", "P9")] {
      let answer = try county.json("explain", "1", need, "--person", person, "--change")
      for change in try #require(answer["changes"] as? [[[String: Any]]]) {
        let one = try #require(change.first)
        guard change.count == 1, let kind = one["kind"] as? String else { continue }
        let steps: [(change: String, undo: String, places: Bool)]
        switch kind {
        case "withdrawal":
          let who = try #require(one["person"] as? String).dropFirst()
          steps = [
            (
              "update person set available_until = '2026-11-22' where number = \(who)",
              "update person set available_until = null where number = \(who)", true
            )
          ]
        case "days":
          let more = try #require(one["more_half_days"] as? Int)
          steps = [(more - 1, false), (more, true)].map { days, places in
            let update = "update designation set half_days_a_year = half_days_a_year"
            let who = "where person = \(person.dropFirst())"
            return ("\(update) + \(days) \(who)", "\(update) - \(days) \(who)", places)
          }
        default: continue
        }
        kinds.insert(kind)
        for step in steps {
          let lines = try County.lines(try county.plan(step.change, undo: step.undo))
          #expect(
            lines.contains { $0 == (need, person) } == step.places,
            "\(need) \(person) \(one["says"] ?? "")")
        }
      }
    }
    #expect(kinds == ["withdrawal", "days"])
  }

  @Test func `what one more would win is won in the whole plan`() throws {
    let county = try County()
    defer { county.work.remove() }
    let answer = try county.json("plan", "scarcity", "1", "--tries", "4")
    let helps = try #require(answer["helps"] as? [[String: Any]])
    #expect(answer["tried"] as? Int != 0 && answer["not_tried"] as? Int != 0)
    var kinds: Set<String> = []
    for help in helps {
      let change = try #require(help["change"] as? [String: Any])
      guard let kind = change["kind"] as? String, let (apply, undo) = try sql(change) else {
        continue
      }
      kinds.insert(kind)
      let with = try county.plan(apply, undo: undo)
      let says = change["says"] ?? ""
      let mustFill = try #require(help["must_fill"] as? Int)
      let unfilled = try #require(with["must_fill_unfilled"] as? Int)
      #expect(county.mustFillUnfilled - unfilled >= mustFill, "\(says)")
      guard mustFill == 0 else { continue }
      let least = try #require(help["points_at_least"] as? Int)
      let objective = try #require(with["objective"] as? Int)
      #expect(least > 0 && objective - county.objective >= least, "\(says)")
    }
    #expect(kinds == ["release days", "people out"])
  }

  /// One more of what a home or a supervisor gives, and how to take it back.
  private func sql(_ change: [String: Any]) throws -> (apply: String, undo: String)? {
    func both(_ table: String, _ column: String, _ more: Int, _ which: String) -> (String, String) {
      let update = "update \(table) set \(column) = \(column)"
      return ("\(update) + \(more) where \(which)", "\(update) - \(more) where \(which)")
    }
    switch change["kind"] as? String {
    case "release days":
      let more = try #require(change["more_half_days"] as? Int)
      let home = try #require(change["home"] as? String)
      return both("release", "half_days_per_half_term", more, "place = '\(home)'")
    case "people out":
      let home = try #require(change["home"] as? String)
      return both("release", "out_at_once", 1, "place = '\(home)'")
    default: return nil
    }
  }
}
