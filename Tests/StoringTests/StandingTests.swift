import Domain
import Postgres
import Testing

@testable import Storing

/// Lines that a new plan keeps: of published plans while they are undecided, and pinned ones.
struct StandingTests {
  private static let today = Day(year: 2026, month: 11, day: 22) ?? Day(number: 0)

  private func standing(_ store: Store, _ scope: PlanScope? = nil) throws -> [StandingLine] {
    try store.snapshot(
      scope ?? PlanScope(kinds: Need.Kind.allCases), readiness: [], today: Self.today
    ).standing
  }

  private func line(_ need: String, _ person: Int32, isPinned: Bool = false, plan: Int)
    -> StandingLine
  {
    StandingLine(need: need, person: PersonNumber(person), isPinned: isPinned, plan: plan)
  }

  private func plan(_ lines: [(String, Int32)], within: String? = nil, open: [String] = []) -> Plan
  {
    Plan(
      kinds: Need.Kind.allCases, within: within, policy: "", snapshot: "", objective: 0, bound: 0,
      mustFillUnfilled: 0,
      proposals: lines.map {
        Proposal(need: $0.0, person: PersonNumber($0.1), points: 0, lines: [])
      },
      unfilled: open.map { Unfilled(need: $0, missing: 1, because: "x") })
  }

  @Test("a draft's lines do not stand, a published plan's do while nobody decided them")
  func published() throws {
    let store = try JointTown.store()
    let number = try store.save(JointTown.plan)
    #expect(try standing(store).isEmpty)
    try store.publish(plan: number, by: "Ann")
    #expect(
      try standing(store) == [line("N1", 1, plan: number), line("N2", 3, plan: number)])
    #expect(
      try standing(store, PlanScope(kinds: [.secondment])) == [line("N2", 3, plan: number)])
    let decision = DecisionRecord(
      plan: number, need: "N1", person: PersonNumber(1), verdict: "declined", by: "Ann",
      reason: "no")
    _ = try store.record(decision, need: store.needRecord("N1").need)
    #expect(try standing(store) == [line("N2", 3, plan: number)])
    _ = try store.place(
      PlacementChoice(person: PersonNumber(3), by: "Ann"), in: store.needRecord("N2").need)
    #expect(try standing(store).isEmpty)
  }

  @Test("a need stands as the newest published plan that speaks of it says")
  func newest() throws {
    let store = try JointTown.store()
    let all = try store.save(plan([("N1", 1), ("N2", 3), ("N3", 2)]))
    let some = try store.save(plan([("N1", 2)], within: "LA:Bedford", open: ["N2"]))
    try store.publish(plan: all, by: "Ann")
    try store.publish(plan: some, by: "Ann")
    #expect(try standing(store) == [line("N1", 2, plan: some), line("N3", 2, plan: all)])
    let later = try store.save(plan([("N3", 1)]))
    try store.publish(plan: later, by: "Ann")
    #expect(try standing(store) == [line("N1", 2, plan: some), line("N3", 1, plan: later)])
  }

  @Test("a pinned line stands as pinned until it is unpinned or decided, whatever plans say")
  func pins() throws {
    let store = try JointTown.store()
    let number = try store.save(JointTown.plan)
    let pin = try store.pin(
      plan: number, need: "n2", person: PersonNumber(3), by: "Ann", because: nil)
    #expect(pin.need == "N2" && pin.personName == "Cy Cedar" && pin.plan == number)
    #expect(try standing(store) == [line("N2", 3, isPinned: true, plan: number)])
    try store.publish(plan: number, by: "Ann")
    #expect(
      try standing(store) == [
        line("N1", 1, plan: number), line("N2", 3, isPinned: true, plan: number),
      ])
    #expect(throws: StoreError.self) {
      try store.pin(plan: number, need: "N2", person: PersonNumber(3), by: "Bo", because: nil)
    }
    #expect(throws: StoreError.self) {
      try store.pin(plan: number, need: "N2", person: PersonNumber(1), by: "Bo", because: nil)
    }
    _ = try store.unpin(need: "N2", person: PersonNumber(3), by: "Bo")
    #expect(try store.pins().isEmpty)
    #expect(throws: StoreError.self) {
      try store.unpin(need: "N2", person: PersonNumber(3), by: "Bo")
    }
    _ = try store.pin(
      plan: number, need: "N2", person: PersonNumber(3), by: "Ann", because: "promised")
    let decision = DecisionRecord(
      plan: number, need: "N2", person: PersonNumber(3), verdict: "declined", by: "Di",
      reason: "no")
    _ = try store.record(decision, need: store.needRecord("N2").need)
    #expect(try store.pins().isEmpty && standing(store) == [line("N1", 1, plan: number)])
    #expect(
      try store.connection.lines("select unpinned_by from pin order by number") == ["Bo", "Di"])
  }

  @Test(
    "the database refuses what cannot be",
    arguments: [
      ("update pin set pinned_by = ' '", "a_pin_says_by_whom"),
      ("update pin set unpinned_by = 'Bo'", "taking_a_pin_away_says_by_whom"),
      ("update pin set plan = 99", "pin_organisation_plan"),
      ("update pin set person = 2", "pin_organisation_plan"),
      (
        "insert into pin (organisation, need, person, plan, pinned_by) values (1, 'N2', 3, 1, 'Bo')",
        "a_line_is_pinned_once"
      ),
    ])
  func constraints(_ change: String, _ name: String) throws {
    let store = try JointTown.store()
    _ = try store.save(JointTown.plan)
    _ = try store.pin(plan: 1, need: "N2", person: PersonNumber(3), by: "Ann", because: nil)
    expectRefusal(of: change, naming: name, on: store.connection)
  }
}
