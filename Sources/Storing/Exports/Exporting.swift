import Domain
import Postgres

extension Store {
  /// The records of a kind as the rows of its sheet, one at a time in constant memory: cells in the
  /// order of `Kind.export.columns`.
  public func export<Kind: LoadKind>(_ kind: Kind.Type, _ row: ([String]) throws -> Void) throws {
    try connection.each(ExportedRows<Kind>(organisation: organisation), row)
  }

  /// How many specialisms are verified on another day than their designation's sheet can say.
  public func specialismsApart() throws -> Int {
    try connection.first(SpecialismsApart(organisation: organisation)) ?? 0
  }
}

struct ExportedRows<Kind: LoadKind>: Statement {
  static var sql: String { Kind.export.select }
  static var example: ExportedRows { ExportedRows(organisation: OrganisationID(1)) }
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> [String] {
    try row.optionalTextArray("cells") ?? []
  }
}

struct SpecialismsApart: Statement {
  static let sql = """
    select count(*) as apart from held_specialism s
    where s.organisation = $1 and (s.expires_on is not null or s.verified_on is distinct from (
      select max(o.verified_on) from held_specialism o
      where o.organisation = s.organisation and o.designation = s.designation))
    """
  static let example = SpecialismsApart(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int {
    try row.optionalInt("apart") ?? 0
  }
}
