import Domain
import Postgres

/// Who was chosen for a need, by whom, and from which plan.
public struct PlacementChoice: Hashable, Sendable {
  public var person: PersonNumber
  /// Nil when chosen without one.
  public var plan: Int?
  public var by: String
  public var reason: String?
  /// Bars overridden, separated by commas; nil when none.
  public var overridden: String?
  public var supervision: Supervision?
  /// The placement whose post it fills meanwhile; nil when it covers none, or when its need says which.
  public var covers: Int32?

  public init(
    person: PersonNumber, plan: Int? = nil, by: String, reason: String? = nil,
    overridden: String? = nil, supervision: Supervision? = nil, covers: Int32? = nil
  ) {
    self.supervision = supervision
    self.covers = covers
    self.person = person
    self.plan = plan
    self.by = by
    self.reason = reason
    self.overridden = overridden
  }
}

extension Store {
  /// Stores a choice as a placement: chosen, release pending. Returns its number.
  ///
  /// Who is chosen for a post that a secondment opened covers what was covered there before.
  public func place(_ choice: PlacementChoice, in need: Need) throws -> Int32 {
    let statement = InsertPlacement(organisation: organisation, need: need, choice: choice)
    guard let number = try connection.first(statement) else {
      throw StoreError.conflict("the placement was not stored")
    }
    return number
  }
}

struct InsertPlacement: Statement {
  static let sql = """
    insert into placement (organisation, need, person, plan, kind, role, half_days, fte_hundredths,
      starts_on, ends_on, chosen_by, reason, overridden, supervisor, supervisor_role,
      supervising_half_days, covers_placement, chosen_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
      coalesce($17, (select t.covers_placement from placement t
        where t.organisation = $1 and t.need = $2 and t.covers_placement is not null
        order by t.number desc limit 1)), \(Moment.sql))
    returning number
    """
  static let example = InsertPlacement(
    organisation: OrganisationID(1),
    need: Need(
      reference: "", place: .setting(""), kind: .deployment,
      window: DaySpan(day: Day(number: 0))),
    choice: PlacementChoice(person: PersonNumber(1), by: ""))
  let organisation: OrganisationID
  let need: Need
  let choice: PlacementChoice
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(need.reference)
    parameters.add(choice.person.number)
    parameters.add(choice.plan.map { Int32(clamping: $0) })
    parameters.add(need.kind.rawValue)
    parameters.add(need.kind == .deployment ? need.role : nil)
    parameters.add(need.halfDays?.count ?? 0)
    parameters.add(need.fte?.hundredths ?? 0)
    parameters.addDate(need.window.from.number)
    parameters.addDate(need.window.to.number)
    parameters.add(choice.by)
    parameters.add(choice.reason)
    parameters.add(choice.overridden)
    parameters.add(choice.supervision?.person.number)
    parameters.add(choice.supervision?.role)
    parameters.add(choice.supervision?.halfDays.count)
    parameters.add(choice.covers)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}
