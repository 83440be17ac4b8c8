import Domain
import Postgres
import Storing
import Testing

/// Loads, undos and merges plan against rows that the others change: on two sessions of one database they
/// take turns.
struct TurnsTests {
  /// The second waits for the first for a quarter of a second.
  private func sessions() throws -> (first: Store, second: Store) {
    let conninfo = try ThrowawayCluster.shared().database(template: migratedTemplate())
    let store = try Store(Connection(conninfo: conninfo))
    try store.seed(smallVocabulary)
    for sheet in [Sheet].places { try sheet.load(into: store) }
    let impatient = SessionSettings(lockTimeoutMilliseconds: 20)
    return (store, try Store(Connection(conninfo: conninfo, settings: impatient)))
  }

  private func expectWaiting(_ work: () throws -> Void) {
    let refusal = #expect(throws: StoreError.self) { try work() }
    #expect(refusal?.description.contains("another load, undo or merge is at work") == true)
  }

  @Test func anUndoBesideALoadKeepsWhatTheLoadChanged() throws {
    let (store, other) = try sessions()
    let first = try store.load(PersonLoad.self, LoadedSheets.people())
    let second = try store.connection.transaction { _ in
      let outcome = try store.load(PersonLoad.self, LoadedSheets.people(2, of: store))
      #expect(outcome.counts == Counts(updated: 2))
      expectWaiting { _ = try other.undo(load: first.load ?? 0) }
      return outcome.load ?? 0
    }
    let kept = try other.kept(undoing: first.load)
    #expect(kept.filter { $0.hasSuffix("changed since by load \(second)") }.count >= 2, "\(kept)")
    #expect(try store.connection.scalar("select count(*) from person") == "2")
  }

  @Test func aLoadBesideAnUndoFindsWhatTheUndoLeft() throws {
    let (store, other) = try sessions()
    let first = try store.load(PersonLoad.self, LoadedSheets.people())
    try store.connection.transaction { _ in
      let kept = try store.kept(undoing: first.load)
      #expect(kept == [])
      expectWaiting { _ = try other.load(PersonLoad.self, LoadedSheets.people(2)) }
    }
    let again = try other.load(PersonLoad.self, LoadedSheets.people(2))
    #expect(again.counts == Counts(created: 2))
    #expect(try store.connection.scalar("select count(*) from person") == "2")
  }

  @Test func aMergeAndItsUndoingTakeTheirTurnsToo() throws {
    let (store, other) = try sessions()
    _ = try store.load(PersonLoad.self, LoadedSheets.people())
    let numbers = try store.connection.lines("select number from person order by 1")
      .compactMap { Int32($0).map(PersonNumber.init) }
    try store.connection.transaction { _ in
      _ = try store.load(DesignationLoad.self, LoadedSheets.designations())
      expectWaiting { _ = try other.merge(numbers[1], into: numbers[0], by: "Ann", because: "one") }
    }
    _ = try other.merge(numbers[1], into: numbers[0], by: "Ann", because: "one")
    let gone = #expect(throws: StoreError.self) {
      try store.merge(numbers[1], into: numbers[0], by: "Bob", because: "one")
    }
    #expect(gone?.description.hasPrefix("\(numbers[1]) is part of \(numbers[0]) since ") == true)
    try store.connection.transaction { _ in
      _ = try store.load(DesignationLoad.self, LoadedSheets.designations(2))
      expectWaiting { _ = try other.unmerge(numbers[1], by: "Ann", because: "two") }
    }
  }

  /// A load that waited for its turn began before an edit it found; what is undone is the load alone.
  @Test func whatWasEditedWhileALoadWaitedComesBackAsEdited() throws {
    let (store, other) = try sessions()
    _ = try store.load(PersonLoad.self, LoadedSheets.people())
    let second = try store.connection.transaction { connection in
      // The transaction, and with it the day and time of the load, is older than the edit.
      _ = try connection.scalar("select now()")
      try other.connection.script("update person set notes = 'by hand', edited_at = now()")
      return try store.load(PersonLoad.self, LoadedSheets.people(2, of: store)).load
    }
    #expect(try store.kept(undoing: second) == [])
    let notes = try store.connection.lines("select distinct notes from person")
    #expect(notes == ["by hand"])
  }
}
