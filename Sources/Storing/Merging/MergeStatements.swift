import Domain
import Postgres

struct Everybody: Statement {
  static let sql = """
    select p.number, p.name, search_text(p.name) as folded, p.trn,
      coalesce(p.home_school::text, p.home_setting) as home, p.role,
      array(select programme from participation x
        where x.organisation = p.organisation and x.person = p.number order by 1) as programmes
    from person p where p.organisation = $1 order by p.number
    """
  static let example = Everybody(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> ComparedPerson {
    ComparedPerson(
      number: PersonNumber(try row.int32("number")), name: try row.text("name"),
      folded: try row.optionalText("folded") ?? "", trn: try row.optionalText("trn"),
      home: try row.optionalText("home"), role: try row.optionalText("role"),
      programmes: try row.words("programmes"))
  }
}

/// Some people by number, to be shown as pairs. One row each.
struct PairedPeople: Statement {
  static let sql = """
    select p.number, p.name, p.trn, coalesce(p.home_school::text, p.home_setting) as home,
      coalesce(s.name, t.name) as home_name
    from person p left join school s on s.urn = p.home_school
    left join setting t on t.organisation = p.organisation and t.reference = p.home_setting
    where p.organisation = $1 and p.number = any($2) order by p.number
    """
  static let example = PairedPeople(organisation: OrganisationID(1), numbers: [1])
  let organisation: OrganisationID
  let numbers: [Int32]
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(numbers)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PairedPerson {
    PairedPerson(
      number: PersonNumber(try row.int32("number")), name: try row.text("name"),
      trn: try row.optionalText("trn"), home: try row.optionalText("home"),
      homeName: try row.optionalText("home_name"))
  }
}

/// Two people as the parameters $1 to $3.
struct PersonPair {
  static let example = PersonPair(organisation: OrganisationID(1), kept: 1, gone: 2)
  let organisation: OrganisationID
  let kept: Int32
  let gone: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(kept)
    parameters.add(gone)
  }
}

/// What holds on to somebody beside the lines of plans, as the ends of sentences: each with what frees them.
struct HeldBy: Statement {
  static let sql = """
    select says from (
      select 1 as rank, 'supervises in plan ' || plan || ': talent plan discard ' || plan as says
        from proposal where organisation = $1 and supervisor = $3
      union select 2, 'covers or is covered for in plan ' || plan || ': talent plan discard ' || plan
        from cover where organisation = $1 and (covered_by = $3 or instead_of = $3)
      union select 3, 'supervises placement ' || number || ': talent placement withdraw ' || number
          || ' --by NAME --reason WHY'
        from placement where organisation = $1 and supervisor = $3 and state <> 'withdrawn'
      union select 4, 'is pinned for ' || need || ': talent plan unpin ' || need
          || ' --person P' || person || ' --by NAME'
        from pin where organisation = $1 and person = $3 and unpinned_by is null) h
    where $2::integer is not null order by rank, says
    """
  static let example = HeldBy(of: .example)
  let of: PersonPair
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.optionalText("says") ?? ""
  }
}

/// Plans go on naming who goes; their key holds on to who stays.
struct StandInForPlans: Statement {
  typealias Row = Void
  static let sql = """
    with chosen as (
      update decision set instead_now_part_of = $2
      where organisation = $1 and instead_stands_for = $3)
    update proposal set now_part_of = $2 where organisation = $1 and stands_for = $3
    """
  static let example = StandInForPlans(of: .example)
  let of: PersonPair
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
}

/// After a merge was taken back: everybody whom plans name stands for themselves, or for whom they are
/// still a part of.
struct StandApartInPlans: Statement {
  typealias Row = Void
  static let sql = """
    with chosen as (
      update decision set instead_now_part_of = nullif(person_now(organisation, instead), instead)
      where organisation = $1 and instead_stands_for = $2 and instead <> $2)
    update proposal set now_part_of = nullif(person_now(organisation, person), person)
    where organisation = $1 and stands_for = $2 and person <> $2
    """
  static let example = StandApartInPlans(organisation: OrganisationID(1), kept: 1)
  let organisation: OrganisationID
  let kept: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(kept)
  }
}

/// What both say of themselves, differently; lists are joined and notes are put one under the other.
struct Differing: Statement {
  static let sql = """
    select k.key as column_name, k.value as kept, g.value as gone
    from person p join person q on q.organisation = p.organisation and q.number = $3
    cross join lateral jsonb_each_text(to_jsonb(p)) k
    join lateral jsonb_each_text(to_jsonb(q)) g on g.key = k.key
    where p.organisation = $1 and p.number = $2 and k.value <> g.value
      and k.key in ('name', 'family_name', 'given_name', 'trn', 'home_school', 'home_setting', 'role',
        'aspiration', 'travel_miles', 'half_days_a_year', 'performance', 'potential', 'available_from',
        'available_until', 'vetted_on', 'vetted_by')
    order by 1
    """
  static let example = Differing(of: .example)
  let of: PersonPair
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> DifferingValue {
    DifferingValue(
      column: try row.optionalText("column_name") ?? "", kept: try row.optionalText("kept") ?? "",
      gone: try row.optionalText("gone") ?? "")
  }
}

struct MergePeople: Statement {
  static let sql = "select merge_people($1, $2, $3, $4, $5) as number"
  static let example = MergePeople(of: .example, by: "", reason: "")
  let of: PersonPair
  let by: String
  let reason: String
  func bind(_ parameters: inout Parameters) {
    of.bind(&parameters)
    parameters.add(by)
    parameters.add(reason)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.optionalInt32("number") ?? 0
  }
}

struct StandingMerge: Statement {
  static let sql = """
    select number, kept from merge where organisation = $1 and gone = $2 and undone_at is null
    order by number desc limit 1
    """
  static let example = StandingMerge(organisation: OrganisationID(1), gone: 1)
  let organisation: OrganisationID
  let gone: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(gone)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (number: Int32, kept: Int32) {
    (number: try row.int32("number"), kept: try row.int32("kept"))
  }
}

/// Merges that stand and were made since of who stayed in one, or of whom they became part of: the last first.
struct MergesSince: Statement {
  static let sql = """
    with recursive later as (
      select number, kept, gone from merge where organisation = $1 and number = $2
      union
      select m.number, m.kept, m.gone from later l join merge m
        on m.organisation = $1 and m.number > l.number and l.kept in (m.kept, m.gone)
      where m.undone_at is null)
    select number, kept, gone from later where number <> $2 order by number desc
    """
  static let example = MergesSince(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (number: Int32, kept: Int32, gone: Int32) {
    (
      number: try row.int32("number"), kept: try row.int32("kept"), gone: try row.int32("gone")
    )
  }
}

struct ChangedSinceMerge: Statement {
  static let sql = "select relation from unmerge_changed($1, $2)"
  static let example = ChangedSinceMerge(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.optionalText("relation") ?? ""
  }
}

struct UnmergePeople: Statement {
  typealias Row = Void
  static let sql = "select from unmerge_people($1, $2, $3, $4)"
  static let example = UnmergePeople(
    organisation: OrganisationID(1), number: 1, by: "", reason: "")
  let organisation: OrganisationID
  let number: Int32
  let by: String
  let reason: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
    parameters.add(by)
    parameters.add(reason)
  }
}
