import Domain
import Postgres

extension Store {
  /// Makes a cluster, or adds members to the one of that name.
  ///
  /// - Returns: whether the cluster is new, and the members it did not have.
  /// - Throws: `StoreError.conflict` when it stands as another kind; `.notFound` for a place.
  public func addCluster(
    _ name: String, kind: String, members: [PlaceKey]
  ) throws -> (isNew: Bool, added: [NamedPlace]) {
    try connection.transaction { connection in
      let places = try members.map { try self.place($0) }
      let isNew =
        try connection.run(
          InsertCluster(organisation: self.organisation, name: name, kind: kind)) == 1
      let stored = try connection.first(ClusterByName(organisation: self.organisation, name: name))
      guard let stored else { throw StoreError.notFound(what: "cluster", reference: name) }
      guard stored.kind == kind else {
        throw StoreError.conflict(
          "\(name) is stored as a cluster of the kind \(stored.kind), not \(kind)\n"
            + "  Try: --kind \(stored.kind), or another name")
      }
      let added = try places.filter { place in
        try connection.run(
          InsertMember(organisation: self.organisation, cluster: stored.number, place: place.key))
          == 1
      }
      return (isNew, added)
    }
  }
}

struct InsertCluster: Statement {
  typealias Row = Void
  static let sql = """
    insert into cluster (organisation, name, kind, edited_at)
    select $1, $2, $3, now()
    where not exists (select from cluster where organisation = $1 and lower(name) = lower($2))
    on conflict do nothing
    """
  static let example = InsertCluster(organisation: OrganisationID(1), name: "", kind: "")
  let organisation: OrganisationID
  let name: String
  let kind: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(name)
    parameters.add(kind)
  }
}

struct ClusterByName: Statement {
  static let sql = """
    select number, kind from cluster where organisation = $1 and lower(name) = lower($2) order by number
    """
  static let example = ClusterByName(organisation: OrganisationID(1), name: "")
  let organisation: OrganisationID
  let name: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(name)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (number: Int32, kind: String) {
    (number: try row.int32("number"), kind: try row.text("kind"))
  }
}

struct InsertMember: Statement {
  typealias Row = Void
  static let sql = """
    insert into cluster_member (organisation, cluster, school, setting, edited_at)
    values ($1, $2, $3, $4, now()) on conflict do nothing
    """
  static let example = InsertMember(
    organisation: OrganisationID(1), cluster: 0, place: .setting(""))
  let organisation: OrganisationID
  let cluster: Int32
  let place: PlaceKey
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(cluster)
    parameters.add(place.urn?.number)
    parameters.add(place.settingReference)
  }
}
