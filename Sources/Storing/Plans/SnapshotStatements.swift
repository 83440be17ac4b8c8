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
      and n.people > coalesce(p.filled, 0)
      and case when $7::text is null then n.cover_of is null else n.reference = $7 end
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

/// The people a plan has to look at, some perhaps twice.
struct RelevantPeople: Statement {
  static let sql = """
    select d.person as number from designation d where d.organisation = $1 and $2
    union all
    select r.person from readiness r
    where r.organisation = $1 and r.post = any($3) and r.level = any($4)
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

/// Whether some home has to have posts covered that its people leave.
struct CoverIsNeeded: Statement {
  static let sql = """
    select exists (select from release where organisation = $1 and cover_needed) as needed
    """
  static let example = CoverIsNeeded(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Bool {
    try row.optionalBool("needed") ?? false
  }
}

/// People by number, as the parameters $1 and $2 of what is read about them.
///
/// Compared by `= any($2)`, and not joined: PostgreSQL knows how many they are, and looks up a few by
/// an index but hashes many while it runs through the table.
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
    select number, trn, name, home_school as school, home_setting as setting, role, aspiration,
      strengths, behaviours, travel_miles, available_from, available_until, vetted_on, prohibited
    from person where organisation = $1 and number = any($2)
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
    person.role = try row.optionalWord("role")
    person.aspiration = try row.optionalWord("aspiration")
    person.strengths = try row.words("strengths")
    person.behaviours = try row.words("behaviours")
    person.travelMiles = try row.optionalInt32("travel_miles")
    person.availableFrom = try row.optionalDay("available_from")
    person.availableUntil = try row.optionalDay("available_until")
    person.vettedOn = try row.optionalDay("vetted_on")
    person.prohibited = try row.bool("prohibited")
    return (person, home)
  }
}

/// Who holds a post at home, and whether one of theirs is critical.
struct CandidatePosts: Statement {
  static let sql = """
    select incumbent, bool_or(critical) as critical from post
    where organisation = $1 and incumbent = any($2) group by incumbent
    """
  static let example = CandidatePosts(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, isCritical: Bool) {
    (
      person: try row.optionalInt32("incumbent") ?? 0,
      isCritical: try row.optionalBool("critical") ?? false
    )
  }
}

struct CandidateDesignations: Statement {
  static let sql = """
    select d.number, d.person, d.role, d.since, d.until, c.name as alliance, d.phases,
      d.half_days_a_year, d.travel_miles, d.completed, d.supervises
    from designation d
    left join cluster c on c.organisation = d.organisation and c.number = d.alliance
    where d.organisation = $1 and d.person = any($2)
    """
  static let example = CandidateDesignations(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (number: Int32, person: Int32, designation: Designation) {
    let number = try row.int32("number")
    let person = try row.int32("person")
    let role = try row.word("role")
    var designation = Designation(role: role, since: try row.day("since"))
    designation.until = try row.optionalDay("until")
    designation.alliance = try row.optionalWord("alliance")
    designation.phases = try row.words("phases")
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
    from designation d
    join held_specialism s on s.organisation = d.organisation and s.designation = d.number
    where d.organisation = $1 and d.person = any($2)
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
        name: try row.word("specialism"), verifiedOn: try row.optionalDay("verified_on"),
        expiresOn: try row.optionalDay("expires_on"))
    )
  }
}

struct CandidateReadiness: Statement {
  static let sql = """
    select person, post, level, judged_on from readiness where organisation = $1 and person = any($2)
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
        post: try row.word("post"), level: try row.word("level"),
        judgedOn: try row.optionalDay("judged_on"))
    )
  }
}

struct CandidateSteps: Statement {
  static let sql = """
    select person, what from career_step
    where organisation = $1 and person = any($2) and done_on is null
    """
  static let example = CandidateSteps(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, text: String) {
    (person: try row.int32("person"), text: try row.word("what"))
  }
}

struct CandidateConflicts: Statement {
  static let sql = """
    select person, kind = 'hidden' as hidden, school, setting from conflict
    where organisation = $1 and person = any($2) order by person, place collate "C"
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
    select p.stands_for as person, d.need from decision d
    join proposal p using (organisation, plan, need, person)
    where d.organisation = $1 and d.verdict in ('declined', 'instead') and d.decided_at >= $2::date
    order by 1, d.need collate "C"
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
