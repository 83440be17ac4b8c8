import Domain
import Postgres
import Schema
import Testing

@testable import Storing

/// Who supervises, who covers, and the evidence for a plan's bounds.
struct JointPlanTests {
  @Test(
    "supervision, covers, proof and the must-fill bound are read as they were saved, and sealed")
  func thereAndBack() throws {
    let store = try JointTown.store()
    var saved = JointTown.plan
    saved.number = try store.save(saved)
    let stored = try store.plan(#require(saved.number))
    #expect(stored.plan == saved)
    #expect(stored.isSealed && stored.inputsAreIntact)
    let one = try store.proposal(plan: 1, need: "N2", person: PersonNumber(3))
    #expect(one == saved.proposals[1])
    #expect(try store.planHead(1).mustFillBound == 1)
  }

  @Test(
    "who supervises and who covers is part of what a plan says",
    arguments: [
      "update proposal set supervisor = 3 where need = 'N1'",
      "update proposal set supervisor_role = 'LLE' where need = 'N1'",
      "update proposal set supervising_half_days = 2 where need = 'N1'",
      "update proposal set supervisor = null, supervisor_role = null, supervising_half_days = null",
      "update cover set covered_by = 1 where position = 2",
      "update cover set instead_of = 2 where position = 2",
      "update cover set post = 'Headteacher' where position = 1",
      "update cover set school = null, setting = 'S1' where position = 1",
      "update cover set way = 'exchanges' where position = 1",
      "update cover set points = points + 1 where position = 1",
      "update cover set reasons[1] = 'a favour' where position = 1",
      "update cover set line_points[1] = 8 where position = 1",
      "delete from cover where position = 2",
    ])
  func seal(_ change: String) throws {
    let store = try JointTown.store()
    let number = try store.save(JointTown.plan)
    #expect(try store.plan(number).isSealed)
    try store.connection.script(change)
    #expect(try store.plan(number).isSealed == false)
  }

  @Test("a plan without supervision and covers says what it said before there were any")
  func sealsStayValid() throws {
    let store = try JointTown.store()
    let before = try #require(Schema.migrations.first { $0.number == 12 }?.sql)
    let function = try #require(
      before.firstMatch(of: /create function plan_text\([\s\S]*?plan_note[^;]*;/))
    try store.connection.script(
      String(function.output).replacing("function plan_text(", with: "function plan_text_before("))
    var plain = JointTown.plan
    plain.proof = ""
    for index in plain.proposals.indices {
      plain.proposals[index].supervision = nil
      plain.proposals[index].covers = []
    }
    let number = try store.save(plain)
    #expect(try store.plan(number).isSealed)
    let same = "select (plan_text(1, \(number)) = plan_text_before(1, \(number)))::text"
    #expect(try store.connection.scalar(same) == "true")
    let joint = try store.save(JointTown.plan)
    let differs = "select (plan_text(1, \(joint)) = plan_text_before(1, \(joint)))::text"
    #expect(try store.connection.scalar(differs) == "false")
  }

  @Test(
    "the database refuses what cannot be",
    arguments: [
      ("update proposal set supervisor_role = null where need = 'N1'", "supervising_says_who"),
      ("update proposal set supervising_half_days = 0 where need = 'N1'", "supervising_takes"),
      ("update proposal set supervisor = person where need = 'N1'", "nobody_supervises_themselves"),
      ("update cover set position = 0 where position = 1", "a_chain_of_covers"),
      ("update cover set instead_of = 2 where position = 1", "a_chain_of_covers_begins"),
      ("update cover set covered_by = 4, instead_of = 4 where position = 2", "nobody_covers"),
      ("update cover set setting = 'S1' where position = 1", "a_covered_post_is_at_one_place"),
      ("update cover set way = 'flies' where position = 1", "a_cover_comes_in_a_known_way"),
      ("update cover set rules = '{}' where position = 1", "a_line_has_a_rule"),
      ("update plan set must_fill_bound = 3", "a_must_fill_bound_is_never_above_the_plan"),
      ("update cover set covered_by = 99 where position = 1", "covered_by"),
      ("update proposal set supervisor = 99 where need = 'N1'", "supervisor"),
      ("delete from proposal where need = 'N2'", "cover"),
    ])
  func constraints(_ change: String, _ name: String) throws {
    let store = try JointTown.store()
    _ = try store.save(JointTown.plan)
    expectRefusal(of: change, naming: name, on: store.connection)
  }

  @Test("a draft goes with its covers, and stays while a line of it is pinned")
  func discard() throws {
    let store = try JointTown.store()
    let number = try store.save(JointTown.plan)
    _ = try store.pin(
      plan: number, need: "n2", person: PersonNumber(3), by: "Ann", because: "promised")
    #expect(throws: StoreError.self) { try store.discard(plan: number) }
    _ = try store.unpin(need: "N2", person: PersonNumber(3), by: "Bo")
    try store.discard(plan: number)
    #expect(try store.plans().isEmpty)
  }

  @Test("whom a plan names as supervisor or cover does not become part of another")
  func merging() throws {
    let store = try JointTown.store()
    _ = try store.save(JointTown.plan)
    for named in [2, 4, 5] {
      #expect(throws: StoreError.self) {
        try store.merge(
          PersonNumber(Int32(named)), into: PersonNumber(6), by: "Ann", because: "one person")
      }
    }
  }
}

/// That a change is refused, and that the refusal names a constraint or column.
func expectRefusal(
  of change: String, naming name: String, on connection: Connection,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  do {
    try connection.script(change)
    Issue.record("it was done: \(change)", sourceLocation: sourceLocation)
  } catch PostgresError.server(let refusal) {
    let constraint = refusal.constraint ?? refusal.message
    #expect(constraint.contains(name), "\(refusal)", sourceLocation: sourceLocation)
  } catch {
    Issue.record("\(error)", sourceLocation: sourceLocation)
  }
}
