import Domain
import Postgres
import Storing
import Testing

/// Every kind of sheet goes in, in again, in changed, and out again without a trace.
struct LoadKindsTests {
  @Test func schools() throws {
    try circle(
      SchoolLoad.self, LoadedSheets.schools(), then: { _ in LoadedSheets.schools(2) }, after: [])
  }

  @Test func settings() throws {
    try circle(
      SettingLoad.self, LoadedSheets.settings(), then: { _ in LoadedSheets.settings(2) },
      after: [.schools])
  }

  @Test func clusters() throws {
    try circle(
      ClusterLoad.self, LoadedSheets.clusters(), then: { _ in LoadedSheets.clusters(2) },
      after: .places)
  }

  @Test func people() throws {
    try circle(
      PersonLoad.self, LoadedSheets.people(), then: { try LoadedSheets.people(2, of: $0) },
      after: .places)
  }

  @Test func designations() throws {
    try circle(
      DesignationLoad.self, LoadedSheets.designations(),
      then: { _ in LoadedSheets.designations(2) },
      after: .places + [.people])
  }

  @Test func designationsOfPeopleNobodyKnewYet() throws {
    try circle(
      DesignationLoad.self, LoadedSheets.designations(),
      then: { _ in LoadedSheets.designations(2) },
      after: .places)
  }

  @Test func posts() throws {
    try circle(
      PostLoad.self, LoadedSheets.posts(), then: { _ in LoadedSheets.posts(2) },
      after: .places + [.people])
  }

  @Test func release() throws {
    try circle(
      ReleaseLoad.self, LoadedSheets.release(), then: { _ in LoadedSheets.release(2) },
      after: .places)
  }

  @Test func needs() throws {
    try circle(
      NeedLoad.self, LoadedSheets.needs(), then: { _ in LoadedSheets.needs(2) }, after: .places)
  }

  /// Load, load again, load changed rows; then back the same way.
  private func circle<Kind: LoadKind>(
    _ kind: Kind.Type, _ rows: [Kind.Draft], then change: (Store) throws -> [Kind.Draft],
    after: [Sheet]
  ) throws {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in after { try sheet.load(into: store) }
    let count = rows.count
    let before = try store.picture()

    let empty = try store.load(kind, [])
    #expect(empty.counts == Counts())
    #expect(empty.load == nil)

    let rehearsed = try store.load(kind, rows, mode: .dryRun)
    #expect(rehearsed.counts == Counts(created: count))
    try store.expect(before, "a dry run leaves no trace")

    var found: [Finding] = []
    let first = try store.load(kind, rows, found: &found)
    #expect(found.filter { $0.weight != .note } == [])
    #expect(first.counts == Counts(created: count))
    let loaded = try store.picture()

    let again = try store.load(kind, rows)
    #expect(again.counts == Counts(unchanged: count))
    #expect(again.sameAs == first.load)
    try store.expect(loaded, "the same rows again change nothing")

    let second = try store.load(kind, change(store), found: &found)
    #expect(found.filter { $0.weight != .note } == [])
    #expect(second.counts == Counts(updated: count))
    let isAsLoaded = try store.picture() == loaded
    #expect(!isAsLoaded)

    try store.expectUndone(second.load)
    try store.expect(loaded, "undoing the second leaves the first")
    try store.expectUndone(first.load)
    try store.expect(before, "undoing the first leaves nothing of it")
    try store.expectUndone(first.load)
  }
}

/// A sheet that has to be in before another.
enum Sheet {
  case schools, settings, people

  func load(into store: Store) throws {
    switch self {
    case .schools: _ = try store.load(SchoolLoad.self, LoadedSheets.schools())
    case .settings: _ = try store.load(SettingLoad.self, LoadedSheets.settings())
    case .people: _ = try store.load(PersonLoad.self, LoadedSheets.people())
    }
  }
}

extension [Sheet] {
  static let places: [Sheet] = [.schools, .settings]
}

extension Store {
  /// Undoes a load and expects that nothing of it had to be kept.
  func expectUndone(_ load: Int?, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let kept = try kept(undoing: load)
    #expect(kept == [], sourceLocation: sourceLocation)
  }

  /// Expects the tables to be as they were in a picture; says which rows are not.
  func expect(
    _ picture: [String], _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let now = try self.picture()
    let differing =
      now.filter { !picture.contains($0) }.map { "+ \($0)" }
      + picture.filter { !now.contains($0) }.map { "- \($0)" }
    #expect(differing == [], comment, sourceLocation: sourceLocation)
  }
}
