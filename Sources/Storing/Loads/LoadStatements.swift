import Domain
import Postgres

struct BeginLoad: Statement {
  static let sql = """
    insert into load (organisation, kind, file_name, rows_hash, file_hash, mapping, mapping_text, policy)
    values ($1, $2, $3, 0, $4, $5, $6, $7) returning number
    """
  static let example = BeginLoad(
    organisation: OrganisationID(1), kind: "", file: LoadedFile(name: ""), mode: .dryRun)
  let organisation: OrganisationID
  let kind: String
  let file: LoadedFile
  let mode: LoadMode
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(kind)
    parameters.add(file.name)
    parameters.add(file.hash)
    parameters.add(file.mapping?.name)
    parameters.add(file.mapping?.text)
    parameters.add(mode == .acceptGood ? "good rows only" : "all or nothing")
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}

struct EndLoad: Statement {
  typealias Row = Void
  static let sql = """
    update load set rows_hash = $3, rows_read = $4, created = $5, updated = $6, unchanged = $7,
      rejected = $8, headings = $9
    where organisation = $1 and number = $2
    """
  static let example = EndLoad(
    organisation: OrganisationID(1), number: 1, hash: 0,
    outcome: LoadOutcome(read: 0, rejected: 0), headings: [])
  let organisation: OrganisationID
  let number: Int32
  let hash: Int64
  let outcome: LoadOutcome
  let headings: [String]
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
    parameters.add(hash)
    for count in [
      outcome.read, outcome.created, outcome.updated, outcome.unchanged, outcome.rejected,
    ] { parameters.addInt4(count) }
    parameters.add(headings)
  }
}

struct LoadOfSameRows: Statement {
  static let sql = """
    select number from load
    where organisation = $1 and kind = $2 and rows_hash = $3 and undone_at is null
    order by number desc limit 1
    """
  static let example = LoadOfSameRows(organisation: OrganisationID(1), kind: "", hash: 0)
  let organisation: OrganisationID
  let kind: String
  let hash: Int64
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(kind)
    parameters.add(hash)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}

/// Over the staging table of findings; notes, refusals and fatal findings by number.
struct StagedFindings: Statement {
  static let sql = """
    select weight, line, column_name, says, hint from finding order by line, column_name, says
    """
  static let example = StagedFindings()
  func bind(_ parameters: inout Parameters) {}
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Finding {
    let weight = Finding.Weight(rawValue: try row.optionalInt("weight") ?? 1) ?? .refusal
    return Finding(
      weight, line: try row.optionalInt("line") ?? 0,
      column: try row.optionalText("column_name") ?? "",
      says: try row.optionalText("says") ?? "", hint: try row.optionalText("hint") ?? "")
  }
}

/// Takes rows out of the staging table that an earlier load took: the same row again changes nothing,
/// although a later load has changed its record since, which is said, or who it is of became part of
/// another, which a merge settled.
struct LeaveRowsLoadedBefore: Statement {
  typealias Row = Void
  static let sql = """
    with before as materialized (select * from rows_loaded_before($1, split_part($2, ', ', 1))),
    left_out as (
      delete from incoming i where line in (select line from before)
        or typed in (select typed from merged_rows($1, string_to_array($2, ', ')))
      returning line, cells,
        to_jsonb(i) @> '{"trn": null, "settled": null}' as names_nobody),
    told as (
      insert into finding
        select 0, line, '', 'this very row was loaded before, and load ' || since_load || ' has changed '
            || named || ' since: that stays',
          'talent loads undo ' || since_load || ' takes that load back'
            || case when names_nobody then '; of somebody else, add a column Person with new' else '' end
        from before join left_out using (line) where since_load is not null)
    insert into left_alone select line, cells from left_out
    """
  static let example = LeaveRowsLoadedBefore(organisation: OrganisationID(1), tables: "person")
  let organisation: OrganisationID
  let tables: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(tables)
  }
}

/// How many rows made a record, and how many only changed one.
struct StagedFates: Statement {
  static let sql = """
    select (select count(distinct line) from made) as created,
      (select count(distinct line) from changed where line not in (select line from made)) as updated
    """
  static let example = StagedFates()
  func bind(_ parameters: inout Parameters) {}
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (created: Int, updated: Int) {
    (
      created: try row.optionalInt("created") ?? 0, updated: try row.optionalInt("updated") ?? 0
    )
  }
}

/// A row handed over before a later one contradicted it is told so, as the later one was.
struct StageContested: Statement {
  typealias Row = Void
  static let sql = """
    insert into finding
      select 1, line, '', 'a later row for the same record contradicts this one',
        'keep the row that is right'
      from unnest($1::integer[]) as line
    """
  static let example = StageContested(lines: [])
  let lines: [Int32]
  func bind(_ parameters: inout Parameters) { parameters.add(lines) }
}

/// Refuses staged rows that the reader came to doubt once it had seen the whole sheet; of a row that was
/// refused anyway the doubt is a note.
struct StageDoubted: Statement {
  typealias Row = Void
  static let sql = """
    insert into finding
      select case when exists (select from incoming i where i.line = d.line) then 1 else 0 end,
        d.line, d.heading, d.says, d.hint
      from unnest($1::integer[], $2::text[], $3::text[], $4::text[]) as d (line, heading, says, hint)
    """
  static let example = StageDoubted(findings: [])
  let findings: [Finding]
  func bind(_ parameters: inout Parameters) {
    parameters.add(findings.map { Int32(clamping: $0.line) })
    parameters.add(findings.map(\.column))
    parameters.add(findings.map(\.says))
    parameters.add(findings.map(\.hint))
  }
}

/// How many staged rows have a refusal.
struct StagedRefusals: Statement {
  static let sql = "select count(distinct line) as refused from finding where weight = 1"
  static let example = StagedRefusals()
  func bind(_ parameters: inout Parameters) {}
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int {
    try row.optionalInt("refused") ?? 0
  }
}

/// Takes refused rows out of the staging table.
struct DropRefused: Statement {
  typealias Row = Void
  static let sql = "delete from incoming where line in (select line from finding where weight = 1)"
  static let example = DropRefused()
  func bind(_ parameters: inout Parameters) {}
}
