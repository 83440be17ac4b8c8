import Domain
import Postgres
import Testing

@testable import Storing

/// Which people a snapshot takes in so that posts can be covered.
struct CoverPeopleTests {
  private static let today = Day(year: 2026, month: 11, day: 22) ?? Day(number: 0)

  /// P3 is ready for the headship that N2 wants; P4 for P3's post, P5 for P4's, P6 for P5's.
  private func store() throws -> Store {
    let store = try JointTown.store()
    try store.connection.script(
      """
      delete from designation;
      insert into release (organisation, school, half_days_per_half_term, out_at_once, cover_needed,
        agreed_by) values (1, 990002, 10, 2, true, 'Head');
      insert into rung (name, position) values ('Teaching assistant', 1) on conflict do nothing;
      update person set role = 'Teaching assistant' where number = 6;
      insert into readiness (organisation, person, post, level, judged_on) values
        (1, 3, 'Headteacher', 'Ready now', '2026-09-01'),
        (1, 4, 'Deputy headteacher', 'Ready now', '2026-09-01'),
        (1, 5, 'Assistant headteacher', 'Ready now', '2026-09-01'),
        (1, 6, 'Teacher', 'Ready now', '2026-09-01'), (1, 2, 'Teacher', 'Not yet', '2026-09-01');
      """)
    return store
  }

  private func people(_ store: Store, longest: Int, kinds: [Need.Kind] = Need.Kind.allCases)
    throws -> [Int32]
  {
    try store.snapshot(
      PlanScope(kinds: kinds), readiness: ["Ready now"], longestCoverChain: longest,
      today: Self.today
    ).people.map(\.number.number).sorted()
  }

  @Test("people ready for a post that is left come in, as far down as a chain may reach")
  func levels() throws {
    let store = try store()
    #expect(try people(store, longest: 0) == [3])
    #expect(try people(store, longest: 1) == [3, 4])
    #expect(try people(store, longest: 2) == [3, 4, 5])
    #expect(try people(store, longest: 3) == [3, 4, 5, 6])
    #expect(try people(store, longest: 5) == [3, 4, 5, 6])
    #expect(try people(store, longest: 3, kinds: [.deployment]) == [])
  }

  @Test("nobody comes in for cover where no home needs any")
  func noCoverNeeded() throws {
    let store = try store()
    try store.connection.script("update release set cover_needed = false")
    #expect(try people(store, longest: 3) == [3])
  }

  @Test("who comes in for cover comes in whole, and everybody once, in the order of all")
  func whole() throws {
    let store = try store()
    try store.connection.script(
      "insert into designation (organisation, person, role, since) values (1, 5, 'SLE', '2026-09-01')"
    )
    let snapshot = try store.snapshot(
      PlanScope(kinds: Need.Kind.allCases), readiness: ["Ready now"], longestCoverChain: 3,
      today: Self.today)
    #expect(snapshot.people.map(\.number.number).sorted() == [3, 4, 5, 6])
    let fifth = try #require(snapshot.people.first { $0.number.number == 5 })
    #expect(fifth.designations.count == 1 && fifth.readiness.count == 1)
    let homes = snapshot.people.map { $0.home.map { snapshot.places[$0].name } }
    #expect(homes.allSatisfy { $0 != nil })
    let alone = try store.snapshot(
      PlanScope(kinds: Need.Kind.allCases), readiness: ["Ready now"], today: Self.today)
    #expect(
      snapshot.people.filter { [3, 5].contains($0.number.number) }.map(\.number)
        == alone.people.map(\.number))
  }
}
