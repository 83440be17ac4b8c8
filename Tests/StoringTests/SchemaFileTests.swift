import Foundation
import Postgres
import Testing

/// `script/schema` runs this with TALENT_WRITE_SCHEMA=1, and then it writes what it otherwise checks.
struct SchemaFileTests {
  @Test(.enabled(if: dumpsAsTheFileWas, "the file is as PostgreSQL 15 writes it"))
  func theSchemaFileIsWhatTheMigrationsMake() throws {
    let made = try SchemaFile.made()
    if ProcessInfo.processInfo.environment["TALENT_WRITE_SCHEMA"] == "1" {
      try made.write(to: SchemaFile.path, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: SchemaFile.path, encoding: .utf8)
    let (wanted, found) = (lines(made), lines(written))
    let missing = wanted.filter { !Set(found).contains($0) }
    let stale = found.filter { !Set(wanted).contains($0) }
    if made != written {
      Issue.record(
        "db/schema.sql lacks \(missing.prefix(5)), still has \(stale.prefix(5)): run script/schema")
    }
  }

  @Test(.enabled(if: dumpsAsTheFileWas, "the file is as PostgreSQL 15 writes it"))
  func theSchemaFileMakesTheSameDatabase() throws {
    let conninfo = try ThrowawayCluster.shared().database()
    let written = try String(contentsOf: SchemaFile.path, encoding: .utf8)
    try Connection(conninfo: conninfo).script(written)
    let isSame = try SchemaFile.dumped(conninfo) == written
    #expect(isSame)
  }

  /// Another major version of PostgreSQL may word the same schema otherwise.
  static var dumpsAsTheFileWas: Bool {
    (try? emptyDatabase().serverVersion / 10_000) == 15
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }
}
