import Domain
import Storing
import Testing

/// The planner's idea of a table is as old as its last look; a load does not depend on it.
struct StaleCountTests {
  /// By hand, and by the server itself, which looks at what is left as well.
  @Test(arguments: ["vacuum person", "vacuum analyze person"])
  func aLoadAfterOneThatWasSweptUpReadsEachPersonAFewTimes(swept: String) throws {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet.schools, .settings] { try sheet.load(into: store) }
    // Many rows come, and all but one go and are swept up: many pages, which hold next to nobody.
    try store.connection.script(
      """
      insert into person (organisation, number, name)
        select 1, 100000 + n, 'Somebody ' || n from generate_series(1, 20000) n;
      delete from person where number < 120000;
      """)
    try store.connection.script(swept)
    let drafts = (1...4_000).map { number in
      var draft = LoadedSheets.people()[0]
      draft.person = PersonClaim(
        name: "Ana Reed \(number)", trn: TRN("\(1_000_000 + number)"))
      return draft
    }
    let before = try fetched(store)
    #expect(try store.load(PersonLoad.self, drafts).created == drafts.count)
    let rows = try fetched(store) - before
    #expect(rows < 100 * drafts.count, "\(rows)")
  }

  /// How many rows of people were fetched by way of an index so far.
  private func fetched(_ store: Store) throws -> Int {
    // Older servers flush by themselves.
    try? store.connection.script("select pg_stat_force_next_flush()")
    let text = try store.connection.scalar(
      "select idx_tup_fetch + seq_tup_read from pg_stat_user_tables where relname = 'person'")
    return Int(text ?? "") ?? 0
  }
}
