import Domain
import Postgres
import Schema

/// Brings a database to the newest migration: all that are missing, in order, in one transaction.
///
/// The advisory lock comes first and the ledger is read under it, so that any number of first starts
/// end with each migration applied once.
public func migrate(_ connection: Connection) throws {
  if try isCurrent(connection) { return }
  try connection.transaction { connection in
    try connection.script(
      """
      select pg_advisory_xact_lock(7415001);
      create table if not exists migration (
        number      integer primary key,
        subject     text not null,
        -- Hash of the file: a shipped migration never changes.
        hash        bigint not null,
        applied_at  timestamptz not null default now()
      );
      comment on table migration is 'Which migrations this database has been through.';
      comment on column migration.number is 'NNNN of the file.';
      comment on column migration.subject is 'What it is about.';
      comment on column migration.hash is 'Hash of the file: a shipped migration never changes.';
      comment on column migration.applied_at is 'When it was applied.';
      """)
    let applied = try connection.query(AppliedMigrations())
    try checkLedger(applied)
    for migration in Schema.migrations.dropFirst(applied.count) {
      try connection.script(migration.sql)
      try connection.run(
        RecordMigration(
          number: Int32(migration.number), subject: migration.subject,
          hash: fingerprint(migration.sql)))
    }
  }
}

/// Whether nothing is missing; a ledger that is not ours is refused. One round trip on every start.
private func isCurrent(_ connection: Connection) throws -> Bool {
  do {
    let applied = try connection.query(AppliedMigrations())
    try checkLedger(applied)
    return applied.count == Schema.migrations.count
  } catch PostgresError.server(let error) where error.state == .undefinedTable {
    return false
  }
}

private func checkLedger(_ applied: [AppliedMigrations.Row]) throws {
  if applied.count > Schema.migrations.count {
    throw StoreError.databaseIsNewer(
      found: Int(applied.last?.number ?? 0), known: Schema.migrations.last?.number ?? 0)
  }
  for (row, migration) in zip(applied, Schema.migrations)
  where Int(row.number) != migration.number || row.hash != fingerprint(migration.sql) {
    throw StoreError.migrationChanged(number: Int(row.number))
  }
}

private func fingerprint(_ text: String) -> Int64 { Int64(bitPattern: stableHash(text)) }

struct AppliedMigrations: Statement {
  static let sql = "select number, hash from migration order by number"
  static let example = AppliedMigrations()
  func bind(_ parameters: inout Parameters) {}
  static func decode(_ row: inout RowReader) throws(PostgresError) -> (number: Int32, hash: Int64) {
    (number: try row.int32("number"), hash: try row.int64("hash"))
  }
}

struct RecordMigration: Statement {
  typealias Row = Void
  static let sql = "insert into migration (number, subject, hash) values ($1, $2, $3)"
  static let example = RecordMigration(number: 1, subject: "", hash: 0)
  let number: Int32
  let subject: String
  let hash: Int64
  func bind(_ parameters: inout Parameters) {
    parameters.add(number)
    parameters.add(subject)
    parameters.add(hash)
  }
}
