import Dispatch
import Postgres
import Schema
import Testing

@testable import Storing

/// Migrations: forward only, each once, whoever runs them and however many at a time.
struct SchemaMigrationTests {
  private static let ledger = "select number from migration order by number"

  @Test func anEmptyDatabaseGetsThemAllInOrder() throws {
    let connection = try emptyDatabase()
    try migrate(connection)
    #expect(try connection.lines(Self.ledger) == Schema.migrations.map { String($0.number) })
  }

  @Test func migratingAgainChangesNothing() throws {
    let connection = try emptyDatabase()
    let entries = "select migration::text from migration order by number"
    try migrate(connection)
    let first = try connection.lines(entries)
    try migrate(connection)
    #expect(try connection.lines(entries) == first)
  }

  @Test func theyAreInTheOrderOfTheirNumbers() {
    let numbers = Schema.migrations.map(\.number)
    #expect(numbers == Set(numbers).sorted() && numbers.first == 1)
  }

  @Test func sixFirstStartsAtOnceAllSucceedAndApplyEachOnce() throws {
    let conninfo = try ThrowawayCluster.shared().database()
    let refusals = Refusals()
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      do { try migrate(try Connection(conninfo: conninfo)) } catch { refusals.add("\(error)") }
    }
    #expect(refusals.all == [])
    let connection = try Connection(conninfo: conninfo)
    #expect(try connection.lines(Self.ledger) == Schema.migrations.map { String($0.number) })
  }

  @Test func aNewerDatabaseIsRefused() throws {
    let connection = try migratedDatabase()
    let known = try #require(Schema.migrations.last?.number)
    try connection.script("insert into migration values (\(known + 1), 'of the future', 0)")
    #expect(throws: StoreError.databaseIsNewer(found: known + 1, known: known)) {
      try migrate(connection)
    }
  }

  @Test(arguments: [0, 1])
  func aShippedMigrationThatChangedIsRefused(missing: Int) throws {
    let connection = try migratedDatabase()
    try connection.script(
      """
      delete from migration where number in
        (select number from migration order by number desc limit \(missing));
      update migration set hash = hash + 1 where number = 3
      """)
    #expect(throws: StoreError.migrationChanged(number: 3)) { try migrate(connection) }
  }
}

/// What went wrong in several threads.
private final class Refusals: @unchecked Sendable {
  private let queue = DispatchQueue(label: "refusals")
  private var sentences: [String] = []

  func add(_ sentence: String) { queue.sync { sentences.append(sentence) } }
  var all: [String] { queue.sync { sentences } }
}
