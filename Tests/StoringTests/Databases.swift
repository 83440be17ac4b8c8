import Domain
import Postgres
import Storing

/// A database of one's own, migrated, on a real PostgreSQL.
func migratedDatabase() throws -> Connection {
  let template = try migratedTemplate()
  return try Connection(conninfo: try ThrowawayCluster.shared().database(template: template))
}

/// The database they are copied from.
func migratedTemplate() throws -> String {
  try ThrowawayCluster.shared().template("migrated") { try migrate($0) }
}

/// A database of one's own without a table in it.
func emptyDatabase() throws -> Connection {
  try Connection(conninfo: try ThrowawayCluster.shared().database())
}

extension Connection {
  /// The lines that a query of one text column returns, in its order.
  func lines(_ query: String) throws -> [String] {
    let text = try scalar("select string_agg(line::text, E'\\n') from (\(query)) as q (line)")
    return text.map { $0.split(separator: "\n").map(String.init) } ?? []
  }
}
