import Domain
import Postgres

/// A line of a plan that stays in later plans, with the names a reader wants beside the keys.
public struct PinRecord: Hashable, Sendable {
  public var need: String
  public var person: PersonNumber
  public var personName: String
  public var placeName: String
  /// The plan whose line it is.
  public var plan: Int
  public var by: String
  public var reason: String?
  public var on: Day
}

extension Store {
  /// Pins, by need; those of one plan's lines or all.
  public func pins(plan: Int? = nil) throws -> [PinRecord] {
    try connection.query(Pins(organisation: organisation, plan: plan.map { Int32(clamping: $0) }))
      .sorted {
        $0.need == $1.need ? $0.person < $1.person : $0.need.counts(before: $1.need)
      }
  }

  /// Pins a line of a plan: later plans keep it.
  ///
  /// - Throws: `StoreError.notFound` when the plan proposes no such thing, `.conflict` when it is pinned.
  public func pin(
    plan: Int, need: String, person: PersonNumber, by name: String, because why: String?
  ) throws -> PinRecord {
    _ = try planHead(plan)
    let proposed = try proposals(plan: plan, need: need)
    guard let line = proposed.first(where: { $0.person == person }) else {
      throw StoreError.notFound(
        what: "line",
        reference: "\(need) with \(person) in plan \(plan)\n"
          + "  Try: talent plan show \(plan) --all")
    }
    let isNew = try connection.run(
      InsertPin(
        organisation: organisation, plan: Int32(clamping: plan), need: line.need, person: person,
        by: name, because: why))
    let pin = try self.pin(need: line.need, person: person)
    guard isNew == 1 else {
      throw StoreError.conflict(
        "\(pin.need) with \(person) was pinned by \(pin.by) on \(pin.on.spoken), as in plan \(pin.plan)\n"
          + "Nothing was changed.")
    }
    return pin
  }

  /// Takes a pin away. Returns it as it was.
  ///
  /// - Throws: `StoreError.notFound`.
  public func unpin(need: String, person: PersonNumber, by name: String) throws -> PinRecord {
    try connection.transaction { connection in
      let pin = try self.pin(need: need, person: person)
      try connection.run(
        TakePin(organisation: organisation, need: pin.need, person: person, by: name))
      return pin
    }
  }

  private func pin(need: String, person: PersonNumber) throws -> PinRecord {
    let pin = try pins().first {
      $0.person == person && $0.need.lowercased() == need.lowercased()
    }
    guard let pin else {
      throw StoreError.notFound(
        what: "pin", reference: "of \(need) with \(person)\n  Try: talent plan pins")
    }
    return pin
  }
}

struct Pins: Statement {
  static let sql = """
    select p.need, p.person, w.name as person_name, coalesce(h.name, s.name) as place_name, p.plan,
      p.pinned_by, p.reason, p.pinned_at::date as pinned_on
    from pin p
    join person w on w.organisation = p.organisation and w.number = p.person
    join need n on n.organisation = p.organisation and n.reference = p.need
    left join school h on h.urn = n.school
    left join setting s on s.organisation = n.organisation and s.reference = n.setting
    where p.organisation = $1 and p.unpinned_at is null and ($2::integer is null or p.plan = $2)
    """
  static let example = Pins(organisation: OrganisationID(1), plan: nil)
  let organisation: OrganisationID
  let plan: Int32?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(plan)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PinRecord {
    PinRecord(
      need: try row.text("need"), person: PersonNumber(try row.int32("person")),
      personName: try row.text("person_name"),
      placeName: try row.optionalText("place_name") ?? "", plan: try row.int("plan"),
      by: try row.text("pinned_by"), reason: try row.optionalText("reason"),
      on: try row.optionalDay("pinned_on") ?? Day(number: 0))
  }
}

struct PinsOfPlan: Statement {
  static let sql = """
    select need, person from pin
    where organisation = $1 and plan = $2 and unpinned_at is null order by need, person
    """
  static let example = PinsOfPlan(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (need: String, person: PersonNumber) {
    (need: try row.text("need"), person: PersonNumber(try row.int32("person")))
  }
}

struct InsertPin: Statement {
  typealias Row = Void
  static let sql = """
    insert into pin (organisation, plan, need, person, pinned_by, reason, pinned_at)
    values ($1, $2, $3, $4, $5, $6, \(Moment.sql))
    on conflict (organisation, need, person) where unpinned_at is null do nothing
    """
  static let example = InsertPin(
    organisation: OrganisationID(1), plan: 1, need: "", person: PersonNumber(1), by: "",
    because: nil)
  let organisation: OrganisationID
  let plan: Int32
  let need: String
  let person: PersonNumber
  let by: String
  let because: String?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(plan)
    parameters.add(need)
    parameters.add(person.number)
    parameters.add(by)
    parameters.add(because)
  }
}

struct TakePin: Statement {
  typealias Row = Void
  static let sql = """
    update pin set unpinned_by = $4, unpinned_at = \(Moment.sql)
    where organisation = $1 and need = $2 and person = $3 and unpinned_at is null
    """
  static let example = TakePin(
    organisation: OrganisationID(1), need: "", person: PersonNumber(1), by: "")
  let organisation: OrganisationID
  let need: String
  let person: PersonNumber
  let by: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(need)
    parameters.add(person.number)
    parameters.add(by)
  }
}
