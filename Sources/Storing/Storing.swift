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

  /// Opens for the organisation in use. The database is migrated first when it is behind;
  /// a newer database than the program is refused.
  public init(_ connection: Connection) throws {
    self.connection = connection
    try migrate(connection)
    let inUse = try connection.first(OrganisationInUse())
    guard let inUse else { throw StoreError.noOrganisation }
    organisation = OrganisationID(inUse.id)
    organisationName = inUse.name
  }
}

struct OrganisationInUse: Statement {
  static let sql = "select id, name from organisation where in_use"
  static let example = OrganisationInUse()
  func bind(_ parameters: inout Parameters) {}
  static func decode(_ row: inout RowReader) throws(PostgresError) -> (id: Int32, name: String) {
    (id: try row.int32("id"), name: try row.text("name"))
  }
}
