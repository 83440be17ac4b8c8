import Domain
import Postgres

struct ProfileRecord: Statement {
  static let sql = """
    select p.number, \(PersonRecord.columns.split(separator: " ").map { "p.\($0)" }.joined(separator: " ")),
      coalesce(h.name, s.name) as home_name, coalesce(h.phase, s.phase) as home_phase,
      a.name as authority
    from unnest($2::integer[]) r(number)
    join person p on p.organisation = $1 and p.number = r.number
    left join school h on h.urn = p.home_school
    left join setting s on s.organisation = p.organisation and s.reference = p.home_setting
    left join authority a on a.code = coalesce(h.authority, s.authority)
    """
  static let example = ProfileRecord(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PersonProfile {
    var profile = PersonProfile(record: try row.personRecord())
    profile.homeName = try row.optionalText("home_name")
    profile.homePhase = try row.optionalText("home_phase")
    profile.authority = try row.optionalText("authority")
    return profile
  }
}

struct ProfileClusters: Statement {
  static let sql = """
    select distinct c.name from unnest($2::integer[]) r(number)
    join person p on p.organisation = $1 and p.number = r.number
    join cluster_member m on m.organisation = p.organisation
      and (m.school = p.home_school or m.setting = p.home_setting)
    join cluster c on c.organisation = m.organisation and c.number = m.cluster
    order by c.name
    """
  static let example = ProfileClusters(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.text("name")
  }
}

struct ProfileProgrammes: Statement {
  static let sql = """
    select t.programme from unnest($2::integer[]) r(number)
    join participation t on t.organisation = $1 and t.person = r.number
    order by t.programme
    """
  static let example = ProfileProgrammes(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.text("programme")
  }
}

/// Open ones first, by when they are due.
struct ProfileSteps: Statement {
  static let sql = """
    select c.what, c.due, c.done_on, c.outcome from unnest($2::integer[]) r(number)
    join career_step c on c.organisation = $1 and c.person = r.number
    order by c.done_on is not null, c.due, c.what
    """
  static let example = ProfileSteps(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PersonProfile.Step {
    PersonProfile.Step(
      what: try row.text("what"), due: try row.optionalDay("due"),
      doneOn: try row.optionalDay("done_on"), outcome: try row.optionalText("outcome"))
  }
}

struct ProfilePosts: Statement {
  static let sql = """
    select t.title, t.school, t.setting, coalesce(h.name, s.name) as place_name, t.vacant_from, t.why,
      t.critical
    from unnest($2::integer[]) r(number)
    join post t on t.organisation = $1 and t.incumbent = r.number
    left join school h on h.urn = t.school
    left join setting s on s.organisation = t.organisation and s.reference = t.setting
    order by t.title, t.place, t.number
    """
  static let example = ProfilePosts(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PersonProfile.HeldPost {
    PersonProfile.HeldPost(
      title: try row.text("title"), place: try row.place(),
      placeName: try row.optionalText("place_name"), vacantFrom: try row.optionalDay("vacant_from"),
      why: try row.optionalText("why"), critical: try row.bool("critical"))
  }
}

struct ProfileBarriers: Statement {
  static let sql = """
    select c.kind = 'hidden' as hidden, c.school, c.setting, coalesce(h.name, s.name) as place_name, c.why
    from unnest($2::integer[]) r(number)
    join conflict c on c.organisation = $1 and c.person = r.number
    left join school h on h.urn = c.school
    left join setting s on s.organisation = c.organisation and s.reference = c.setting
    order by c.kind, c.place
    """
  static let example = ProfileBarriers(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PersonProfile.Barrier {
    PersonProfile.Barrier(
      isWish: try row.optionalBool("hidden") ?? false, place: try row.place(),
      placeName: try row.optionalText("place_name"), why: try row.text("why"))
  }
}
