import Domain
import Postgres

extension Store {
  /// All organisations of this database, by name.
  public func organisations() throws -> [(name: String, inUse: Bool)] {
    try connection.query(Organisations())
  }

  public func addOrganisation(_ name: String) throws {
    guard try connection.run(AddOrganisation(name: name)) == 1 else {
      throw StoreError.exists(what: "organisation", reference: name)
    }
  }

  public func useOrganisation(_ name: String) throws {
    try connection.transaction { connection in
      guard try connection.query(Organisations()).contains(where: { $0.name == name }) else {
        throw StoreError.notFound(what: "organisation", reference: name)
      }
      try connection.script("update organisation set in_use = false where in_use")
      try connection.run(UseOrganisation(name: name))
    }
  }
}

struct Organisations: Statement {
  static let sql = "select name, in_use from organisation order by name"
  static let example = Organisations()
  func bind(_ parameters: inout Parameters) {}
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (name: String, inUse: Bool) {
    (name: try row.text("name"), inUse: try row.bool("in_use"))
  }
}

struct AddOrganisation: Statement {
  typealias Row = Void
  static let sql = "insert into organisation (name) values ($1) on conflict do nothing"
  static let example = AddOrganisation(name: "")
  let name: String
  func bind(_ parameters: inout Parameters) { parameters.add(name) }
}

struct UseOrganisation: Statement {
  typealias Row = Void
  static let sql = "update organisation set in_use = true where name = $1"
  static let example = UseOrganisation(name: "")
  let name: String
  func bind(_ parameters: inout Parameters) { parameters.add(name) }
}
