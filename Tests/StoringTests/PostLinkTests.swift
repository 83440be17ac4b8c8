import Domain
import Postgres
import Storing
import Testing

/// A post is linked to who holds it by TRN or number; a row that names somebody else ends the link.
struct PostLinkTests {
  private func loaded() throws -> Store {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet].pool { try sheet.load(into: store) }
    _ = try store.load(PostLoad.self, LoadedSheets.posts())
    return store
  }

  /// The first post as named anew, without a TRN.
  private func renamed(_ name: String) -> [PostDraft] {
    var draft = LoadedSheets.posts()[0]
    draft.incumbentName = name
    draft.incumbentTRN = nil
    return [draft]
  }

  private func first(_ store: Store) throws -> [String] {
    try store.connection.lines(
      """
      select concat_ws('|', incumbent_name, coalesce(incumbent_trn, 'none'), coalesce(p.name, 'nobody'))
      from post t left join person p on p.number = t.incumbent order by t.place limit 1
      """)
  }

  @Test(arguments: ["Zed New", "Vacant"])
  func anotherNameWithoutATRNEndsTheLinkAndSaysSo(_ name: String) throws {
    let store = try loaded()
    let before = try store.picture()
    var found: [Finding] = []
    let outcome = try store.load(PostLoad.self, renamed(name), found: &found)
    #expect(outcome.counts == Counts(updated: 1))
    #expect(try first(store) == ["\(name)|none|nobody"])
    let says = found.map(\.says)
    #expect(
      says.contains { $0.contains("\"Ana Reed\" was the incumbent and no longer is") }, "\(says)")
    #expect(try store.load(PostLoad.self, renamed(name)).counts == Counts(unchanged: 1))
    try store.expectUndone(outcome.load)
    try store.expect(before, "the link is back")
  }

  @Test func theSameSurnameKeepsTheLink() throws {
    let store = try loaded()
    _ = try store.load(PostLoad.self, renamed("Mrs A Reed"))
    #expect(try first(store) == ["Mrs A Reed|0012345|Ana Reed"])
  }

  @Test func aTRNNobodyHasEndsTheLink() throws {
    let store = try loaded()
    var draft = LoadedSheets.posts()[0]
    draft.incumbentName = "Ivy Newer"
    draft.incumbentTRN = TRN("9912346")
    #expect(try store.load(PostLoad.self, [draft]).counts == Counts(updated: 1))
    #expect(try first(store) == ["Ivy Newer|9912346|nobody"])
    #expect(try store.load(PostLoad.self, [draft]).counts == Counts(unchanged: 1))
  }

  @Test func whoIsLinkedByTRNAloneHasTheNameThatIsStored() throws {
    let store = try loaded()
    try store.connection.script(
      """
      update person set trn = '7654321', name = 'Bo Elm' where number = (
        select min(number) from person where name <> 'Ana Reed')
      """)
    var draft = LoadedSheets.posts()[0]
    draft.incumbentName = nil
    draft.incumbentTRN = TRN("7654321")
    #expect(try store.load(PostLoad.self, [draft]).counts == Counts(updated: 1))
    #expect(try first(store) == ["Bo Elm|7654321|Bo Elm"])
  }
}
