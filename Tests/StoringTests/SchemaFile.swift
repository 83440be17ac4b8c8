import Foundation

@testable import Postgres

/// db/schema.sql: the whole schema today, as `pg_dump` writes it, less what changes between releases.
enum SchemaFile {
  static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "db/schema.sql")

  static let heading = """
    -- The whole schema today, for reading: what the migrations make. Written by script/schema.


    """

  /// What the migrations make, in the file's form.
  static func made() throws -> String {
    try dumped(ThrowawayCluster.shared().conninfo(database: migratedTemplate()))
  }

  /// A database's schema, in the file's form.
  static func dumped(_ conninfo: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "talent-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "dump.sql")
    let log = folder.appending(path: "log").path
    let status = try Spawning(
      command: [
        "\(PostgresPrograms.find().directory)/pg_dump", "--schema-only", "--no-owner",
        "--no-privileges", "--file=\(file.path)",
        "--dbname=\(conninfo)",
      ], logFile: log
    ).run()
    if status != 0 {
      let said = try String(contentsOfFile: log, encoding: .utf8)
      throw ClusterError("pg_dump failed: \(said)", hint: nil)
    }
    return heading + normalised(try String(contentsOf: file, encoding: .utf8))
  }

  /// Without comment lines, session settings and version marks; one blank line between statements.
  static func normalised(_ dump: String) -> String {
    let noise = ["--", "SET ", "SELECT pg_catalog.set_config", "\\restrict", "\\unrestrict"]
    let ours = dump.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !noise.contains { line.hasPrefix($0) } }
      .filter { !$0.hasPrefix("COMMENT ON EXTENSION") }
    var kept: [Substring] = []
    for line in ours {
      if line.isEmpty, kept.last?.isEmpty ?? true { continue }
      if line.hasPrefix("COMMENT ON COLUMN"), kept.last == "" { kept.removeLast() }
      kept.append(line)
    }
    return kept.joined(separator: "\n")
  }
}
