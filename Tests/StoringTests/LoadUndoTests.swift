import Domain
import Postgres
import Storing
import Testing

/// Undo keeps what somebody changed since, says so, and takes back the rest.
struct LoadUndoTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let table: String
    let after: [Sheet]
    let load: @Sendable (Store, Int) throws -> Int?
    var testDescription: String { table }

    init<L: LoadKind>(
      _ table: String, _: L.Type, after: [Sheet] = .places,
      _ rows: @escaping @Sendable (Int, Store) throws -> [L.Draft]
    ) {
      self.table = table
      self.after = after
      load = { store, version in try store.load(L.self, rows(version, store)).load }
    }
  }

  static let kinds = [
    Kind("school", SchoolLoad.self, after: []) { version, _ in LoadedSheets.schools(version) },
    Kind("setting", SettingLoad.self, after: [.schools]) { version, _ in
      LoadedSheets.settings(version)
    },
    Kind("cluster", ClusterLoad.self) { version, _ in LoadedSheets.clusters(version) },
    Kind("person", PersonLoad.self) { try LoadedSheets.people($0, of: $1) },
    Kind("readiness", PersonLoad.self) { try LoadedSheets.people($0, of: $1) },
    Kind("career_step", PersonLoad.self) { try LoadedSheets.people($0, of: $1) },
    Kind("designation", DesignationLoad.self) { version, _ in LoadedSheets.designations(version) },
    Kind("held_specialism", DesignationLoad.self) { version, _ in
      LoadedSheets.designations(version)
    },
    Kind("post", PostLoad.self, after: .places + [.people]) { version, _ in
      LoadedSheets.posts(version)
    },
    Kind("release", ReleaseLoad.self) { version, _ in LoadedSheets.release(version) },
    Kind("need", NeedLoad.self) { version, _ in LoadedSheets.needs(version) },
  ]

  @Test(arguments: kinds)
  func aRowEditedSinceItWasMadeIsKeptAndListed(_ kind: Kind) throws {
    let store = try prepared(kind)
    let load = try kind.load(store, 1)
    let edited = try edit(kind.table, of: store)
    let kept = try store.kept(undoing: load)
    #expect(kept.filter { $0.hasSuffix("edited by hand since") }.count == 1)
    #expect(
      kept.contains { $0.hasPrefix("\(kind.table) ") && $0.hasSuffix("edited by hand since") })
    let remaining = try store.picture().filter { $0.hasPrefix("\(kind.table) ") }
    #expect(remaining == [edited], "it stands as edited; the others went")
  }

  @Test(arguments: kinds)
  func aRowEditedSinceItWasChangedIsKeptAndListed(_ kind: Kind) throws {
    let store = try prepared(kind)
    _ = try kind.load(store, 1)
    let second = try kind.load(store, 2)
    let edited = try edit(kind.table, of: store)
    let kept = try store.kept(undoing: second)
    #expect(
      kept.contains { $0.hasPrefix("\(kind.table) ") && $0.hasSuffix("edited by hand since") })
    let stands = try store.picture().contains(edited)
    #expect(stands)
  }

  @Test(arguments: kinds)
  func whatWasEditedBeforeALoadChangedItComesBackAsEdited(_ kind: Kind) throws {
    let store = try prepared(kind)
    _ = try kind.load(store, 1)
    _ = try edit(kind.table, of: store)
    let before = try store.picture()
    let second = try kind.load(store, 2)
    try store.expectUndone(second)
    try store.expect(before, "the hand's edit is what the load found")
  }

  @Test(arguments: kinds)
  func whatALaterLoadChangedIsKeptAndSaysWhichLoad(_ kind: Kind) throws {
    let store = try prepared(kind)
    let first = try kind.load(store, 1)
    let second = try #require(try kind.load(store, 2))
    let before = try store.picture()
    let kept = try store.kept(undoing: first)
    #expect(kept.contains { $0.hasSuffix("changed since by load \(second)") })
    let after = try store.picture()
    #expect(
      after.filter { $0.hasPrefix("\(kind.table) ") }
        == before.filter { $0.hasPrefix("\(kind.table) ") })
  }

  @Test(arguments: kinds)
  func undoneOutOfOrderEverythingCanStillBeTakenBack(_ kind: Kind) throws {
    let store = try prepared(kind)
    let before = try store.picture()
    let first = try kind.load(store, 1)
    let second = try kind.load(store, 2)
    _ = try store.kept(undoing: first)
    try store.expectUndone(second)
    try store.expectUndone(first)
    try store.expect(before, "nothing of either load is left")
  }

  @Test(arguments: kinds.filter { edits[$0.table] != nil })
  func aRowPutBackByHandWasNotEdited(_ kind: Kind) throws {
    let store = try prepared(kind)
    let before = try store.picture()
    let load = try #require(try kind.load(store, 1))
    let loaded = try store.picture()
    _ = try edit(kind.table, of: store)
    let column = try #require(Self.edits[kind.table]?.split(separator: " ").first)
    try store.connection.script(
      """
      update \(kind.table) t set \(column) = (jsonb_populate_record(t, a.image)).\(column), edited_at = now()
        from as_loaded a where t.edited_at is not null
      """)
    try store.expect(loaded, "nothing tells of the edit")
    try store.expectUndone(load)
    try store.expect(before, "nothing of the load is left")
    #expect(try store.connection.scalar("select count(*)::text from as_loaded") == "0")
  }

  @Test func aKeptRecordIsNamedWithWhatRefersToIt() throws {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet].places { try sheet.load(into: store) }
    let people = try store.load(PersonLoad.self, LoadedSheets.people()).load ?? 0
    let posts = try store.load(PostLoad.self, LoadedSheets.posts()).load ?? 0
    let rows = try store.undo(load: people)
    let ana = rows.first { $0.name?.hasSuffix("Ana Reed") == true }
    #expect(ana?.why == "a post of load \(posts) refers to it", "\(rows)")
    let steps = try store.load(StepLoad.self, LoadedSheets.steps()).load ?? 0
    try store.expectUndone(posts)
    let later = try store.undo(load: people).first { $0.name?.hasSuffix("Ana Reed") == true }
    #expect(later?.why == "a career step of load \(steps) refers to it")
  }

  private func prepared(_ kind: Kind) throws -> Store {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in kind.after { try sheet.load(into: store) }
    return store
  }

  /// What an edit by hand changes of the tables where one that changes nothing leaves no mark.
  private static let edits = [
    "person": "notes = 'by hand'", "readiness": "judged_on = '2026-01-01'",
    "career_step": "owner = 'by hand'", "need": "asked_by = 'by hand'",
    "release": "agreed_by = 'by hand'",
  ]

  /// Edits one row by hand; how the row looks then.
  private func edit(_ table: String, of store: Store) throws -> String {
    let edit = Self.edits[table].map { $0 + ", " } ?? ""
    try store.connection.script(
      """
      update \(table) set \(edit)edited_at = clock_timestamp() where ctid =
        (select ctid from \(table) order by \(table)::text limit 1)
      """)
    let row = try store.connection.scalar(
      "select to_jsonb(t)::text from \(table) t where edited_at is not null")
    return "\(table) \(row ?? "")"
  }
}
