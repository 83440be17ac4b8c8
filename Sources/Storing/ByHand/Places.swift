import Domain
import Postgres

/// A school or setting as somebody who names it by its key wants to see it confirmed.
public struct NamedPlace: Hashable, Sendable {
  public var key: PlaceKey
  public var name: String
  public var isClosed: Bool

  /// `Turvey Primary School (109489)`.
  public var spoken: String { "\(name) (\(key))" }
}

extension Store {
  /// - Throws: `StoreError.notFound`.
  public func place(_ key: PlaceKey) throws -> NamedPlace {
    let statement = PlaceByKey(organisation: organisation, key: key)
    guard let row = try connection.first(statement) else {
      let word = key.settingReference?.split(separator: " ").first.map(String.init) ?? "NAME"
      throw StoreError.notFound(
        what: key.urn == nil ? "URN or setting" : "school",
        reference: "\(key)\n  Try: talent school find \(word)")
    }
    return NamedPlace(key: key, name: row.name, isClosed: row.isClosed)
  }
}

struct PlaceByKey: Statement {
  static let sql = """
    select name, status = 'Closed' as closed from school where urn = $2
    union all
    select name, false from setting where organisation = $1 and reference = $3
    """
  static let example = PlaceByKey(organisation: OrganisationID(1), key: .setting(""))
  let organisation: OrganisationID
  let key: PlaceKey
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(key.urn?.number)
    parameters.add(key.settingReference)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (name: String, isClosed: Bool) {
    (name: try row.optionalText("name") ?? "", isClosed: try row.optionalBool("closed") ?? false)
  }
}
