import Domain
import Postgres

/// Placements that stand, for who goes; then first deployments, for who supervises them.
struct ActiveCommitments: Statement {
  static let sql = """
    select p.person, h.home_school as school, h.home_setting as setting, n.school, n.setting,
      p.kind, p.starts_on, p.ends_on, p.half_days, p.fte_hundredths, p.role, false as is_supervising,
      p.number
    from placement p
    join person h on h.organisation = p.organisation and h.number = p.person
    join need n on n.organisation = p.organisation and n.reference = p.need
    where p.organisation = $1 and p.state <> 'withdrawn'
    union all
    select p.supervisor, h.home_school, h.home_setting, n.school, n.setting, p.kind, p.starts_on,
      p.ends_on, p.supervising_half_days, 0, p.supervisor_role, true, p.number
    from placement p
    join person h on h.organisation = p.organisation and h.number = p.supervisor
    join need n on n.organisation = p.organisation and n.reference = p.need
    where p.organisation = $1 and p.state <> 'withdrawn' and p.supervisor is not null
    order by person, starts_on, is_supervising, number
    """
  static let example = ActiveCommitments(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, home: PlaceKey?, at: PlaceKey, commitment: Commitment)
  {
    let person = try row.optionalInt32("person") ?? 0
    let home = try row.optionalPlace()
    let at = try row.place()
    let commitment = try row.commitment()
    _ = try row.optionalInt32("number")
    return (person: person, home: home, at: at, commitment: commitment)
  }
}

extension RowReader {
  /// A commitment's columns: kind, starts_on, ends_on, half_days, fte_hundredths, role, is_supervising.
  fileprivate mutating func commitment() throws(PostgresError) -> Commitment {
    var commitment = Commitment(
      kind: try choice("kind"), window: try window(), halfDays: HalfDays(try int32("half_days")),
      fte: FTE(hundredths: try int32("fte_hundredths")), role: try optionalWord("role"))
    commitment.isSupervising = try optionalBool("is_supervising") ?? false
    return commitment
  }
}
