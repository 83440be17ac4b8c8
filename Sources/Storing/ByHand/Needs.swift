import Domain
import Postgres

/// A need as stored, with what became of it.
public struct NeedRecord: Hashable, Sendable {
  public var need: Need
  public var placeName: String?
  public var authority: String?
  public var closedOn: Day?
  public var closedBecause: String?
  /// People chosen for it already.
  public var filled: Int32
  /// The need whose secondment opened this post; nil when a place asked for somebody.
  public var coverOf: String?

  public var isOpen: Bool { closedOn == nil && filled < need.people }
}

extension Store {
  public enum NeedState: String, Hashable, Sendable {
    /// Somebody is still missing.
    case open
    /// Closed, or everybody is chosen.
    case settled
  }

  /// Needs by reference, narrowed by each part that is given. `within` is a cluster's or authority's name.
  public func needs(_ state: NeedState? = nil, within: String? = nil) throws -> [NeedRecord] {
    try connection.query(
      Needs(organisation: organisation, reference: nil, state: state?.rawValue, within: within))
  }

  /// The reference is found however it is capitalised.
  ///
  /// - Throws: `StoreError.notFound`.
  public func needRecord(_ reference: String) throws -> NeedRecord {
    let statement = Needs(
      organisation: organisation, reference: reference, state: nil, within: nil)
    guard let need = try connection.first(statement) else {
      throw StoreError.notFound(what: "need", reference: reference)
    }
    return need
  }

  /// Stores a need under the reference given, or the next free `N` and number when it is empty.
  ///
  /// - Throws: `StoreError.exists`.
  public func addNeed(_ need: Need) throws -> String {
    _ = try place(need.place)
    guard let reference = try connection.first(InsertNeed(organisation: organisation, need: need))
    else { throw StoreError.exists(what: "need", reference: need.reference) }
    return reference
  }

  /// - Throws: `StoreError.notFound`, or `.conflict` when it is closed already.
  public func closeNeed(_ reference: String, on day: Day, because why: String) throws -> NeedRecord
  {
    let stored = try needRecord(reference)
    let statement = CloseNeed(
      organisation: organisation, reference: stored.need.reference, on: day, because: why)
    guard try connection.run(statement) == 1 else {
      let closed = try needRecord(reference)
      throw StoreError.conflict(
        "need \(closed.need.reference) was closed on \(closed.closedOn?.spoken ?? "an unknown day")"
          + " (\(closed.closedBecause ?? "no reason given"))")
    }
    return stored
  }
}

struct Needs: Statement {
  static let sql = """
    select n.reference, n.school, n.setting, n.kind, n.role, n.specialism, n.phase, n.half_days,
      n.fte_hundredths, n.starts_on, n.ends_on, n.priority, n.behaviours, n.people, n.asked_by,
      n.asked_on, coalesce(h.name, s.name) as place_name, a.name as authority, n.closed_on,
      n.closed_because, coalesce(t.filled, 0) as filled, n.cover_of
    from need n
    left join school h on h.urn = n.school
    left join setting s on s.organisation = n.organisation and s.reference = n.setting
    left join authority a on a.code = coalesce(h.authority, s.authority)
    left join (select need, count(*)::integer as filled from placement
      where organisation = $1 and state <> 'withdrawn' group by need) t on t.need = n.reference
    where n.organisation = $1 and ($2::text is null or n.reference = $2 or upper(n.reference) = upper($2))
      and ($3::text is null
        or ($3 = 'open') = (n.closed_on is null and coalesce(t.filled, 0) < n.people))
      and ($4::text is null or lower(a.name) = lower($4) or exists (
        select from cluster c join cluster_member m
          on m.organisation = c.organisation and m.cluster = c.number
        where c.organisation = $1 and lower(c.name) = lower($4)
          and m.place = coalesce(n.school::text, n.setting)))
    order by n.reference = $2 desc, length(n.reference), n.reference
    """
  static let example = Needs(
    organisation: OrganisationID(1), reference: nil, state: nil, within: nil)
  let organisation: OrganisationID
  let reference: String?
  let state: String?
  let within: String?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(reference)
    parameters.add(state)
    parameters.add(within)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> NeedRecord {
    NeedRecord(
      need: try row.need(), placeName: try row.optionalText("place_name"),
      authority: try row.optionalText("authority"), closedOn: try row.optionalDay("closed_on"),
      closedBecause: try row.optionalText("closed_because"),
      filled: try row.optionalInt32("filled") ?? 0, coverOf: try row.optionalText("cover_of"))
  }
}

/// The next free reference is one more than the highest `N` and number in use, three digits at least.
struct InsertNeed: Statement {
  static let sql = """
    insert into need (organisation, reference, school, setting, kind, role, specialism, phase,
      half_days, fte_hundredths, starts_on, ends_on, priority, behaviours, people, asked_by, asked_on,
      edited_at)
    select $1, coalesce(nullif($2, ''), 'N' || (
        select case when next < 1000 then lpad(next::text, 3, '0') else next::text end from (
          select coalesce(max(substr(reference, 2)::integer), 0) + 1 as next from need
          where organisation = $1 and reference ~ '^N[0-9]{1,8}$') numbers)),
      $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, now()
    on conflict do nothing returning reference
    """
  static let example = InsertNeed(
    organisation: OrganisationID(1),
    need: Need(
      reference: "", place: .setting(""), kind: .deployment,
      window: DaySpan(day: Day(number: 0))))
  let organisation: OrganisationID
  let need: Need
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(need.reference)
    parameters.add(need.place.urn?.number)
    parameters.add(need.place.settingReference)
    parameters.add(need.kind.rawValue)
    parameters.add(need.role)
    parameters.add(need.specialism)
    parameters.add(need.phase)
    parameters.add(need.halfDays?.count)
    parameters.add(need.fte?.hundredths)
    parameters.addDate(need.window.from.number)
    parameters.addDate(need.window.to.number)
    parameters.add(need.priority.rawValue)
    parameters.add(need.behaviours)
    parameters.add(need.people)
    parameters.add(need.askedBy)
    parameters.addDate(need.askedOn?.number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.text("reference")
  }
}

struct CloseNeed: Statement {
  typealias Row = Void
  static let sql = """
    update need set closed_on = $3, closed_because = $4, edited_at = now()
    where organisation = $1 and reference = $2 and closed_on is null
    """
  static let example = CloseNeed(
    organisation: OrganisationID(1), reference: "", on: Day(number: 0), because: "")
  let organisation: OrganisationID
  let reference: String
  let on: Day
  let because: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(reference)
    parameters.addDate(on.number)
    parameters.add(because)
  }
}
