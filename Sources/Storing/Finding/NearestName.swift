import Domain
import Postgres

extension Store {
  /// Lists of names that live in the database, not in `config/`.
  public enum StoredNames: String, Sendable { case authority, cluster }

  /// The stored name most like what somebody typed; nil when nothing is like it.
  public func nearest(_ typed: String, _ names: StoredNames) throws -> String? {
    try connection.first(NearestName(organisation: organisation, typed: typed, names: names))
  }
}

struct NearestName: Statement {
  static let sql = """
    select name from (
      select name from authority where $3 = 'authority'
      union all
      select name from cluster where $3 = 'cluster' and organisation = $1) known
    where similarity(search_text(name), search_text($2)) > 0.2
    order by similarity(search_text(name), search_text($2)) desc, name limit 1
    """
  static let example = NearestName(organisation: OrganisationID(1), typed: "", names: .cluster)
  let organisation: OrganisationID
  let typed: String
  let names: Store.StoredNames
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(typed)
    parameters.add(names.rawValue)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.optionalText("name") ?? ""
  }
}

extension Store {
  /// Whether a cluster or a local authority has this name, however it is capitalised.
  public func knows(_ name: String) throws -> Bool {
    try connection.first(KnownName(organisation: organisation, name: name)) ?? false
  }
}

struct KnownName: Statement {
  static let sql = """
    select exists (select from authority where lower(name) = lower($2))
      or exists (select from cluster where organisation = $1 and lower(name) = lower($2)) as known
    """
  static let example = KnownName(organisation: OrganisationID(1), name: "")
  let organisation: OrganisationID
  let name: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(name)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Bool {
    try row.optionalBool("known") ?? false
  }
}
