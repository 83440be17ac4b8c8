import Domain
import Postgres

extension Store {
  /// Everybody with a designation that supervises in an alliance of somebody's own designations, ascending.
  public func supervisors(inAlliancesOf person: PersonNumber) throws -> [PersonNumber] {
    try connection.query(SupervisorNumbers(organisation: organisation, person: person.number))
  }
}

struct SupervisorNumbers: Statement {
  static let sql = """
    select distinct d.person from designation d
    where d.organisation = $1 and d.supervises and d.alliance in (
      select o.alliance from designation o where o.organisation = $1 and o.person = $2)
    order by d.person
    """
  static let example = SupervisorNumbers(organisation: OrganisationID(1), person: 1)
  let organisation: OrganisationID
  let person: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(person)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PersonNumber {
    PersonNumber(try row.int32("person"))
  }
}
