import Domain
import Postgres
import Storing
import Testing

/// Two records of one person become one, and two again, with nothing lost on either way.
struct MergingTests {
  private func pool() throws -> (store: Store, ana: PersonNumber, tom: PersonNumber) {
    let store = try Store(migratedDatabase())
    try store.seed(smallVocabulary)
    for sheet in [Sheet.schools, .settings, .people, .designations] { try sheet.load(into: store) }
    _ = try store.load(StepLoad.self, LoadedSheets.steps())
    _ = try store.load(ConflictLoad.self, LoadedSheets.conflicts())
    _ = try store.load(PostLoad.self, LoadedSheets.posts())
    func number(_ trn: String) throws -> PersonNumber {
      let text = try store.connection.scalar("select number from person where trn = '\(trn)'")
      return PersonNumber(Int32(text ?? "") ?? 0)
    }
    return (store, try number("0012345"), try number("0054321"))
  }

  @Test func mergedBothWaysAndBackNothingIsLost() throws {
    for swaps in [false, true] {
      let (store, ana, tom) = try pool()
      let (kept, gone) = swaps ? (tom, ana) : (ana, tom)
      let before = try store.picture().filter { !$0.hasPrefix("merge") }
      let outcome = try store.merge(gone, into: kept, by: "Ann", because: "the same person")
      #expect(outcome.differing.map(\.column).contains("name"))
      #expect(try store.connection.scalar("select count(*) from person") == "2")
      #expect(
        try store.connection.scalar(
          "select count(*) from designation where person <> \(kept.number)") == "0")
      #expect(try store.unmerge(gone, by: "Bob", because: "they are two") == kept)
      try store.expectSame(before)
      #expect(throws: StoreError.self) { try store.unmerge(gone, by: "Bob", because: "again") }
    }
  }

  @Test func whoStaysIsFilledFromWhoGoes() throws {
    let (store, ana, tom) = try pool()
    _ = try store.merge(ana, into: tom, by: "Ann", because: "the same person")
    let row = try store.connection.lines(
      "select name || '|' || trn || '|' || role || '|' || strengths::text from person where number = \(tom.number)"
    )
    #expect(row == ["Tom Hale|0054321|Middle leader|{Phonics}"])
    let steps = try store.connection.scalar(
      "select count(*) from career_step where person = \(tom.number)")
    #expect(steps == "3")
    #expect(
      try store.connection.scalar("select incumbent from post where incumbent_trn = '0012345'")
        == "\(tom.number)")
  }

  @Test func aSheetThatNamesWhoWentFindsWhoStayed() throws {
    let (store, ana, tom) = try pool()
    _ = try store.merge(ana, into: tom, by: "Ann", because: "the same person")
    let again = try store.load(PersonLoad.self, [LoadedSheets.people(2)[0]])
    #expect(again.counts == Counts(updated: 1))
    #expect(try store.connection.scalar("select count(*) from person") == "2")
    let trn = try store.connection.scalar("select trn from person where number = \(tom.number)")
    #expect(trn == "0054321")
    let steps = try store.load(StepLoad.self, LoadedSheets.steps(2))
    #expect(steps.counts.rejected == 0)
  }

  @Test func theSameSheetsAgainChangeNothing() throws {
    for swaps in [false, true] {
      let (store, ana, tom) = try pool()
      let (kept, gone) = swaps ? (tom, ana) : (ana, tom)
      _ = try store.merge(gone, into: kept, by: "Ann", because: "the same person")
      let before = try store.picture()
      let people = try store.load(PersonLoad.self, LoadedSheets.people())
      #expect(people.counts == Counts(unchanged: 2))
      let designations = try store.load(DesignationLoad.self, LoadedSheets.designations())
      #expect(designations.counts == Counts(unchanged: 2))
      #expect(try store.load(StepLoad.self, LoadedSheets.steps()).counts == Counts(unchanged: 2))
      #expect(
        try store.load(ConflictLoad.self, LoadedSheets.conflicts()).counts == Counts(unchanged: 2))
      try store.expect(before, "what both said was settled by the merge")
    }
  }

  @Test func aLoadOfWhoBecamePartOfAnotherIsKeptAndSaysWhom() throws {
    let (store, ana, tom) = try pool()
    _ = try store.merge(tom, into: ana, by: "Ann", because: "the same person")
    let load = try store.connection.scalar("select number from load where kind = 'designations'")
    let number = try #require(load.flatMap { Int($0) })
    let before = try store.picture()
    let rows = try store.undo(load: number)
    let kept = rows.first { $0.name == "\(tom) Tom Hale" }
    #expect(kept?.why == "is part of \(ana)", "\(rows)")
    #expect(try store.blockers(ofUndoing: number).contains(.merge(tom)))
    try store.expect(
      before.filter { $0.hasPrefix("person ") || $0.hasPrefix("school ") }
        + (try store.picture().filter { !$0.hasPrefix("person ") && !$0.hasPrefix("school ") }),
      "both stay")
    _ = try store.unmerge(tom, by: "Bob", because: "they are two")
    try store.expectUndone(number)
    #expect(try store.connection.scalar("select count(*) from person") == "2")
  }

  @Test func whatAMergeLeftIsNotTakenFromUnderIt() throws {
    let (store, ana, tom) = try pool()
    _ = try store.merge(tom, into: ana, by: "Ann", because: "the same person")
    let numbers = try store.connection.lines(
      "select number from load where kind in ('designations', 'steps', 'conflicts', 'posts')")
    for number in numbers.compactMap({ Int($0) }) {
      let whys = try store.undo(load: number).compactMap(\.why)
      #expect(whys.contains("\(tom) became part of \(ana) since"), "load \(number): \(whys)")
    }
    #expect(try store.unmerge(tom, by: "Bob", because: "they are two") == ana)
    for number in numbers.reversed() { try store.expectUndone(Int(number)) }
    #expect(try store.connection.scalar("select count(*) from designation") == "0")
  }

  @Test func whoBecamePartOfAnotherIsNamedWithWhoStandsForThem() throws {
    let (store, ana, tom) = try pool()
    _ = try store.merge(tom, into: ana, by: "Ann", because: "the same person")
    for reference in [PersonReference.number(tom), .trn(try #require(TRN("0054321")))] {
      let refusal = #expect(throws: StoreError.self) { try store.profile(reference) }
      let says = refusal?.description ?? ""
      #expect(says.hasPrefix("\(tom) is part of \(ana) since "), "\(says)")
      #expect(says.hasSuffix("talent person show \(ana) shows them"), "\(says)")
    }
  }

  @Test func whatChangedSinceIsNotTakenBack() throws {
    let (store, ana, tom) = try pool()
    _ = try store.merge(tom, into: ana, by: "Ann", because: "the same person")
    try store.connection.script("update person set notes = 'new' where number = \(ana.number)")
    let refusal = #expect(throws: StoreError.self) {
      try store.unmerge(tom, by: "Bob", because: "they are two")
    }
    #expect(refusal.map { "\($0)" }?.contains("(person)") == true)
  }
}

extension Store {
  fileprivate func expectSame(_ picture: [String]) throws {
    let now = try self.picture().filter { !$0.hasPrefix("merge") }
    #expect(now.filter { !picture.contains($0) } == [])
    #expect(picture.filter { !now.contains($0) } == [])
  }
}
