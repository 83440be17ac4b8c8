import Domain
import Postgres

/// A chosen deployment or secondment, with the names a reader wants beside the keys.
public struct PlacementRecord: Hashable, Sendable {
  public var number: Int32
  public var need: String
  public var place: PlaceKey
  public var placeName: String?
  public var person: PersonNumber
  public var personName: String
  public var plan: Int32?
  public var kind: Need.Kind
  /// The designation whose days it spends; nil for secondments.
  public var role: String?
  public var halfDays: HalfDays
  public var fte: FTE
  public var window: DaySpan
  public var state: String
  public var chosenBy: String
  public var chosenOn: Day
  public var reason: String?
  /// The bars overridden, separated by commas; nil when none was.
  public var overridden: String?
  /// Who supervises it, and their name; nil when it is not a first deployment.
  public var supervision: Supervision?
  public var supervisorName: String?
  /// The placement whose post it fills meanwhile; nil when it covers none.
  public var covers: Int32?
  /// Placements that cover the post this one leaves and still stand.
  public var coveredBy: [Int32] = []
  /// Nil while it stands.
  public var withdrawal: Withdrawal?

  /// How a choice was taken back.
  public struct Withdrawal: Hashable, Sendable {
    public var by: String
    public var because: String
    public var on: Day
  }

  /// The states a placement may be in.
  public static let states = ["chosen, release pending", "withdrawn"]

  /// Whether it still takes the person's time.
  public var isActive: Bool { state != "withdrawn" }
}

extension Store {
  /// Placements, the latest first; each part given narrows them.
  public func placements(
    person: PersonNumber? = nil, need: String? = nil, state: String? = nil,
    supervisor: PersonNumber? = nil
  ) throws -> [PlacementRecord] {
    try connection.query(
      Placements(
        organisation: organisation, number: nil, person: person?.number, need: need, state: state,
        supervisor: supervisor?.number))
  }

  /// - Throws: `StoreError.notFound`.
  public func placement(_ number: Int32) throws -> PlacementRecord {
    let statement = Placements(
      organisation: organisation, number: number, person: nil, need: nil, state: nil,
      supervisor: nil)
    guard let placement = try connection.first(statement) else {
      throw StoreError.notFound(what: "placement", reference: String(number))
    }
    return placement
  }
}

struct Placements: Statement {
  static let sql = """
    select t.number, t.need, n.school, n.setting, coalesce(h.name, s.name) as place_name, t.person,
      p.name as person_name, t.plan, t.kind, t.role, t.half_days, t.fte_hundredths, t.starts_on,
      t.ends_on, t.state, t.chosen_by, t.chosen_at::date as chosen_on, t.reason,
      t.overridden, t.supervisor, t.supervisor_role, t.supervising_half_days, v.name as supervisor_name,
      t.covers_placement, array(select c.number from placement c
        where c.organisation = t.organisation and c.covers_placement = t.number
          and c.state <> 'withdrawn' order by c.number) as covered_by,
      t.withdrawn_by, t.withdrawn_because, t.withdrawn_at::date as withdrawn_on
    from placement t
    join person p on p.organisation = t.organisation and p.number = t.person
    left join person v on v.organisation = t.organisation and v.number = t.supervisor
    join need n on n.organisation = t.organisation and n.reference = t.need
    left join school h on h.urn = n.school
    left join setting s on s.organisation = n.organisation and s.reference = n.setting
    where t.organisation = $1 and ($2::integer is null or t.number = $2)
      and ($3::integer is null or t.person = $3) and ($4::text is null or t.need = $4)
      and ($5::text is null or t.state = $5) and ($6::integer is null or t.supervisor = $6)
    order by t.starts_on desc, t.number desc
    """
  static let example = Placements(
    organisation: OrganisationID(1), number: nil, person: nil, need: nil, state: nil,
    supervisor: nil)
  let organisation: OrganisationID
  let number: Int32?
  let person: Int32?
  let need: String?
  let state: String?
  let supervisor: Int32?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
    parameters.add(person)
    parameters.add(need)
    parameters.add(state)
    parameters.add(supervisor)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PlacementRecord {
    var placement = PlacementRecord(
      number: try row.int32("number"), need: try row.text("need"), place: try row.place(),
      placeName: try row.optionalText("place_name"),
      person: PersonNumber(try row.int32("person")), personName: try row.text("person_name"),
      plan: try row.optionalInt32("plan"), kind: try row.choice("kind"),
      role: try row.optionalText("role"), halfDays: HalfDays(try row.int32("half_days")),
      fte: FTE(hundredths: try row.int32("fte_hundredths")), window: try row.window(),
      state: try row.text("state"), chosenBy: try row.text("chosen_by"),
      chosenOn: try row.optionalDay("chosen_on") ?? Day(number: 0),
      reason: try row.optionalText("reason"), overridden: try row.optionalText("overridden"))
    placement.supervision = try row.supervision()
    placement.supervisorName = try row.optionalText("supervisor_name")
    placement.covers = try row.optionalInt32("covers_placement")
    placement.coveredBy = try row.optionalInt32Array("covered_by") ?? []
    let by = try row.optionalText("withdrawn_by")
    let because = try row.optionalText("withdrawn_because")
    let on = try row.optionalDay("withdrawn_on")
    if let by, let because, let on {
      placement.withdrawal = PlacementRecord.Withdrawal(by: by, because: because, on: on)
    }
    return placement
  }
}
