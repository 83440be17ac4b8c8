import Domain
import Postgres
import Testing

@testable import Storing

/// Plans are saved and read back whole, and sealed by what the database itself says of them.
struct PlanWritingTests {
  private func store() throws -> Store {
    let store = try Store(migratedDatabase())
    try store.connection.script(
      """
      insert into authority (code, name) values ('822', 'Bedford') on conflict do nothing;
      insert into school (urn, name, authority, status)
        values (990001, 'Goldington Green', '822', 'Open');
      insert into person (organisation, number, name) values
        (\(store.organisation.number), 1, 'Ann Éxample'), (\(store.organisation.number), 2, 'Bo');
      insert into need (organisation, reference, school, kind, half_days, starts_on, ends_on, priority)
        select \(store.organisation.number), reference, 990001, 'deployment', 4, '2027-01-18', '2027-07-17',
          'normal'
        from unnest(array['N9', 'N10', 'É1']) r(reference);
      """)
    return store
  }

  private var plan: Plan {
    Plan(
      kinds: [.deployment, .secondment], within: "LA:Bedford",
      from: Day(year: 2027, month: 1, day: 5),
      policy: "weights: {distance: 1}\n", snapshot: "talent snapshot\t1\nä\\t\n", objective: -3,
      bound: -3,
      mustFillUnfilled: 1,
      proposals: [
        Proposal(need: "N10", person: PersonNumber(2), points: 0, lines: []),
        Proposal(
          need: "N9", person: PersonNumber(1), points: 7,
          lines: [
            ScoreLine(.distance, points: 9, because: "near, \"very\" near\tand {so}"),
            ScoreLine(.retention, points: -2, because: "missed at home\nÉ"),
          ]),
      ],
      unfilled: [Unfilled(need: "É1", missing: 2, because: "nobody")],
      proof: "talent proof\t1\nend\n", notes: ["vetting is not recorded (2 proposals)", "another"])
  }

  @Test("what is saved is what is read, and it is sealed and intact")
  func thereAndBack() throws {
    let store = try store()
    var saved = plan
    saved.number = try store.save(saved)
    let stored = try store.plan(#require(saved.number))
    #expect(stored.plan == saved)
    #expect(stored.isSealed && stored.inputsAreIntact)
  }

  @Test("a plan that says nothing is sealed too")
  func empty() throws {
    let store = try store()
    let number = try store.save(
      Plan(
        kinds: [.deployment], policy: "", snapshot: "", objective: 0, bound: 0, mustFillUnfilled: 0)
    )
    #expect(try store.plan(number).isIntact)
  }

  @Test(
    "no text is hashed otherwise than PostgreSQL hashes it",
    arguments: [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000])
  func hash(_ length: Int) throws {
    let text = String(repeating: "a", count: length)
    let theirs = try migratedDatabase().scalar("select encode(sha256('\(text)'::bytea), 'hex')")
    let ours = sha256(Array(text.utf8)).map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }.joined()
    #expect(ours == theirs)
  }

  @Test(
    "a plan's proposals and open needs do not stand without it",
    arguments: [
      "insert into proposal (organisation, plan, need, person, points, rules, line_points, reasons) values (1, 99, 'N9', 1, 0, '{}', '{}', '{}')",
      "update proposal set plan = 99", "update unfilled set plan = 99",
      "insert into unfilled (organisation, plan, need, missing, because) values (1, 99, 'N9', 1, 'x')",
      "delete from plan_note; delete from plan",
      "delete from plan_note; delete from proposal; delete from plan",
    ])
  func membership(_ change: String) throws {
    let store = try store()
    _ = try store.save(plan)
    do {
      try store.connection.script(change)
      Issue.record("it was done: \(change)")
    } catch PostgresError.server(let refusal) {
      #expect(refusal.state == .foreignKeyViolation)
    }
  }
}
