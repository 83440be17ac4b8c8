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

  public init(
    person: PersonNumber, plan: Int? = nil, by: String, reason: String? = nil,
    overridden: String? = nil
  ) {
    self.person = person
    self.plan = plan
    self.by = by
    self.reason = reason
    self.overridden = overridden
  }
}

extension Store {
  /// Stores a choice as a placement: chosen, release pending. Returns its number.
  public func place(_ choice: PlacementChoice, in need: Need) throws -> Int32 {
    let statement = InsertPlacement(organisation: organisation, need: need, choice: choice)
    guard let number = try connection.first(statement) else {
      throw StoreError.conflict("the placement was not stored")
    }
    return number
  }

  /// Takes a choice back; the need's place, and the person's days, are free again.
  ///
  /// - Throws: `StoreError.notFound`, or `.conflict` when it is withdrawn already.
  public func withdraw(placement number: Int32, by name: String, because why: String) throws
    -> PlacementRecord
  {
    let statement = WithdrawPlacement(
      organisation: organisation, number: number, by: name, because: why)
    let isWithdrawn = try connection.run(statement) == 1
    let placement = try placement(number)
    if isWithdrawn { return placement }
    let withdrawal = placement.withdrawal
    throw StoreError.conflict(
      "placement \(number) was withdrawn by \(withdrawal?.by ?? "somebody")"
        + " on \(withdrawal?.on.spoken ?? "an unknown day")"
        + " (\(withdrawal?.because ?? "no reason given"))\nNothing was changed.")
  }
}

struct InsertPlacement: Statement {
  static let sql = """
    insert into placement (organisation, need, person, plan, kind, role, half_days, fte_hundredths,
      starts_on, ends_on, chosen_by, reason, overridden)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
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
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}

struct WithdrawPlacement: Statement {
  typealias Row = Void
  static let sql = """
    update placement set state = 'withdrawn', withdrawn_by = $3, withdrawn_because = $4,
      withdrawn_at = now()
    where organisation = $1 and number = $2 and state <> 'withdrawn'
    """
  static let example = WithdrawPlacement(
    organisation: OrganisationID(1), number: 1, by: "", because: "")
  let organisation: OrganisationID
  let number: Int32
  let by: String
  let because: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
    parameters.add(by)
    parameters.add(because)
  }
}
