import Domain
import Foundation
import Postgres
import Testing

@testable import Storing

/// Each part of a question narrows the answer to exactly those it speaks of.
struct FindPeopleTests {
  private let store: Store

  init() throws {
    let connection = try migratedDatabase()
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/town.sql")
    try connection.script(try String(contentsOf: file, encoding: .utf8))
    store = try Store(connection)
  }

  private func question(_ set: (inout PeopleQuestion) -> Void = { _ in }) throws -> PeopleQuestion {
    var question = PeopleQuestion(
      today: try #require(Day(iso: "2026-11-22")), defaultHalfDaysAYear: HalfDays(days: 15))
    question.order = .number
    set(&question)
    return question
  }

  private func found(_ set: (inout PeopleQuestion) -> Void = { _ in }) throws -> [Int32] {
    try store.people(question(set)).people.map(\.number.number)
  }

  @Test func `no part asked for means everybody`() throws {
    #expect(try found() == [1, 2, 3, 4, 5])
  }

  @Test func `a designation counts while it is in force`() throws {
    #expect(try found { $0.designation = "SLE" } == [1])
  }

  @Test func `a specialism is held in force or claimed, and under a designation held in it`() throws
  {
    #expect(try found { $0.specialism = "Phonics" } == [1, 2])
    #expect(try found { ($0.specialism, $0.designation) = ("English", "LLE") } == [3])
    #expect(try found { ($0.specialism, $0.designation) = ("Phonics", "LLE") } == [])
  }

  @Test func `a phase is the home's or one worked in`() throws {
    #expect(try found { $0.phase = "Secondary" } == [1, 2])
    #expect(try found { $0.phase = "Nursery" } == [3])
  }

  @Test func `readiness is for the post asked about, else for the one aspired to`() throws {
    #expect(try found { $0.readyFor = "Deputy headteacher" } == [2, 3])
    #expect(try found { $0.readiness = "Ready now" } == [1, 3])
    #expect(try found { ($0.readyFor, $0.readiness) = ("Deputy headteacher", "Ready now") } == [3])
  }

  @Test func `aspiration, post, programme and overdue steps narrow`() throws {
    #expect(try found { $0.aspiration = "Deputy headteacher" } == [2, 3])
    #expect(try found { $0.role = "Headteacher" } == [4])
    #expect(try found { $0.programme = "NPQH" } == [1])
    #expect(try found { $0.onlyOverdue = true } == [1])
  }

  @Test func `homes are in an authority or a cluster, settings too`() throws {
    #expect(try found { $0.authority = "wexcombe" } == [1, 2, 3])
    #expect(try found { $0.authority = "822" } == [4])
    #expect(try found { $0.cluster = "family 1" } == [1, 3])
  }

  @Test func `a distance is straight from a school, a setting or a postcode`() throws {
    let near = try store.people(
      question {
        ($0.near, $0.radius, $0.order) = (.postcode("WX1 1AA"), 5_000, .distance)
      })
    #expect(near.people.map(\.number.number) == [1, 3, 2])
    #expect(near.people.map(\.metres) == [0, 1_000, 5_000])
    #expect(near.nearName == "Abbey Primary School")
    #expect(try found { ($0.near, $0.radius) = (.place(.setting("S1")), 1_000) } == [1, 3])
    #expect(try found { ($0.near, $0.radius) = (.postcode("WX1 1AA"), 4_999) } == [1, 3])
  }

  @Test func `parts are taken together`() throws {
    #expect(
      try found {
        ($0.authority, $0.specialism, $0.designation) = ("Wexcombe", "Phonics", "SLE")
      } == [1])
    #expect(try found { ($0.cluster, $0.programme) = ("Family 1", "NPQSL") } == [])
  }

  @Test func `days left are the designation's less this year's placements that stand`() throws {
    let all = try store.people(question()).people
    #expect(all.map { $0.halfDaysLeft?.count } == [14, nil, 30, nil, nil])
    #expect(try found { $0.leastHalfDaysLeft = HalfDays(15) } == [3])
  }

  @Test(
    arguments: [
      ("sian", [1]), ("LLYR", [1]), ("o'brien", [2]), ("wojcik", [3]), ("phonics", [3]),
      ("100%", [5]), ("%", [5]), ("_", []), ("hyperlink(", [4]),
    ] as [(String, [Int32])])
  func `a word is found whatever its accents and capitals, and taken literally`(
    word: String, people: [Int32]
  ) throws {
    #expect(try found { $0.words = [.init(word)] } == people)
  }

  @Test func `a word may mean a specialism held or claimed`() throws {
    #expect(try found { $0.words = [.init("phonics", specialisms: ["Phonics"])] } == [1, 2, 3])
    #expect(
      try found {
        $0.words = [.init("phonics", specialisms: ["Phonics"]), .init("ann")]
      } == [2])
    #expect(
      try found {
        $0.authority = "Wexcombe"
        $0.words = [
          .init("phonics", specialisms: ["Phonics"]), .init("english", specialisms: ["English"]),
        ]
      } == [1, 3])
  }

  @Test func `a typing error is forgiven when nobody has the word`() throws {
    let answer = try store.people(question { $0.words = [.init("wojick")] })
    #expect(answer.isByLikeness)
    #expect(answer.people.map(\.number.number) == [3])
  }

  @Test func `a person is found by number and by TRN`() throws {
    #expect(try found { $0.person = PersonReference("P4") } == [4])
    #expect(try found { $0.person = PersonReference("12 34567") } == [2])
  }

  @Test func `what is named but not stored is said, with the nearest name`() throws {
    let answer = { try store.people(question($0)).missing }
    #expect(try answer { $0.authority = "Wexcomb" } == .authority(nearest: "Wexcombe"))
    #expect(try answer { $0.cluster = "Famly 1" } == .cluster(nearest: "Family 1"))
    #expect(try answer { ($0.near, $0.radius) = (.postcode("ZZ1 1ZZ"), 1) } == .point)
  }

  @Test func `the limit shows some, and the total counts all`() throws {
    let answer = try store.people(question { $0.limit = 2 })
    #expect(answer.people.count == 2)
    #expect(answer.total == 5)
  }

  @Test func `orders put the best first and those without a value last`() throws {
    let order = { (order: PeopleQuestion.Order) in
      try found {
        $0.order = order
        $0.readinessLevels = ["Ready now", "1-2 years"]
        $0.ladder = ["Teacher", "Middle leader", "Deputy headteacher", "Headteacher"]
      }
    }
    #expect(try order(.name) == [4, 2, 5, 1, 3])
    #expect(try order(.readiness) == [1, 3, 2, 4, 5])
    #expect(try order(.days) == [3, 1, 4, 2, 5])
    #expect(try order(.overdue) == [1, 4, 2, 5, 3])
    #expect(try order(.role) == [4, 1, 2, 3, 5])
  }

  @Test func `another organisation's people are not there`() throws {
    try store.addOrganisation("Elsewhere")
    let other = try Store(store.connection, organisation: "elsewhere")
    #expect(try other.people(question()).total == 0)
    #expect(throws: StoreError.notFound(what: "person", reference: "P1")) {
      try other.profile(.number(PersonNumber(1)))
    }
  }
}
