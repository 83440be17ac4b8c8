import Domain
import Postgres

/// Two people who resemble one another and are not the same, by somebody's word.
public struct Dismissal: Hashable, Sendable {
  /// The one with the lower number; as they are now, should they have become part of another.
  public var first: PersonNumber
  public var second: PersonNumber
  /// Nil when there is no such record any more.
  public var firstName: String?
  public var secondName: String?
  public var by: String
  public var reason: String
  /// `2026-11-22`.
  public var on: String
}

extension Store {
  /// The pairs dismissed and not restored, the last first.
  public func dismissals() throws -> [Dismissal] {
    try connection.query(Dismissals(organisation: organisation))
  }

  /// Keeps that two people are not the same.
  ///
  /// - Throws: `StoreError.conflict` when somebody said so already.
  public func dismiss(
    _ one: PersonNumber, _ other: PersonNumber, by name: String, because reason: String
  ) throws {
    let pair = DismissedPair(one, other, organisation)
    let statement = DismissPair(pair: pair, by: name, reason: reason)
    guard try connection.run(statement) == 1 else {
      throw StoreError.conflict(
        "\(pair.first) and \(pair.second) are dismissed already\n  Try: talent duplicates dismissed"
      )
    }
  }

  /// Takes a dismissal back: the pair is shown again.
  ///
  /// - Throws: `StoreError.notFound` when none stands.
  public func restore(
    _ one: PersonNumber, _ other: PersonNumber, by name: String, because reason: String
  ) throws {
    let pair = DismissedPair(one, other, organisation)
    guard try connection.run(RestorePair(pair: pair, by: name, reason: reason)) > 0 else {
      throw StoreError.notFound(
        what: "dismissed pair", reference: "\(pair.first) and \(pair.second)")
    }
  }
}

/// Two people in the order of their numbers, as the parameters $1 to $3.
struct DismissedPair {
  static let example = DismissedPair(PersonNumber(1), PersonNumber(2), OrganisationID(1))
  let organisation: OrganisationID
  let first: PersonNumber
  let second: PersonNumber

  init(_ one: PersonNumber, _ other: PersonNumber, _ organisation: OrganisationID) {
    self.organisation = organisation
    (first, second) = one < other ? (one, other) : (other, one)
  }

  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(first.number)
    parameters.add(second.number)
  }
}

struct Dismissals: Statement {
  static let sql = """
    select least(a.now, b.now) as first, greatest(a.now, b.now) as second, p.name as first_name,
      q.name as second_name, d.dismissed_by, d.reason, to_char(d.dismissed_at, 'YYYY-MM-DD') as dismissed_on
    from not_the_same d
    cross join lateral (select person_now(d.organisation, d.first) as now) a
    cross join lateral (select person_now(d.organisation, d.second) as now) b
    left join person p on p.organisation = d.organisation and p.number = least(a.now, b.now)
    left join person q on q.organisation = d.organisation and q.number = greatest(a.now, b.now)
    where d.organisation = $1 and d.restored_at is null order by d.number desc
    """
  static let example = Dismissals(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Dismissal {
    Dismissal(
      first: PersonNumber(try row.optionalInt32("first") ?? 0),
      second: PersonNumber(try row.optionalInt32("second") ?? 0),
      firstName: try row.optionalText("first_name"),
      secondName: try row.optionalText("second_name"), by: try row.text("dismissed_by"),
      reason: try row.text("reason"), on: try row.optionalText("dismissed_on") ?? "")
  }
}

struct DismissPair: Statement {
  typealias Row = Void
  static let sql = """
    insert into not_the_same (organisation, first, second, dismissed_by, reason)
    values ($1, $2, $3, $4, $5) on conflict do nothing
    """
  static let example = DismissPair(pair: .example, by: "", reason: "")
  let pair: DismissedPair
  let by: String
  let reason: String
  func bind(_ parameters: inout Parameters) {
    pair.bind(&parameters)
    parameters.add(by)
    parameters.add(reason)
  }
}

/// The pair by its people as they are now, so that a merge since does not hide it.
struct RestorePair: Statement {
  typealias Row = Void
  static let sql = """
    update not_the_same d set restored_by = $4, restored_because = $5, restored_at = now()
    where d.organisation = $1 and d.restored_at is null and array[$2, $3]::integer[]
      <@ array[person_now($1, d.first), person_now($1, d.second)]
    """
  static let example = RestorePair(pair: .example, by: "", reason: "")
  let pair: DismissedPair
  let by: String
  let reason: String
  func bind(_ parameters: inout Parameters) {
    pair.bind(&parameters)
    parameters.add(by)
    parameters.add(reason)
  }
}

/// Who said that two people are not the same, and why; none when nobody did.
struct DismissalOf: Statement {
  static let sql = """
    select dismissed_by || ' on ' || to_char(dismissed_at, 'DD Mon YYYY') || ': ' || reason as says
    from not_the_same d where d.organisation = $1 and d.restored_at is null and array[$2, $3]::integer[]
      <@ array[person_now($1, d.first), person_now($1, d.second)]
    order by number desc limit 1
    """
  static let example = DismissalOf(pair: .example)
  let pair: DismissedPair
  func bind(_ parameters: inout Parameters) { pair.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.optionalText("says") ?? ""
  }
}
