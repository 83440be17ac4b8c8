import Domain
import Postgres
import Schema
import Testing

@testable import Storing

/// What was done before a database went through the migrations of joint plans.
struct OlderDatabaseTests {
  /// A database as it was at migration 23.
  private func older() throws -> Connection {
    let connection = try emptyDatabase()
    try connection.script(
      """
      create table migration (number integer primary key, subject text not null, hash bigint not null,
        applied_at timestamptz not null default now());
      """)
    for migration in Schema.migrations where migration.number <= 23 {
      try connection.script(migration.sql)
      try connection.run(
        RecordMigration(
          number: Int32(migration.number), subject: migration.subject,
          hash: Int64(bitPattern: stableHash(migration.sql))))
    }
    try connection.script(
      """
      insert into authority (code, name) values ('822', 'Bedford');
      insert into school (urn, name, authority, status) values (990001, 'Abbey', '822', 'Open');
      insert into person (organisation, number, name) select id, n, 'Ann ' || n
        from organisation, generate_series(1, 3) n;
      insert into need (organisation, reference, school, kind, half_days, starts_on, ends_on, priority)
        select id, 'N1', 990001, 'deployment', 4, '2027-01-18', '2027-07-17', 'normal' from organisation;
      insert into placement (organisation, need, person, kind, half_days, starts_on, ends_on, chosen_by)
        select id, 'N1', 2, 'deployment', 4, '2027-01-18', '2027-07-17', 'Ann' from organisation;
      insert into plan (organisation, kinds, policy, snapshot, fingerprint, objective, bound,
          must_fill_unfilled)
        select id, '{deployment}', 'p', 's', sha256('ps'), 3, 3, 2 from organisation;
      insert into proposal select id, 1, 'N1', 2, 3, '{distance}', '{3}', '{near}' from organisation;
      insert into plan_note select id, 1, 1, 'a note' from organisation;
      update plan set seal = sha256(convert_to(plan_text(organisation, number), 'UTF8'));
      """)
    return connection
  }

  @Test("its plans stay sealed, and leave as few must-fill places open as they said")
  func plans() throws {
    let store = try Store(older())
    let stored = try store.plan(1)
    #expect(stored.isIntact && stored.plan.proof.isEmpty)
    #expect(stored.plan.mustFillBound == 2 && stored.plan.proposals.map(\.need) == ["N1"])
  }

  @Test("a merge made there is taken back here")
  func merge() throws {
    let connection = try older()
    try connection.script(
      "update placement set person = 3; delete from proposal; select merge_people(organisation, 2, 3, 'Ann', 'one') from need"
    )
    let store = try Store(connection)
    let kept = try store.unmerge(PersonNumber(3), by: "Bo", because: "two people after all")
    #expect(kept == PersonNumber(2))
    #expect(try store.placement(1).person == PersonNumber(3))
  }
}
