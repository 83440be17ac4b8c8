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
      after: .places, keepsRows: false)
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

  @Test func links() throws {
    try circle(LinkLoad.self, LoadedSheets.links(), then: { _ in LoadedSheets.links(2) }, after: [])
  }

  @Test func steps() throws {
    try circle(
      StepLoad.self, LoadedSheets.steps(), then: { _ in LoadedSheets.steps(2) }, after: .pool)
  }

  @Test func programmes() throws {
    try circle(
      ProgrammeLoad.self, LoadedSheets.programmes(), then: { _ in LoadedSheets.programmes(2) },
      after: .pool)
  }

  @Test func readiness() throws {
    try circle(
      ReadinessLoad.self, LoadedSheets.readiness(), then: { _ in LoadedSheets.readiness(2) },
      after: .pool)
  }

  @Test func specialisms() throws {
    try circle(
      SpecialismLoad.self, LoadedSheets.specialisms(), then: { _ in LoadedSheets.specialisms(2) },
      after: .pool + [.designations])
  }

  @Test func conflicts() throws {
    try circle(
      ConflictLoad.self, LoadedSheets.conflicts(), then: { _ in LoadedSheets.conflicts(2) },
      after: .pool)
  }

  @Test func placements() throws {
    try circle(
      PlacementLoad.self, LoadedSheets.placements(), then: { _ in LoadedSheets.placements(2) },
      after: .pool)
  }

  @Test func availability() throws {
    try circle(
      AvailabilityLoad.self, LoadedSheets.availability(),
      then: { _ in LoadedSheets.availability(2) }, after: .pool, makes: false)
  }

  @Test func vetting() throws {
    try circle(
      VettingLoad.self, LoadedSheets.vetting(), then: { _ in LoadedSheets.vetting(2) },
      after: .pool, makes: false)
  }

  /// Load, load again, load changed rows; then back the same way.
  @Test func `links of unknown schools and successors in a circle are pointed at`() throws {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    let link = { (from: Int, to: Int, type: String) throws in
      SchoolLink(urn: try #require(URN(from)), linked: try #require(URN(to)), type: type)
    }
    var found: [Finding] = []
    _ = try store.load(
      LinkLoad.self,
      [
        link(100_001, 100_002, "Successor"), link(100_002, 100_003, "Successor - merged"),
        link(100_003, 100_001, "Successor"), link(100_003, 100_004, "Successor"),
        link(100_005, 100_006, "Successor"), link(100_005, 100_006, "Predecessor"),
        link(100_006, 100_005, "Successor"), link(100_004, 100_003, "Predecessor"),
      ], found: &found)
    #expect(
      found.map { "\($0.line):\($0.weight): \($0.says)" }.sorted() == [
        "2:note: 8 links are of a school that is not in the school list, such as 100001: kept, and its name is not known",
        "2:note: the successors of 100001 come back to it: by way of 100002",
        "3:note: the successors of 100002 come back to it: by way of 100003",
        "4:note: the successors of 100003 come back to it: by way of 100001",
        "6:note: the successors of 100005 come back to it: 100005 also succeeds 100006",
        "8:note: the successors of 100006 come back to it: 100006 also succeeds 100005",
      ])
  }

  @Test func `a reference in other capitals or of another place is not taken for a change`() throws
  {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet].places { try sheet.load(into: store) }
    _ = try store.load(NeedLoad.self, LoadedSheets.needs())
    var needs = LoadedSheets.needs()
    needs[0].need.reference = "n001"
    needs[1].need.place = LoadedSheets.homes[0]
    var found: [Finding] = []
    let outcome = try store.load(NeedLoad.self, needs, found: &found)
    #expect(outcome.rejected == 2)
    let place = LoadedSheets.homes[0]
    #expect(
      found.filter { $0.weight != .note }.map(\.says) == [
        "n001 differs from N001, which is stored, in its capitals alone",
        "N002 is stored as a need of NUR1, and this row is of \(place.urn?.description ?? "")",
      ])
    needs[0].need.reference = "N009"
    needs[1].need.reference = "n009"
    found = []
    #expect(try store.load(NeedLoad.self, needs, found: &found).rejected == 0)
    #expect(
      found.map(\.says) == ["n009 differs from N009 in its capitals alone: they are two needs"])
    needs[0].need.reference = "N 01.0"
    needs[1].need.reference = "n1"
    found = []
    #expect(try store.load(NeedLoad.self, needs, found: &found).rejected == 0)
    #expect(
      found.map(\.says) == [
        "N 01.0 differs from N001, which is stored, in zeros or spaces alone: they are two needs",
        "n1 differs from N 01.0 in zeros or spaces alone: they are two needs",
        "n1 differs from N001, which is stored, in zeros or spaces alone: they are two needs",
      ])
    found = []
    var settings = LoadedSheets.settings()
    settings[0].reference = "Nur1"
    _ = try store.load(SettingLoad.self, settings, found: &found)
    #expect(
      found.map(\.says) == ["Nur1 differs from NUR1, which is stored, in its capitals alone"])
  }

  @Test func `of two names of an authority the one that is not stored is refused`() throws {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    _ = try store.load(SchoolLoad.self, LoadedSheets.schools())
    var schools = LoadedSheets.schools()
    schools[0].authorityName = "Bedfrod"
    var found: [Finding] = []
    _ = try store.load(SchoolLoad.self, schools, found: &found)
    #expect(
      found.map { "\($0.line): \($0.says)" } == [
        "2: authority 822 has two names in this file: Bedfrod and Bedford"
      ])
  }

  @Test func `an authority that is renamed or doubled and a school that closes are said`() throws {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet].pool { try sheet.load(into: store) }
    _ = try store.load(PostLoad.self, LoadedSheets.posts())
    _ = try store.load(NeedLoad.self, LoadedSheets.needs())
    let schools = LoadedSheets.schools()
    var found: [Finding] = []
    #expect(try store.load(SchoolLoad.self, schools, found: &found).counts == Counts(unchanged: 2))
    #expect(found == [])
    var one = [schools[0]]
    one[0].authorityName = "Bedford Borough"
    one[0].status = .closed
    #expect(try store.load(SchoolLoad.self, one, found: &found).counts == Counts(updated: 1))
    #expect(
      found.map { "\($0.line):\($0.weight): \($0.says)" } == [
        "2:note: School 0 (109500) closes, and what is stored there stays: 1 person, 1 post, 1 open need",
        "2:note: authority 822 is stored as \"Bedford\" and becomes \"Bedford Borough\" for all its schools: 2 are stored",
      ])
    let renamed = try store.picture()
    #expect(try store.load(SchoolLoad.self, schools).counts == Counts(unchanged: 2))
    try store.expect(renamed, "the rows as loaded before rename nobody back")
    found = []
    one[0].urn = try #require(URN("109502"))
    one[0].authorityCode = "823"
    one[0].authorityName = "bedford borough"
    #expect(try store.load(SchoolLoad.self, one, found: &found).counts == Counts(created: 1))
    #expect(
      found.map(\.says) == [
        "authority 823 has the name of authority 822, \"Bedford Borough\""
      ])
  }

  @Test func `names of a cluster that differ in capitals or blanks are one, and that is said`()
    throws
  {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet].places { try sheet.load(into: store) }
    let named = { (name: String, kind: String, home: Int) in
      ClusterDraft(cluster: name, kind: kind, place: LoadedSheets.homes[home])
    }
    var found: [Finding] = []
    _ = try store.load(
      ClusterLoad.self,
      [named("Alpha  Alliance", "alliance", 0), named("ALPHA Alliance", "alliance", 1)],
      found: &found)
    #expect(
      found.map { "\($0.line):\($0.column): \($0.says)" } == [
        "3:Cluster: \"ALPHA Alliance\" is read as \"Alpha  Alliance\", as an earlier row has it: they differ in capitals or blanks alone"
      ])
    found = []
    _ = try store.load(ClusterLoad.self, [named("alpha alliance", "family", 0)], found: &found)
    #expect(
      found.map(\.says) == [
        "\"alpha alliance\" is read as \"Alpha  Alliance\", which is stored: they differ in capitals or blanks alone",
        "\"Alpha  Alliance\" is stored as alliance and becomes family",
      ])
  }

  private func circle<Kind: LoadKind>(
    _ kind: Kind.Type, _ rows: [Kind.Draft], then change: (Store) throws -> [Kind.Draft],
    after: [Sheet], makes: Bool = true, keepsRows: Bool = true
  ) throws {
    let done = { makes ? Counts(created: $0) : Counts(updated: $0) }
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in after { try sheet.load(into: store) }
    let count = rows.count
    let before = try store.picture()

    let empty = try store.load(kind, [])
    #expect(empty.counts == Counts())
    #expect(empty.load == nil)

    let rehearsed = try store.load(kind, rows, mode: .dryRun)
    #expect(rehearsed.counts == done(count))
    try store.expect(before, "a dry run leaves no trace")

    var found: [Finding] = []
    let first = try store.load(kind, rows, found: &found)
    #expect(found.filter { $0.weight != .note } == [])
    #expect(first.counts == done(count))
    let loaded = try store.picture()

    let again = try store.load(kind, rows)
    #expect(again.counts == Counts(unchanged: count))
    #expect(again.sameAs == first.load)
    try store.expect(loaded, "the same rows again change nothing")

    let second = try store.load(kind, change(store), found: &found)
    #expect(found.filter { $0.weight != .note } == [])
    #expect(second.counts == Counts(updated: count))
    let changed = try store.picture()
    #expect(changed != loaded)

    if keepsRows {
      found = []
      let older = try store.load(kind, rows, found: &found)
      #expect(older.counts == Counts(unchanged: count))
      #expect(older.sameAs == first.load)
      try store.expect(changed, "what a later load said stays")
      let since = "loaded before, and load \(second.load ?? 0) has changed "
      #expect(found.contains { $0.says.contains(since) }, "\(found)")
    }

    try store.expectUndone(second.load)
    try store.expect(loaded, "undoing the second leaves the first")
    try store.expectUndone(first.load)
    try store.expect(before, "undoing the first leaves nothing of it")
    try store.expectUndone(first.load)
  }
}

/// A sheet that has to be in before another.
enum Sheet {
  case schools, settings, people, designations

  func load(into store: Store) throws {
    switch self {
    case .schools: _ = try store.load(SchoolLoad.self, LoadedSheets.schools())
    case .settings: _ = try store.load(SettingLoad.self, LoadedSheets.settings())
    case .people: _ = try store.load(PersonLoad.self, LoadedSheets.people())
    case .designations:
      _ = try store.load(DesignationLoad.self, LoadedSheets.designations())
    }
  }
}

extension [Sheet] {
  static let places: [Sheet] = [.schools, .settings]
  static let pool: [Sheet] = places + [.people]
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
