import Domain
import Postgres

extension Store {
  /// Saves a draft plan whole, in one transaction, and gives it its number.
  public func save(_ plan: Plan) throws -> Int {
    try connection.transaction { connection in
      guard let number = try connection.first(InsertPlan(organisation: organisation, plan: plan))
      else { throw StoreError.noOrganisation }
      try copyProposals(plan, number: number)
      try copyUnfilled(plan, number: number)
      try copyProof(plan, number: number)
      try connection.run(SealPlan(key: PlanKey(organisation: organisation, number: number)))
      return Int(number)
    }
  }

  private func copyProposals(_ plan: Plan, number: Int32) throws {
    let owner = organisation.number
    _ = try connection.copyIn(
      "copy proposal (organisation, plan, need, person, points) from stdin (format binary)"
    ) { copy in
      for proposal in plan.proposals {
        try copy.beginRow(columns: 5)
        copy.add(owner)
        copy.add(number)
        copy.add(proposal.need)
        copy.add(proposal.person.number)
        copy.addInt4(proposal.points)
      }
    }
    _ = try connection.copyIn(
      """
      copy proposal_line (organisation, plan, need, person, position, rule, points, because)
        from stdin (format binary)
      """
    ) { copy in
      for proposal in plan.proposals {
        for (position, line) in proposal.lines.enumerated() {
          try copy.beginRow(columns: 8)
          copy.add(owner)
          copy.add(number)
          copy.add(proposal.need)
          copy.add(proposal.person.number)
          copy.add(Int16(position + 1))
          copy.add(line.criterion.rawValue)
          copy.addInt4(line.points)
          copy.add(line.because)
        }
      }
    }
  }

  private func copyUnfilled(_ plan: Plan, number: Int32) throws {
    let owner = organisation.number
    _ = try connection.copyIn(
      "copy unfilled (organisation, plan, need, missing, because) from stdin (format binary)"
    ) { copy in
      for need in plan.unfilled {
        try copy.beginRow(columns: 5)
        copy.add(owner)
        copy.add(number)
        copy.add(need.need)
        copy.addInt4(need.missing)
        copy.add(need.because)
      }
    }
  }

  private func copyProof(_ plan: Plan, number: Int32) throws {
    let owner = organisation.number
    _ = try connection.copyIn(
      "copy plan_price (organisation, plan, stage, subject, key, price) from stdin (format binary)"
    ) { copy in
      for price in plan.prices {
        try copy.beginRow(columns: 6)
        copy.add(owner)
        copy.add(number)
        copy.add(Int16(price.stage))
        copy.add(price.subject.rawValue)
        copy.add(price.key)
        copy.add(Int64(price.price))
      }
    }
    _ = try connection.copyIn(
      "copy plan_note (organisation, plan, position, says) from stdin (format binary)"
    ) { copy in
      for (position, note) in plan.notes.enumerated() {
        try copy.beginRow(columns: 4)
        copy.add(owner)
        copy.add(number)
        copy.addInt4(position + 1)
        copy.add(note)
      }
    }
  }

  /// Publishes a draft; plans published before that cover the same scope are superseded.
  public func publish(plan number: Int, by name: String) throws {
    try connection.transaction { connection in
      let plan = try self.planHead(number)
      guard plan.state == .draft else {
        throw StoreError.conflict("plan \(number) is \(plan.state.rawValue) already")
      }
      try connection.run(
        PublishPlan(organisation: organisation, number: Int32(clamping: number), name: name))
    }
  }
}

struct InsertPlan: Statement {
  static let sql = """
    insert into plan (organisation, kinds, within, starts_on, ends_on, policy, snapshot, fingerprint,
      objective, bound, must_fill_unfilled)
    values ($1, $2, $3, $4, $5, $6, $7, sha256(convert_to($6, 'UTF8') || $7), $8, $9, $10)
    returning number
    """
  static let example = InsertPlan(
    organisation: OrganisationID(1),
    plan: Plan(
      kinds: [], policy: "", snapshot: "", objective: 0, bound: 0, mustFillUnfilled: 0))
  let organisation: OrganisationID
  let plan: Plan
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(plan.kinds.map(\.rawValue))
    parameters.add(plan.within)
    parameters.addDate(plan.from?.number)
    parameters.addDate(plan.to?.number)
    parameters.add(plan.policy)
    parameters.add(Array(plan.snapshot.utf8))
    parameters.add(Int64(plan.objective))
    parameters.add(Int64(plan.bound))
    parameters.addInt4(plan.mustFillUnfilled)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}

extension Store {
  /// Deletes a draft with everything of it; a plan somebody published or decided about stays.
  public func discard(plan number: Int) throws {
    try connection.transaction { connection in
      let head = try self.planHead(number)
      guard head.state == .draft else {
        throw StoreError.conflict("plan \(number) is \(head.state.rawValue): it stays on record")
      }
      let key = PlanKey(organisation: organisation, number: Int32(clamping: number))
      guard try connection.first(DecisionsOfPlan(key: key)) == 0 else {
        throw StoreError.conflict("plan \(number) has decisions: it stays on record")
      }
      let plan = "organisation = \(organisation.number) and plan = \(number)"
      let parts = ["proposal_line", "proposal", "unfilled", "plan_price", "plan_note"]
      try connection.script(
        parts.map { "delete from \($0) where \(plan);" }.joined()
          + "delete from plan where organisation = \(organisation.number) and number = \(number)")
    }
  }
}

struct DecisionsOfPlan: Statement {
  static let sql = """
    select (select count(*) from decision where organisation = $1 and plan = $2)
      + (select count(*) from placement where organisation = $1 and plan = $2) as decisions
    """
  static let example = DecisionsOfPlan(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int {
    try row.optionalInt("decisions") ?? 0
  }
}

/// Seals what was just saved.
struct SealPlan: Statement {
  typealias Row = Void
  static let sql = """
    update plan set seal = sha256(convert_to(plan_text(organisation, number), 'UTF8'))
    where organisation = $1 and number = $2
    """
  static let example = SealPlan(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
}

struct PublishPlan: Statement {
  typealias Row = Void
  static let sql = """
    with earlier as (
      update plan e set state = 'superseded' from plan p
      where p.organisation = $1 and p.number = $2 and e.organisation = $1 and e.state = 'published'
        and e.within is not distinct from p.within and e.kinds = p.kinds)
    update plan set state = 'published', published_at = now(), published_by = $3
    where organisation = $1 and number = $2 and state = 'draft'
    """
  static let example = PublishPlan(organisation: OrganisationID(1), number: 1, name: "")
  let organisation: OrganisationID
  let number: Int32
  let name: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
    parameters.add(name)
  }
}
