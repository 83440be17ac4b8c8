import Domain
import Postgres

struct OpenNeedsInScope: Statement {
  static let sql = """
    select n.reference, n.school, n.setting, n.kind, n.role, n.specialism, n.phase, n.half_days,
      n.fte_hundredths, n.starts_on, n.ends_on, n.priority, n.behaviours, n.people, n.asked_by,
      n.asked_on, n.people - coalesce(p.filled, 0)::integer as open
    from need n
    left join (select need, count(*) as filled from placement
      where organisation = $1 and state <> 'withdrawn' group by need) p on p.need = n.reference
    where n.organisation = $1 and n.closed_on is null and n.kind = any($2) and n.ends_on >= $8
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
    organisation: OrganisationID(1), scope: PlanScope(kinds: []), today: Day(number: 0))
  let organisation: OrganisationID
  let scope: PlanScope
  /// Needs that were over before it are left out.
  let today: Day
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(scope.kinds.map(\.rawValue))
    parameters.addDate(scope.from?.number)
    parameters.addDate(scope.to?.number)
    if case .cluster(let name) = scope.within {
      parameters.add(name)
    } else {
      parameters.add(String?.none)
    }
    if case .authority(let name) = scope.within {
      parameters.add(name)
    } else {
      parameters.add(String?.none)
    }
    parameters.add(scope.need)
    parameters.addDate(today.number)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (need: Need, open: Int32) {
    (need: try row.need(), open: try row.optionalInt32("open") ?? 0)
  }
}

struct NeedsOver: Statement {
  static let sql = """
    select reference from need
    where organisation = $1 and closed_on is null and ends_on < $2 order by reference
    """
  static let example = NeedsOver(organisation: OrganisationID(1), today: Day(number: 0))
  let organisation: OrganisationID
  let today: Day
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.addDate(today.number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.text("reference")
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
      p.vetted_on, p.prohibited, h.critical, e.impact_count, e.impact_sum
    from unnest($2::integer[]) r(number)
    join person p on p.organisation = $1 and p.number = r.number
    left join (select incumbent, bool_or(critical) as critical from post
      where organisation = $1 and incumbent is not null group by incumbent) h on h.incumbent = p.number
    left join (select person, count(*)::integer as impact_count, sum(impact)::integer as impact_sum
      from past_placement where organisation = $1 and impact is not null group by person) e
      on e.person = p.number
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
    person.impactCount = try row.optionalInt32("impact_count") ?? 0
    person.impactSum = try row.optionalInt32("impact_sum") ?? 0
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
