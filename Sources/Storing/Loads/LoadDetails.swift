import Domain
import Postgres

/// Keeps the staged rows as they were typed.
struct KeepRows: Statement {
  typealias Row = Void
  static let sql = """
    insert into load_row (organisation, load, line, cells)
    select $1, $2, line, coalesce(cells, '{}')
    from (select line, cells from incoming union all select line, cells from left_alone) r
    """
  static let example = KeepRows(organisation: OrganisationID(1), load: 1)
  let organisation: OrganisationID
  let load: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
  }
}

struct ForgetRows: Statement {
  typealias Row = Void
  static let sql = """
    with edited as (delete from as_loaded where organisation = $1 and load = $2)
    delete from load_row where organisation = $1 and load = $2
    """
  static let example = ForgetRows(organisation: OrganisationID(1), load: 1)
  let organisation: OrganisationID
  let load: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
  }
}

struct TypedRows: Statement {
  static let sql = """
    select l.headings, r.cells, r.refused from load_row r join load l on l.organisation = r.organisation
      and l.number = r.load
    where r.organisation = $1 and r.load = $2 and r.line = $3
    """
  static let example = TypedRows(organisation: OrganisationID(1), load: 1, line: 1)
  let organisation: OrganisationID
  let load: Int32
  let line: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
    parameters.add(line)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> TypedRow {
    TypedRow(
      headings: try row.textArray("headings"), cells: try row.textArray("cells"),
      refused: try row.optionalText("refused"))
  }
}

struct RefusedRows: Statement {
  static let sql = """
    select line, cells, refused from load_row
    where organisation = $1 and load = $2 and refused is not null order by line
    """
  static let example = RefusedRows(organisation: OrganisationID(1), load: 1)
  let organisation: OrganisationID
  let load: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> RefusedRow {
    RefusedRow(
      line: try row.int("line"), cells: try row.textArray("cells"),
      because: try row.optionalText("refused") ?? "")
  }
}

struct LoadChanges: Statement {
  static let sql = """
    select line, relation, named, column_name, was, became from load_changes($1, $2)
    order by line, relation, named, column_name
    """
  static let example = LoadChanges(organisation: OrganisationID(1), load: 1)
  let organisation: OrganisationID
  let load: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> ReplacedValue {
    ReplacedValue(
      line: try row.optionalInt("line"), table: try row.optionalText("relation") ?? "",
      record: try row.optionalText("named") ?? "",
      column: try row.optionalText("column_name") ?? "", was: try row.optionalText("was"),
      became: try row.optionalText("became"))
  }
}

/// The first values that a load replaces by others, and how many there are: a blank one is no loss.
struct ReplacedFirst: Statement {
  static let sql = """
    select line, relation, named, column_name, was, became, count(*) over () as total
    from load_changes($1, $2) where was not in ('', '[]')
    order by line, relation, named, column_name limit 50
    """
  static let example = ReplacedFirst(organisation: OrganisationID(1), load: 1)
  let organisation: OrganisationID
  let load: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (value: ReplacedValue, total: Int) {
    (try LoadChanges.decode(&row), try row.optionalInt("total") ?? 0)
  }
}
