/// The database's shape, as texts: forward-only migrations and the whole schema as it stands today.
///
/// `migrations/NNNN_subject.sql` never change once shipped; `schema.sql` is kept equal to what they
/// make by a test.
public enum Schema {
  /// The migrations in the order they apply: number and subject from the file's name, and its SQL.
  public static let migrations: [(number: Int, subject: String, sql: String)] = embedded.compactMap
  {
    guard $0.path.hasPrefix("migrations/") else { return nil }
    let name = $0.path.dropFirst("migrations/".count).dropLast(".sql".count)
    let parts = name.split(separator: "_", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    return (number, String(parts[1]), $0.text)
  }

  /// The whole schema today.
  public static let whole = embedded.first { $0.path == "schema.sql" }?.text ?? ""
}
