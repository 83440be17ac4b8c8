import Domain
import Postgres

extension Store {
  /// Makes the need that a cover fills: a secondment to the post that is left, for as long as it is.
  ///
  /// Its reference is the need's own with `-C` and a number. Plans leave such needs alone.
  public func addCoverNeed(for need: Need, _ cover: Cover, today: Day) throws -> Need {
    var made = Need(
      reference: need.reference, place: cover.place, kind: .secondment, role: cover.post,
      fte: need.fte ?? FTE(hundredths: 100), window: need.window, priority: need.priority,
      askedBy: "cover for \(need.reference)", askedOn: today)
    let statement = InsertCoverNeed(organisation: organisation, need: made)
    guard let reference = try connection.first(statement) else {
      throw StoreError.conflict("the need for a cover of \(need.reference) was not stored")
    }
    made.reference = reference
    return made
  }
}

/// The next free `-C` and number after the reference of the need it is a cover for.
struct InsertCoverNeed: Statement {
  static let sql = """
    insert into need (organisation, reference, school, setting, kind, role, fte_hundredths, starts_on,
      ends_on, priority, asked_by, asked_on, cover_of, edited_at)
    select $1, $2 || '-C' || (
        select coalesce(max(substr(reference, length($2) + 3)::integer), 0) + 1 from need
        where organisation = $1 and left(reference, length($2) + 2) = $2 || '-C'
          and substr(reference, length($2) + 3) ~ '^[0-9]{1,6}$'),
      $3, $4, 'secondment', $5, $6, $7, $8, $9, $10, $11, $2, now()
    returning reference
    """
  static let example = InsertCoverNeed(
    organisation: OrganisationID(1),
    need: Need(
      reference: "", place: .setting(""), kind: .secondment, window: DaySpan(day: Day(number: 0))))
  let organisation: OrganisationID
  /// As it will be, under the reference of the need whose secondment opened the post.
  let need: Need
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(need.reference)
    parameters.add(need.place.urn?.number)
    parameters.add(need.place.settingReference)
    parameters.add(need.role)
    parameters.add(need.fte?.hundredths)
    parameters.addDate(need.window.from.number)
    parameters.addDate(need.window.to.number)
    parameters.add(need.priority.rawValue)
    parameters.add(need.askedBy)
    parameters.addDate(need.askedOn?.number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.text("reference")
  }
}
