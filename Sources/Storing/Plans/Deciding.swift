import Domain
import Postgres

/// A decision as it is stored, with the placement it makes.
public struct DecisionRecord: Hashable, Sendable {
  public var plan: Int
  public var need: String
  /// Whom the plan proposed.
  public var person: PersonNumber
  /// accepted, declined or instead.
  public var verdict: String
  public var instead: PersonNumber?
  public var by: String
  public var reason: String?
  /// Bars overridden, separated by commas; nil when none.
  public var overridden: String?
  /// Who supervises what is accepted; nil when nobody has to.
  public var supervision: Supervision?

  public init(
    plan: Int, need: String, person: PersonNumber, verdict: String, instead: PersonNumber? = nil,
    by: String, reason: String? = nil, overridden: String? = nil, supervision: Supervision? = nil
  ) {
    self.supervision = supervision
    self.plan = plan
    self.need = need
    self.person = person
    self.verdict = verdict
    self.instead = instead
    self.by = by
    self.reason = reason
    self.overridden = overridden
  }
}

extension Store {
  /// Runs a decision alone: one at a time in an organisation, so that what it looks at cannot change
  /// under it.
  public func deciding<R>(_ body: () throws -> R) throws -> R {
    try connection.transaction { connection in
      try connection.script("select pg_advisory_xact_lock(7415002, \(organisation.number))")
      return try body()
    }
  }

  /// Who decided this proposal already, as a sentence; nil when it is open.
  public func earlierDecision(
    plan: Int, need: String, person: PersonNumber
  ) throws -> String? {
    try connection.first(
      EarlierDecision(
        organisation: organisation, plan: Int32(clamping: plan), need: need, person: person.number))
  }

  /// Stores a decision and, unless declined, its placement: chosen, release pending. A line that is decided
  /// needs no pin any more.
  ///
  /// Returns the placement's number, nil when declined.
  public func record(_ decision: DecisionRecord, need: Need) throws -> Int32? {
    var placement: Int32?
    if decision.verdict != "declined" {
      placement = try connection.first(
        InsertPlacement(
          organisation: organisation, need: need,
          choice: PlacementChoice(
            person: decision.instead ?? decision.person, plan: decision.plan, by: decision.by,
            reason: decision.reason, overridden: decision.overridden,
            supervision: decision.supervision)))
    }
    try connection.run(
      InsertDecision(organisation: organisation, decision: decision, placement: placement))
    try connection.run(
      TakePin(
        organisation: organisation, need: decision.need, person: decision.person, by: decision.by))
    return placement
  }
}

struct EarlierDecision: Statement {
  static let sql = """
    select verdict || ' by ' || decided_by || ' on ' || to_char(decided_at, 'DD Mon YYYY at HH24:MI') as says
    from decision where organisation = $1 and plan = $2 and need = $3 and person = $4
    """
  static let example = EarlierDecision(
    organisation: OrganisationID(1), plan: 1, need: "", person: 1)
  let organisation: OrganisationID
  let plan: Int32
  let need: String
  let person: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(plan)
    parameters.add(need)
    parameters.add(person)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.optionalText("says") ?? ""
  }
}

struct InsertDecision: Statement {
  typealias Row = Void
  static let sql = """
    insert into decision (organisation, plan, need, person, verdict, instead, placement, decided_by,
      reason, overridden, decided_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \(Moment.sql))
    """
  static let example = InsertDecision(
    organisation: OrganisationID(1),
    decision: DecisionRecord(
      plan: 1, need: "", person: PersonNumber(1), verdict: "accepted", by: ""), placement: nil)
  let organisation: OrganisationID
  let decision: DecisionRecord
  let placement: Int32?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.addInt4(decision.plan)
    parameters.add(decision.need)
    parameters.add(decision.person.number)
    parameters.add(decision.verdict)
    parameters.add(decision.instead?.number)
    parameters.add(placement)
    parameters.add(decision.by)
    parameters.add(decision.reason)
    parameters.add(decision.overridden)
  }
}

extension Store {
  /// What a plan proposes for one need, by its reference in any case; `now` is who the person became
  /// part of since, or themselves.
  public func proposals(
    plan: Int, need: String
  ) throws -> [(need: String, person: PersonNumber, now: PersonNumber)] {
    try connection.query(
      ProposalsForNeed(organisation: organisation, plan: Int32(clamping: plan), need: need))
  }
}

struct ProposalsForNeed: Statement {
  static let sql = """
    select need, person, stands_for from proposal
    where organisation = $1 and plan = $2 and lower(need) = lower($3) order by person
    """
  static let example = ProposalsForNeed(organisation: OrganisationID(1), plan: 1, need: "")
  let organisation: OrganisationID
  let plan: Int32
  let need: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(plan)
    parameters.add(need)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (need: String, person: PersonNumber, now: PersonNumber) {
    (
      need: try row.text("need"), person: PersonNumber(try row.int32("person")),
      now: PersonNumber(try row.int32("stands_for"))
    )
  }
}
