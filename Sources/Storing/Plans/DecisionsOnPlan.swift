import Domain
import Postgres

/// What somebody decided about one line of a plan.
public struct DecisionOnLine: Hashable, Sendable {
  public var need: String
  /// Whom the plan proposed.
  public var person: PersonNumber
  /// accepted, declined or instead.
  public var verdict: String
  /// Whom they chose instead; nil otherwise.
  public var instead: PersonNumber?
  public var placement: Int32?
  public var by: String
  public var on: Day
}

extension Store {
  /// What was decided about a plan's lines, by need and person.
  public func decisions(plan: Int) throws -> [DecisionOnLine] {
    try connection.query(
      DecisionsOnPlan(
        key: PlanKey(organisation: organisation, number: Int32(clamping: plan))))
  }
}

struct DecisionsOnPlan: Statement {
  static let sql = """
    select need, person, verdict, instead, placement, decided_by, decided_at::date as decided_on
    from decision where organisation = $1 and plan = $2 order by need collate "C", person
    """
  static let example = DecisionsOnPlan(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> DecisionOnLine {
    DecisionOnLine(
      need: try row.text("need"), person: PersonNumber(try row.int32("person")),
      verdict: try row.text("verdict"),
      instead: try row.optionalInt32("instead").map { PersonNumber($0) },
      placement: try row.optionalInt32("placement"), by: try row.text("decided_by"),
      on: try row.optionalDay("decided_on") ?? Day(number: 0))
  }
}
