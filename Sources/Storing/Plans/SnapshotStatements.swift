import Domain
import Postgres

extension RowReader {
  /// A place from its school and setting columns, in this order.
  mutating func place() throws(PostgresError) -> PlaceKey {
    let urn = try optionalInt32("school")
    let setting = try optionalText("setting")
    if let urn = urn.flatMap({ URN(Int($0)) }) { return .school(urn) }
    return .setting(setting ?? "")
  }

  mutating func optionalPlace() throws(PostgresError) -> PlaceKey? {
    let key = try place()
    return key == .setting("") ? nil : key
  }

  mutating func day(_ column: StaticString) throws(PostgresError) -> Day {
    Day(number: try date(column))
  }

  mutating func optionalDay(_ column: StaticString) throws(PostgresError) -> Day? {
    try optionalDate(column).map { Day(number: $0) }
  }

  /// A window from its first and last day columns, in this order.
  mutating func window() throws(PostgresError) -> DaySpan {
    let from = try day("starts_on")
    let to = try day("ends_on")
    guard let span = DaySpan(from: min(from, to), to: max(from, to)) else {
      throw .misuse("a window without days")
    }
    return span
  }

  /// A need's columns in table order, from reference to asked_on.
  mutating func need() throws(PostgresError) -> Need {
    let reference = try text("reference")
    let key = try place()
    let kind: Need.Kind = try choice("kind")
    let role = try optionalText("role")
    let specialism = try optionalText("specialism")
    let phase = try optionalText("phase")
    let halfDays = try optionalInt32("half_days").map { HalfDays($0) }
    let fte = try optionalInt32("fte_hundredths").map { FTE(hundredths: $0) }
    let span = try window()
    return Need(
      reference: reference, place: key, kind: kind, role: role, specialism: specialism,
      phase: phase, halfDays: halfDays, fte: fte, window: span, priority: try choice("priority"),
      behaviours: try textArray("behaviours"), people: try int32("people"),
      askedBy: try optionalText("asked_by"), askedOn: try optionalDay("asked_on"))
  }

  /// A commitment's columns: kind, starts_on, ends_on, half_days, fte_hundredths, role.
  mutating func commitment() throws(PostgresError) -> Commitment {
    Commitment(
      kind: try choice("kind"), window: try window(), halfDays: HalfDays(try int32("half_days")),
      fte: FTE(hundredths: try int32("fte_hundredths")), role: try optionalText("role"))
  }
}

struct OpenNeedsInScope: Statement {
  static let sql = """
    select n.reference, n.school, n.setting, n.kind, n.role, n.specialism, n.phase, n.half_days,
      n.fte_hundredths, n.starts_on, n.ends_on, n.priority, n.behaviours, n.people, n.asked_by,
      n.asked_on, n.people - coalesce(p.filled, 0)::integer as open
    from need n
    left join (select need, count(*) as filled from placement
      where organisation = $1 and state <> 'withdrawn' group by need) p on p.need = n.reference
    where n.organisation = $1 and n.closed_on is null and n.kind = any($2)
      and ($3::date is null or n.ends_on >= $3) and ($4::date is null or n.starts_on <= $4)
      and n.people > coalesce(p.filled, 0) and ($7::text is null or n.reference = $7)
      and ($5::text is null or exists (
        select from cluster c join cluster_member m on m.organisation = c.organisation and m.cluster = c.number
        where c.organisation = $1 and lower(c.name) = lower($5)
          and m.place = coalesce(n.school::text, n.setting)))
      and ($6::text is null or exists (
        select from authority a where lower(a.name) = lower($6)
          and (exists (select from school s where s.urn = n.school and s.authority = a.code)
            or exists (select from setting s where s.organisation = $1 and s.reference = n.setting
              and s.authority = a.code))))
    """
  static let example = OpenNeedsInScope(
    organisation: OrganisationID(1), scope: PlanScope(kinds: []))
  let organisation: OrganisationID
  let scope: PlanScope
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(scope.kinds.map(\.rawValue))
    parameters.addDate(scope.from?.number)
    parameters.addDate(scope.to?.number)
    if case .cluster(let name) = scope.within { parameters.add(name) } else {
      parameters.add(String?.none)
    }
    if case .authority(let name) = scope.within { parameters.add(name) } else {
      parameters.add(String?.none)
    }
    parameters.add(scope.need)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (need: Need, open: Int32) {
    (need: try row.need(), open: try row.optionalInt32("open") ?? 0)
  }
}

/// The people a plan has to look at.
struct RelevantPeople: Statement {
  static let sql = """
    select distinct number from (
      select d.person as number from designation d where d.organisation = $1 and $2
      union all
      select r.person from readiness r
      where r.organisation = $1 and r.post = any($3) and r.level = any($4)) relevant
    """
  static let example = RelevantPeople(
    organisation: OrganisationID(1), deployments: true, posts: [], readiness: [])
  let organisation: OrganisationID
  let deployments: Bool
  let posts: [String]
  let readiness: [String]
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(deployments)
    parameters.add(posts)
    parameters.add(readiness)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.optionalInt32("number") ?? 0
  }
}

/// People by number, as the parameters $1 and $2 of what is read about them.
struct PeopleNumbered {
  static let example = PeopleNumbered(organisation: OrganisationID(1), numbers: [])
  let organisation: OrganisationID
  let numbers: [Int32]
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(numbers)
  }
}

struct CandidatePeople: Statement {
  static let sql = """
    select p.number, p.trn, p.name, p.home_school as school, p.home_setting as setting, p.role,
      p.aspiration, p.strengths, p.behaviours, p.travel_miles, p.available_from, p.available_until,
      p.vetted_on, p.prohibited, h.critical
    from unnest($2::integer[]) r(number)
    join person p on p.organisation = $1 and p.number = r.number
    left join (select incumbent, bool_or(critical) as critical from post
      where organisation = $1 and incumbent is not null group by incumbent) h on h.incumbent = p.number
    """
  static let example = CandidatePeople(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Candidate, home: PlaceKey?) {
    let number = PersonNumber(try row.int32("number"))
    let trn = try row.optionalText("trn").flatMap { TRN($0) }
    var person = Candidate(number: number, name: try row.text("name"))
    person.trn = trn
    let home = try row.optionalPlace()
    person.role = try row.optionalText("role")
    person.aspiration = try row.optionalText("aspiration")
    person.strengths = try row.textArray("strengths")
    person.behaviours = try row.textArray("behaviours")
    person.travelMiles = try row.optionalInt32("travel_miles")
    person.availableFrom = try row.optionalDay("available_from")
    person.availableUntil = try row.optionalDay("available_until")
    person.vettedOn = try row.optionalDay("vetted_on")
    person.prohibited = try row.bool("prohibited")
    person.holdsCriticalPost = try row.optionalBool("critical")
    return (person, home)
  }
}

struct CandidateDesignations: Statement {
  static let sql = """
    select d.number, d.person, d.role, d.since, d.until, c.name as alliance, d.phases,
      d.half_days_a_year, d.travel_miles, d.completed, d.supervises
    from unnest($2::integer[]) r(number)
    join designation d on d.organisation = $1 and d.person = r.number
    left join cluster c on c.organisation = d.organisation and c.number = d.alliance
    order by d.person, d.role, d.since
    """
  static let example = CandidateDesignations(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (number: Int32, person: Int32, designation: Designation) {
    let number = try row.int32("number")
    let person = try row.int32("person")
    let role = try row.text("role")
    var designation = Designation(role: role, since: try row.day("since"))
    designation.until = try row.optionalDay("until")
    designation.alliance = try row.optionalText("alliance")
    designation.phases = try row.textArray("phases")
    designation.halfDaysAYear = try row.optionalInt32("half_days_a_year").map { HalfDays($0) }
    designation.travelMiles = try row.optionalInt32("travel_miles")
    designation.completed = try row.int32("completed")
    designation.supervises = try row.bool("supervises")
    return (number, person, designation)
  }
}

struct CandidateSpecialisms: Statement {
  static let sql = """
    select s.designation, s.specialism, s.verified_on, s.expires_on
    from unnest($2::integer[]) r(number)
    join designation d on d.organisation = $1 and d.person = r.number
    join held_specialism s on s.organisation = $1 and s.designation = d.number
    order by s.designation, s.specialism
    """
  static let example = CandidateSpecialisms(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (designation: Int32, held: HeldSpecialism) {
    (
      designation: try row.int32("designation"),
      held: HeldSpecialism(
        name: try row.text("specialism"), verifiedOn: try row.optionalDay("verified_on"),
        expiresOn: try row.optionalDay("expires_on"))
    )
  }
}

struct CandidateReadiness: Statement {
  static let sql = """
    select d.person, d.post, d.level, d.judged_on
    from unnest($2::integer[]) r(number)
    join readiness d on d.organisation = $1 and d.person = r.number
    order by d.person, d.post
    """
  static let example = CandidateReadiness(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, readiness: Readiness) {
    (
      person: try row.int32("person"),
      readiness: Readiness(
        post: try row.text("post"), level: try row.text("level"),
        judgedOn: try row.optionalDay("judged_on"))
    )
  }
}

struct CandidateSteps: Statement {
  static let sql = """
    select s.person, s.what
    from unnest($2::integer[]) r(number)
    join career_step s on s.organisation = $1 and s.person = r.number
    where s.done_on is null order by s.person, s.what
    """
  static let example = CandidateSteps(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, text: String) {
    (person: try row.int32("person"), text: try row.text("what"))
  }
}

struct CandidateConflicts: Statement {
  static let sql = """
    select c.person, c.kind = 'hidden' as hidden, c.school, c.setting
    from unnest($2::integer[]) r(number)
    join conflict c on c.organisation = $1 and c.person = r.number
    order by c.person, c.place
    """
  static let example = CandidateConflicts(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, isHidden: Bool, place: PlaceKey) {
    (
      person: try row.int32("person"), isHidden: try row.optionalBool("hidden") ?? false,
      place: try row.place()
    )
  }
}

struct DeclinedThisYear: Statement {
  static let sql = """
    select person, need from decision
    where organisation = $1 and verdict in ('declined', 'instead') and decided_at >= $2::date
    order by person, need
    """
  static let example = DeclinedThisYear(
    organisation: OrganisationID(1), since: Day(number: 0))
  let organisation: OrganisationID
  let since: Day
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.addDate(since.number)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, text: String) {
    (person: try row.int32("person"), text: try row.text("need"))
  }
}

struct ActiveCommitments: Statement {
  static let sql = """
    select p.person, h.home_school as school, h.home_setting as setting, n.school, n.setting,
      p.kind, p.starts_on, p.ends_on, p.half_days, p.fte_hundredths, p.role
    from placement p
    join person h on h.organisation = p.organisation and h.number = p.person
    join need n on n.organisation = p.organisation and n.reference = p.need
    where p.organisation = $1 and p.state <> 'withdrawn'
    order by p.person, p.starts_on, p.number
    """
  static let example = ActiveCommitments(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, home: PlaceKey?, at: PlaceKey, commitment: Commitment) {
    (
      person: try row.int32("person"), home: try row.optionalPlace(), at: try row.place(),
      commitment: try row.commitment()
    )
  }
}

struct PlacesByKey: Statement {
  static let sql = """
    select s.urn as school, null::text as setting, s.name, a.name as authority, s.phase, s.pupils,
      s.free_meals_permille, s.rural, s.easting, s.northing, r.half_days_per_half_term, r.out_at_once,
      r.cover_needed
    from school s join authority a on a.code = s.authority
    left join release r on r.organisation = $1 and r.school = s.urn
    where s.urn = any($2)
    union all
    select null, s.reference, s.name, a.name, s.phase, null, null, null, s.easting, s.northing,
      r.half_days_per_half_term, r.out_at_once, r.cover_needed
    from setting s left join authority a on a.code = s.authority
    left join release r on r.organisation = $1 and r.setting = s.reference
    where s.organisation = $1 and s.reference = any($3)
    """
  static let example = PlacesByKey(organisation: OrganisationID(1), urns: [], references: [])
  let organisation: OrganisationID
  let urns: [Int32]
  let references: [String]
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(urns)
    parameters.add(references)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Place {
    let key = try row.place()
    var place = Place(key: key, name: try row.optionalText("name") ?? key.description)
    place.authorityName = try row.optionalText("authority")
    place.phase = try row.optionalText("phase")
    place.pupils = try row.optionalInt32("pupils")
    place.freeMealsPermille = try row.optionalInt32("free_meals_permille")
    place.rural = try row.optionalBool("rural")
    let easting = try row.optionalInt32("easting")
    let northing = try row.optionalInt32("northing")
    if let easting, let northing {
      place.location = Location(easting: easting, northing: northing)
    }
    let days = try row.optionalInt32("half_days_per_half_term")
    let out = try row.optionalInt32("out_at_once")
    let cover = try row.optionalBool("cover_needed")
    if let days, let out, let cover {
      place.release = Release(
        halfDaysPerHalfTerm: HalfDays(days), outAtOnce: out, coverNeeded: cover)
    }
    return place
  }
}

struct ClustersOfPlaces: Statement {
  static let sql = """
    select m.school, m.setting, c.name
    from cluster_member m join cluster c on c.organisation = m.organisation and c.number = m.cluster
    where m.organisation = $1 and (m.school = any($2) or m.setting = any($3))
    order by c.name, m.place
    """
  static let example = ClustersOfPlaces(organisation: OrganisationID(1), urns: [], references: [])
  let organisation: OrganisationID
  let urns: [Int32]
  let references: [String]
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(urns)
    parameters.add(references)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (key: PlaceKey, cluster: String) {
    (key: try row.place(), cluster: try row.text("name"))
  }
}
