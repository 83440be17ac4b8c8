import Domain
import Postgres

/// A load as it stands in the history.
public struct LoadRecord: Hashable, Sendable {
  public var number: Int
  public var kind: String
  public var fileName: String
  /// `2026-11-22 14:03`, in the session's time zone.
  public var loadedAt: String
  public var undoneAt: String?
  public var read: Int
  public var created: Int
  public var updated: Int
  public var unchanged: Int
  public var rejected: Int
  /// SHA-256 of the file; nil for a load from before it was kept.
  public var fileHash: String?
  /// The mapping it was read by; nil when the headings were our own.
  public var mapping: String?
  /// all or nothing, or good rows only.
  public var policy: String
  /// Whether its rows are kept as typed: an undo that leaves nothing of the load takes them along.
  public var keepsRows: Bool
}

/// A value that a load replaced.
public struct ReplacedValue: Hashable, Sendable {
  /// The row of the sheet; nil for a load from before it was kept.
  public var line: Int?
  public var table: String
  /// The record's key as people read it.
  public var record: String
  public var column: String
  public var was: String?
  public var became: String?
}

/// A row of a load as it was typed.
public struct TypedRow: Hashable, Sendable {
  public var headings: [String]
  public var cells: [String]
  /// Why the load did not take it; nil when it did.
  public var refused: String?
}

/// What undoing a load did to one table, or why one of its rows was kept.
public struct UndoneRow: Hashable, Sendable {
  public var table: String
  public var reversed: Int
  /// The kept row's key as JSON; nil on the line that counts reversed rows.
  public var key: String?
  /// The kept row's key as people read it: `P273 Headteacher`.
  public var name: String?
  public var why: String?
}

/// What keeps rows of a load from being taken back.
public enum UndoBlocker: Hashable, Sendable {
  case load(Int)
  case plan(Int)
  /// They are part of another person by now.
  case merge(PersonNumber)
}

extension Store {
  /// Loads, the newest first.
  public func loads() throws -> [LoadRecord] {
    try connection.query(LoadRecords(organisation: organisation, number: nil))
  }

  public func load(numbered number: Int) throws -> LoadRecord {
    let record = try connection.first(
      LoadRecords(organisation: organisation, number: Int32(clamping: number)))
    guard let record else {
      throw StoreError.notFound(
        what: "load",
        reference:
          "\(number)\n  Try: talent loads; a load that was refused or changed nothing is not kept")
    }
    return record
  }

  /// Reverses what still stands of a load in one transaction; empty when nothing of it is left.
  public func undo(load number: Int) throws -> [UndoneRow] {
    try connection.transaction { connection in
      _ = try self.load(numbered: number)
      try connection.script("set local statement_timeout = 0")
      try takeTurn()
      let undo = UndoLoad(organisation: organisation, number: Int32(clamping: number))
      let rows = try connection.query(undo)
      // What was typed goes with the last of what came of it.
      if !rows.contains(where: { $0.key != nil }) {
        try connection.run(
          ForgetRows(organisation: organisation, load: Int32(clamping: number)))
      }
      return rows
    }
  }

  /// The values a load replaced, row by row.
  public func changes(ofLoad number: Int) throws -> [ReplacedValue] {
    try connection.query(
      LoadChanges(organisation: organisation, load: Int32(clamping: number)))
  }

  /// The rows a load refused, as typed.
  public func refusedRows(ofLoad number: Int) throws -> [RefusedRow] {
    try connection.query(
      RefusedRows(organisation: organisation, load: Int32(clamping: number)))
  }

  /// A row of a load as typed.
  ///
  /// - Throws: `StoreError.notFound` when no row of the load starts on this line.
  public func typedRow(ofLoad number: Int, line: Int) throws -> TypedRow {
    let row = try connection.first(
      TypedRows(
        organisation: organisation, load: Int32(clamping: number), line: Int32(clamping: line)))
    guard let row else {
      throw StoreError.notFound(what: "row in load \(number) from line", reference: String(line))
    }
    return row
  }

  /// Later loads, the last first, then merges, then plans, that refer to what a load made or changed it since.
  public func blockers(ofUndoing number: Int) throws -> [UndoBlocker] {
    try connection.query(
      UndoBlockers(organisation: organisation, number: Int32(clamping: number)))
  }
}

struct LoadRecords: Statement {
  static let sql = """
    select number, kind, file_name, to_char(loaded_at, 'YYYY-MM-DD HH24:MI') as loaded_at,
      to_char(undone_at, 'YYYY-MM-DD HH24:MI') as undone_at, rows_read, created, updated, unchanged, rejected,
      file_hash, mapping, policy, exists (select from load_row r
        where r.organisation = load.organisation and r.load = load.number) as keeps_rows
    from load where organisation = $1 and ($2::integer is null or number = $2) order by number desc
    """
  static let example = LoadRecords(organisation: OrganisationID(1), number: nil)
  let organisation: OrganisationID
  let number: Int32?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> LoadRecord {
    LoadRecord(
      number: try row.int("number"), kind: try row.text("kind"),
      fileName: try row.text("file_name"), loadedAt: try row.optionalText("loaded_at") ?? "",
      undoneAt: try row.optionalText("undone_at"), read: try row.int("rows_read"),
      created: try row.int("created"), updated: try row.int("updated"),
      unchanged: try row.int("unchanged"), rejected: try row.int("rejected"),
      fileHash: try row.optionalText("file_hash"), mapping: try row.optionalText("mapping"),
      policy: try row.text("policy"), keepsRows: try row.bool("keeps_rows"))
  }
}

struct UndoLoad: Statement {
  static let sql = "select relation, reversed, kept_key, kept_name, why from undo_load($1, $2)"
  static let example = UndoLoad(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> UndoneRow {
    UndoneRow(
      table: try row.optionalText("relation") ?? "",
      reversed: try row.optionalInt("reversed") ?? 0,
      key: try row.optionalText("kept_key"), name: try row.optionalText("kept_name"),
      why: try row.optionalText("why"))
  }
}

struct UndoBlockers: Statement {
  static let sql = """
    select what, number from (
      select what, number from undo_blockers($1, $2)
      union select 'merge', gone from undo_merges($1, $2)) b
    order by what, number desc
    """
  static let example = UndoBlockers(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> UndoBlocker {
    let what = try row.optionalText("what")
    let number = try row.optionalInt("number") ?? 0
    return switch what {
    case "plan": .plan(number)
    case "merge": .merge(PersonNumber(Int32(clamping: number)))
    default: .load(number)
    }
  }
}
