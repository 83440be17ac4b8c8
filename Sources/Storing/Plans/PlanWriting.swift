import Domain
import Postgres

extension Store {
  /// Saves a draft plan whole, in one transaction, and gives it its number.
  ///
  /// While the server takes its rows in, its hashes are worked out on another core.
  public func save(_ plan: Plan) throws -> Int {
    try write(plan, Meanwhile { SealedPlan(plan) })
  }

  /// Saves a draft plan whole, in one transaction.
  ///
  /// - Parameter completing: adds what stays unfilled and the notes, on other cores while the server takes the
  ///   proposals in.
  /// - Returns: the whole plan with its number.
  public func save(
    _ begun: Plan, completing: @escaping @Sendable (Plan) -> Plan
  ) throws -> Plan {
    let sealed = Meanwhile { SealedPlan(completing(begun)) }
    let number = try write(begun, sealed)
    var plan = sealed.value().plan
    plan.number = number
    return plan
  }

  /// What a plan begins with, and then the rest.
  private func write(_ begun: Plan, _ sealed: Meanwhile<SealedPlan>) throws -> Int {
    try connection.transaction { connection in
      guard let number = try connection.first(NextPlanNumber()) else {
        throw StoreError.noOrganisation
      }
      try copyHead(begun, number: number)
      try copyProposals(begun, number: number)
      try copyCovers(begun, number: number)
      let sealed = sealed.value()
      try copyUnfilled(sealed.plan, number: number)
      try copyNotes(sealed.plan, number: number)
      let key = PlanKey(organisation: organisation, number: number)
      try connection.run(SealPlan(key: key, fingerprint: sealed.fingerprint, seal: sealed.seal))
      return Int(number)
    }
  }

  /// The plan's own row, with the snapshot as a stream; not sealed yet.
  private func copyHead(_ plan: Plan, number: Int32) throws {
    _ = try connection.copyIn(
      """
      copy plan (organisation, number, kinds, within, starts_on, ends_on, policy, snapshot, fingerprint,
        objective, bound, must_fill_unfilled, must_fill_bound, proof) from stdin (format binary)
      """
    ) { copy in
      try copy.beginRow(columns: 14)
      copy.add(organisation.number)
      copy.add(number)
      copy.add(plan.kinds.map(\.rawValue))
      copy.add(plan.within)
      copy.addDate(plan.from?.number)
      copy.addDate(plan.to?.number)
      copy.add(plan.policy)
      copy.add(plan.snapshot)
      copy.add([UInt8]())
      copy.add(Int64(plan.objective))
      copy.add(Int64(plan.bound))
      copy.addInt4(plan.mustFillUnfilled)
      copy.addInt4(plan.mustFillBound)
      copy.add(plan.proof)
    }
  }

  private func copyProposals(_ plan: Plan, number: Int32) throws {
    _ = try connection.copyIn(
      """
      copy proposal (organisation, plan, need, person, points, rules, line_points, reasons, supervisor,
        supervisor_role, supervising_half_days) from stdin (format binary)
      """
    ) { copy in
      for proposal in plan.proposals {
        try copy.beginRow(columns: 11)
        copy.add(organisation.number)
        copy.add(number)
        copy.add(proposal.need)
        copy.add(proposal.person.number)
        copy.addInt4(proposal.points)
        copy.add(proposal.lines)
        copy.add(proposal.supervision?.person.number)
        copy.add(proposal.supervision?.role)
        copy.add(proposal.supervision?.halfDays.count)
      }
    }
  }

  private func copyCovers(_ plan: Plan, number: Int32) throws {
    guard plan.proposals.contains(where: { !$0.covers.isEmpty }) else { return }
    _ = try connection.copyIn(
      """
      copy cover (organisation, plan, need, person, position, covered_by, instead_of, post, school, setting,
        way, points, rules, line_points, reasons) from stdin (format binary)
      """
    ) { copy in
      for proposal in plan.proposals {
        for (position, cover) in proposal.covers.enumerated() {
          try copy.beginRow(columns: 15)
          copy.add(organisation.number)
          copy.add(number)
          copy.add(proposal.need)
          copy.add(proposal.person.number)
          copy.add(Int16(clamping: position + 1))
          copy.add(cover.person.number)
          copy.add(cover.insteadOf.number)
          copy.add(cover.post)
          copy.add(cover.place.urn?.number)
          copy.add(cover.place.settingReference)
          copy.add(cover.way.rawValue)
          copy.addInt4(cover.points)
          copy.add(cover.lines)
        }
      }
    }
  }

  private func copyUnfilled(_ plan: Plan, number: Int32) throws {
    _ = try connection.copyIn(
      "copy unfilled (organisation, plan, need, missing, because) from stdin (format binary)"
    ) { copy in
      for need in plan.unfilled {
        try copy.beginRow(columns: 5)
        copy.add(organisation.number)
        copy.add(number)
        copy.add(need.need)
        copy.addInt4(need.missing)
        copy.add(need.because)
      }
    }
  }

  private func copyNotes(_ plan: Plan, number: Int32) throws {
    _ = try connection.copyIn(
      "copy plan_note (organisation, plan, position, says) from stdin (format binary)"
    ) { copy in
      for (position, note) in plan.notes.enumerated() {
        try copy.beginRow(columns: 4)
        copy.add(organisation.number)
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

extension CopyWriter {
  /// Score lines as three arrays: criteria, points, sentences.
  fileprivate mutating func add(_ lines: [ScoreLine]) {
    add(lines.map(\.criterion.rawValue))
    add(lines.map { Int32(clamping: $0.points) })
    add(lines.map(\.because))
  }
}

/// The number the next plan has, used up by asking.
struct NextPlanNumber: Statement {
  static let sql = "select nextval(pg_get_serial_sequence('plan', 'number'))::integer as number"
  static let example = NextPlanNumber()
  func bind(_ parameters: inout Parameters) {}
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.optionalInt32("number") ?? 0
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
      let pins = try connection.query(PinsOfPlan(key: key))
      guard pins.isEmpty else {
        let lines = pins.prefix(3).map { "\($0.need) with \($0.person)" }.joined(separator: ", ")
        throw StoreError.conflict(
          "plan \(number) holds pinned lines (\(lines)\(pins.count > 3 ? ", ..." : ""))\n"
            + "  Try: talent plan unpin NEED --person PERSON --by NAME")
      }
      let parts = ["pin", "cover", "proposal", "unfilled", "plan_proof", "plan_note"]
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

/// Puts a plan's hashes beside what was just saved.
struct SealPlan: Statement {
  typealias Row = Void
  static let sql = """
    update plan set fingerprint = $3, seal = $4, made_at = \(Moment.sql)
    where organisation = $1 and number = $2
    """
  static let example = SealPlan(key: .example, fingerprint: [], seal: [])
  let key: PlanKey
  let fingerprint: [UInt8]
  let seal: [UInt8]
  func bind(_ parameters: inout Parameters) {
    key.bind(&parameters)
    parameters.add(fingerprint)
    parameters.add(seal)
  }
}

struct PublishPlan: Statement {
  typealias Row = Void
  static let sql = """
    with earlier as (
      update plan e set state = 'superseded' from plan p
      where p.organisation = $1 and p.number = $2 and e.organisation = $1 and e.state = 'published'
        and e.within is not distinct from p.within and e.kinds = p.kinds)
    update plan set state = 'published', published_at = \(Moment.sql), published_by = $3
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
