import Domain
import Postgres

/// What is kept in PostgreSQL, in the words of the domain.
///
/// `Store` is one organisation's records behind one connection. Loads go through a temporary staging
/// table that is checked and merged by sets; a plan goes out as a `Snapshot` and comes back with its
/// proposals, lines and prices. Statements stand beside the rows they decode; one test prepares every
/// one of them against the migrated schema.
public final class Store {
  public let connection: Connection
  public let organisation: OrganisationID
  public let organisationName: String

  /// Opens for an organisation by its name in any case, or for the database's own one when none is
  /// named. The database is migrated first when it is behind; a newer database than the program is
  /// refused.
  ///
  /// - Parameter day: stands in for the day of the server's clock in what is decided; nil where it does not.
  /// - Throws: `StoreError.notFound` for a name nobody has.
  public init(
    _ connection: Connection, organisation name: String? = nil, dated day: Day? = nil
  ) throws {
    self.connection = connection
    try migrate(connection)
    if let day { try connection.date(day) }
    guard let meant = try connection.first(OrganisationMeant(name: name)) else {
      guard let name else { throw StoreError.noOrganisation }
      throw StoreError.notFound(what: "organisation", reference: "\(name)\n  Try: talent org list")
    }
    organisation = OrganisationID(meant.id)
    organisationName = meant.name
  }
}

/// The one named, or the one in use when none is.
struct OrganisationMeant: Statement {
  static let sql = """
    select id, name from organisation
    where case when $1::text is null then in_use else lower(name) = lower($1) end
    order by name = $1 desc, id limit 1
    """
  static let example = OrganisationMeant(name: nil)
  let name: String?
  func bind(_ parameters: inout Parameters) { parameters.add(name) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> (id: Int32, name: String) {
    (id: try row.int32("id"), name: try row.text("name"))
  }
}
