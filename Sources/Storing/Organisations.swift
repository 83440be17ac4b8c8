import Domain
import Postgres

extension Store {
  /// All organisations of this database, by name; in use is the one chosen, or the database's own.
  public func organisations(chosen: String? = nil) throws -> [(name: String, inUse: Bool)] {
    try connection.query(Organisations(chosen: chosen))
  }

  /// - Throws: `StoreError.exists` for a name somebody has, in any case.
  public func addOrganisation(_ name: String) throws {
    guard try connection.run(AddOrganisation(name: name)) == 1 else {
      throw StoreError.exists(what: "organisation", reference: name)
    }
  }
}

struct Organisations: Statement {
  static let sql = """
    select name, coalesce(lower(name) = lower($1), in_use) as in_use from organisation order by name
    """
  static let example = Organisations(chosen: nil)
  let chosen: String?
  func bind(_ parameters: inout Parameters) { parameters.add(chosen) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (name: String, inUse: Bool) {
    (name: try row.text("name"), inUse: try row.optionalBool("in_use") ?? false)
  }
}

struct AddOrganisation: Statement {
  typealias Row = Void
  static let sql = """
    insert into organisation (name) select $1
    where not exists (select from organisation where lower(name) = lower($1)) on conflict do nothing
    """
  static let example = AddOrganisation(name: "")
  let name: String
  func bind(_ parameters: inout Parameters) { parameters.add(name) }
}
