import Domain
import Postgres
import Storing
import Testing

/// What taking loads back costs is in proportion to what they did, counted in rows that PostgreSQL read.
struct UndoWorkTests {
  private static let people = 1_500
  /// Rows read for each record: twenty tables may refer to a person.
  private static let mostReadEach = 60

  private func drafts(_ role: String) -> [PersonDraft] {
    (0..<Self.people).map { index in
      var draft = PersonDraft(
        person: PersonClaim(
          name: "Ana Reed", trn: TRN("\(1_000_000 + index)"), home: LoadedSheets.homes[index % 2]))
      draft.role = role
      return draft
    }
  }

  /// Made, changed and changed again, as nobody analysed it since.
  private func loaded() throws -> (store: Store, loads: [Int]) {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    try Sheet.schools.load(into: store)
    let loads = try ["Middle leader", "Deputy headteacher", "Headteacher"].map {
      try store.load(PersonLoad.self, drafts($0)).load ?? 0
    }
    return (store, loads)
  }

  /// Rows of our tables that a transaction read.
  private func read(_ store: Store, _ work: () throws -> Void) throws -> Int {
    try store.connection.transaction { connection in
      try work()
      let rows = try connection.scalar(
        "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables")
      return Int(rows ?? "") ?? 0
    }
  }

  @Test func takenBackOneAfterTheOtherNoneCostsMoreThanItDid() throws {
    let (store, loads) = try loaded()
    for load in loads.reversed() {
      let rows = try read(store) {
        let kept = try store.kept(undoing: load)
        #expect(kept == [])
      }
      #expect(rows > Self.people && rows < Self.people * Self.mostReadEach, "load \(load): \(rows)")
    }
    #expect(try store.connection.scalar("select count(*) from person") == "0")
  }

  @Test func whatALoadReplacedIsToldWithoutReadingLaterLoadsForEachRow() throws {
    let (store, loads) = try loaded()
    let rows = try read(store) {
      let changes = try store.changes(ofLoad: loads[1])
      #expect(changes.count == Self.people)
      #expect(
        changes.allSatisfy { $0.was == "Middle leader" && $0.became == "Deputy headteacher" })
    }
    #expect(rows < Self.people * Self.mostReadEach, "\(rows)")
  }
}
