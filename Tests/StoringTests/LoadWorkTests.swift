import Domain
import Storing
import Testing

/// What a load costs is in proportion to its rows and to what is stored, not to the one times the other;
/// counted in rows that PostgreSQL read.
struct LoadWorkTests {
  private static let number = 600
  /// Rows read for each that is loaded or stored: several checks look at them, one after the other.
  private static let mostReadEach = 30

  private func store() throws -> Store {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet.schools, .settings] { try sheet.load(into: store) }
    return store
  }

  /// How many rows of a table were read so far.
  private func read(_ table: String, _ store: Store) throws -> Int {
    // Older servers flush by themselves.
    try? store.connection.script("select pg_stat_force_next_flush()")
    let text = try store.connection.scalar(
      "select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = '\(table)'")
    return Int(text ?? "") ?? 0
  }

  @Test func alliancesAreLookedUpTogether() throws {
    let store = try store()
    try store.connection.script(
      """
      insert into cluster (organisation, name, kind)
        select 1, 'Alliance ' || n, 'alliance' from generate_series(1, \(Self.number)) n;
      analyze cluster;
      """)
    let drafts = (1...Self.number).map { number in
      var draft = LoadedSheets.designations()[0]
      draft.person = PersonClaim(
        name: "Ana Reed \(number)", trn: TRN("\(1_000_000 + number)"), home: LoadedSheets.homes[0])
      draft.alliance = "ALLIANCE  \(number)"
      return draft
    }
    let before = try read("cluster", store)
    #expect(try store.load(DesignationLoad.self, drafts).created == drafts.count)
    let rows = try read("cluster", store) - before
    #expect(rows >= Self.number && rows < Self.number * Self.mostReadEach, "\(rows)")
    // As they are stored, whatever capitals and spaces the sheet has.
    let count = try store.connection.scalar("select count(*) from cluster")
    #expect(count == "\(Self.number)")
  }

  @Test func whoMayHoldThePostsOfASchoolIsReadOnce() throws {
    let store = try store()
    try store.connection.script(
      """
      insert into person (organisation, number, name, home_school)
        select 1, 1000 + n, 'Ana Reed' || n, 109500 from generate_series(1, \(Self.number)) n;
      analyze person;
      """)
    let drafts = (1...Self.number).map { number in
      var draft = PostDraft(place: LoadedSheets.homes[0], title: "Middle leader")
      draft.number = Int32(number)
      draft.incumbentName = "Ana Reed\(number)"
      return draft
    }
    let before = try read("person", store)
    var found: [Finding] = []
    #expect(try store.load(PostLoad.self, drafts, found: &found).created == drafts.count)
    let rows = try read("person", store) - before
    #expect(rows >= Self.number && rows < Self.number * Self.mostReadEach, "\(rows)")
    let told = found.filter { $0.column == "Incumbent" }.count
    #expect(told == Self.number, "each post is told of who may hold it")
  }
}
