import Domain
import Postgres

struct ResemblingPerson: Statement {
  static let sql = """
    select number from person
    where organisation = $1 and search_text(name) = search_text($2)
      and home_school is not distinct from $3 and home_setting is not distinct from $4
      and ($5::text is null or trn is null or trn = $5)
    order by number limit 1
    """
  static let example = ResemblingPerson(
    organisation: OrganisationID(1), record: PersonRecord(number: PersonNumber(0), name: ""))
  let organisation: OrganisationID
  let record: PersonRecord
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(record.name)
    parameters.add(record.home?.urn?.number)
    parameters.add(record.home?.settingReference)
    parameters.add(record.trn?.description)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PersonNumber {
    PersonNumber(try row.int32("number"))
  }
}

struct InsertPerson: Statement {
  static let sql = """
    insert into person (organisation, number, \(PersonRecord.columns), edited_at)
    values ($1, coalesce($2, nextval('person_number_seq')::integer), \(PersonRecord.placeholders), now())
    returning number
    """
  static let example = InsertPerson(
    organisation: OrganisationID(1), record: PersonRecord(number: PersonNumber(0), name: ""))
  let organisation: OrganisationID
  /// Its number is not used: the next free one is given.
  let record: PersonRecord
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(Int32?.none)
    record.bind(&parameters)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}

struct UpdatePerson: Statement {
  typealias Row = Void
  static let sql = """
    update person set (\(PersonRecord.columns), edited_at) = row(\(PersonRecord.placeholders), now())
    where organisation = $1 and number = $2
    """
  static let example = UpdatePerson(
    organisation: OrganisationID(1), record: PersonRecord(number: PersonNumber(0), name: ""))
  let organisation: OrganisationID
  let record: PersonRecord
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(record.number.number)
    record.bind(&parameters)
  }
}

/// Keeps everybody else from changing the person until the transaction ends.
struct LockPerson: Statement {
  static let sql = "select number from person where organisation = $1 and number = $2 for update"
  static let example = LockPerson(organisation: OrganisationID(1), number: 0)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}

struct WriteReadiness: Statement {
  typealias Row = Void
  static let sql = """
    insert into readiness (organisation, person, post, level, judged_on, edited_at)
    values ($1, $2, $3, $4, $5, now())
    on conflict (organisation, person, post) do update
      set level = excluded.level, judged_on = excluded.judged_on, edited_at = now()
    """
  static let example = WriteReadiness(
    organisation: OrganisationID(1), person: 0,
    readiness: Readiness(post: "", level: "", judgedOn: nil))
  let organisation: OrganisationID
  let person: Int32
  let readiness: Readiness
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(person)
    parameters.add(readiness.post)
    parameters.add(readiness.level)
    parameters.addDate(readiness.judgedOn?.number)
  }
}

struct WriteParticipation: Statement {
  typealias Row = Void
  static let sql = """
    insert into participation (organisation, person, programme, edited_at) values ($1, $2, $3, now())
    on conflict do nothing
    """
  static let example = WriteParticipation(organisation: OrganisationID(1), person: 0, programme: "")
  let organisation: OrganisationID
  let person: Int32
  let programme: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(person)
    parameters.add(programme)
  }
}

/// A step named again is open again, due when this says.
struct WriteStep: Statement {
  typealias Row = Void
  static let sql = """
    insert into career_step (organisation, person, what, due, edited_at) values ($1, $2, $3, $4, now())
    on conflict (organisation, person, what) do update
      set due = coalesce(excluded.due, career_step.due), done_on = null, outcome = null, edited_at = now()
    """
  static let example = WriteStep(organisation: OrganisationID(1), person: 0, what: "", due: nil)
  let organisation: OrganisationID
  let person: Int32
  let what: String
  let due: Day?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(person)
    parameters.add(what)
    parameters.addDate(due?.number)
  }
}

struct FinishStep: Statement {
  typealias Row = Void
  static let sql = """
    update career_step set done_on = $4, outcome = $5, edited_at = now()
    where organisation = $1 and person = $2 and search_text(what) = search_text($3) and done_on is null
    """
  static let example = FinishStep(
    organisation: OrganisationID(1), person: 0, what: "", on: Day(number: 0), outcome: nil)
  let organisation: OrganisationID
  let person: Int32
  let what: String
  let on: Day
  let outcome: String?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(person)
    parameters.add(what)
    parameters.addDate(on.number)
    parameters.add(outcome)
  }
}

struct WriteBarrier: Statement {
  typealias Row = Void
  static let sql = """
    insert into conflict (organisation, person, school, setting, kind, why)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing
    """
  static let example = WriteBarrier(
    organisation: OrganisationID(1), person: 0, place: .setting(""), kind: "", why: "")
  let organisation: OrganisationID
  let person: Int32
  let place: PlaceKey
  let kind: String
  let why: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(person)
    parameters.add(place.urn?.number)
    parameters.add(place.settingReference)
    parameters.add(kind)
    parameters.add(why)
  }
}
