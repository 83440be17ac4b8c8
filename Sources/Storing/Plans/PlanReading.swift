import Domain
import Postgres

/// A plan's own row, without what it proposes.
public struct PlanHead: Hashable, Sendable {
  public var number: Int
  public var state: Plan.State
  /// `2026-11-22 14:03`.
  public var madeAt: String
  public var within: String?
  public var objective: Int
  public var bound: Int
  public var mustFillUnfilled: Int
  public var mustFillBound: Int
  public var proposals: Int
  public var missing: Int
  public var publishedAt: String?
  public var publishedBy: String?
}

/// A plan whole, and whether what was saved is what is there now.
public struct StoredPlan: Sendable {
  public var plan: Plan
  /// Policy and snapshot are what they were when it was made.
  public var inputsAreIntact: Bool
  /// So is what it says: scope, proposals, score lines, what stays unfilled, notes.
  public var isSealed: Bool

  /// Nothing of it was altered since it was saved.
  public var isIntact: Bool { inputsAreIntact && isSealed }
}

extension Store {
  /// Plans, the newest first.
  public func plans() throws -> [PlanHead] {
    try connection.query(PlanHeads(organisation: organisation, number: nil))
  }

  public func planHead(_ number: Int) throws -> PlanHead {
    let head = try connection.first(
      PlanHeads(organisation: organisation, number: Int32(clamping: number)))
    guard let head else { throw StoreError.notFound(what: "plan", reference: String(number)) }
    return head
  }

  public func plan(_ number: Int) throws -> StoredPlan {
    let key = PlanKey(organisation: organisation, number: Int32(clamping: number))
    guard var found = try connection.first(WholePlan(key: key)) else {
      throw StoreError.notFound(what: "plan", reference: String(number))
    }
    found.plan.number = number
    found.plan.proposals = try proposals(key)
    found.plan.unfilled = try connection.query(UnfilledNeeds(key: key))
    found.plan.notes = try connection.query(PlanNotes(key: key))
    return found
  }
}

extension Store {
  /// Whether a plan is what was saved, without reading it.
  public func isIntact(plan number: Int) throws -> Bool {
    let key = PlanKey(organisation: organisation, number: Int32(clamping: number))
    guard let isIntact = try connection.first(PlanIsIntact(key: key)) else {
      throw StoreError.notFound(what: "plan", reference: String(number))
    }
    return isIntact
  }
}

struct PlanIsIntact: Statement {
  static let sql = """
    select fingerprint = sha256(convert_to(policy, 'UTF8') || snapshot)
      and seal = sha256(convert_to(plan_text(organisation, number), 'UTF8')) as intact
    from plan where organisation = $1 and number = $2
    """
  static let example = PlanIsIntact(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Bool {
    try row.optionalBool("intact") ?? false
  }
}

/// $1 and $2 of everything read about one plan.
struct PlanKey {
  static let example = PlanKey(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
}

struct PlanHeads: Statement {
  static let sql = """
    select p.number, p.state, to_char(p.made_at, 'YYYY-MM-DD HH24:MI') as made_at, p.within, p.objective,
      p.bound, p.must_fill_unfilled, p.must_fill_bound,
      (select count(*) from proposal q where q.organisation = p.organisation and q.plan = p.number) as proposals,
      (select coalesce(sum(u.missing), 0) from unfilled u
       where u.organisation = p.organisation and u.plan = p.number) as missing,
      to_char(p.published_at, 'YYYY-MM-DD HH24:MI') as published_at, p.published_by
    from plan p where p.organisation = $1 and ($2::integer is null or p.number = $2)
    order by p.number desc
    """
  static let example = PlanHeads(organisation: OrganisationID(1), number: nil)
  let organisation: OrganisationID
  let number: Int32?
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> PlanHead {
    PlanHead(
      number: try row.int("number"), state: try row.choice("state"),
      madeAt: try row.optionalText("made_at") ?? "", within: try row.optionalText("within"),
      objective: try row.int("objective"), bound: try row.int("bound"),
      mustFillUnfilled: try row.int("must_fill_unfilled"),
      mustFillBound: try row.int("must_fill_bound"),
      proposals: try row.optionalInt("proposals") ?? 0,
      missing: try row.optionalInt("missing") ?? 0,
      publishedAt: try row.optionalText("published_at"),
      publishedBy: try row.optionalText("published_by"))
  }
}

struct WholePlan: Statement {
  static let sql = """
    select state, kinds, within, starts_on, ends_on, policy, snapshot, objective, bound, must_fill_unfilled,
      must_fill_bound, proof, fingerprint = sha256(convert_to(policy, 'UTF8') || snapshot) as intact,
      seal = sha256(convert_to(plan_text(organisation, number), 'UTF8')) as sealed
    from plan where organisation = $1 and number = $2
    """
  static let example = WholePlan(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> StoredPlan {
    let state: Plan.State = try row.choice("state")
    let kinds = try row.textArray("kinds").compactMap { Need.Kind(rawValue: $0) }
    let within = try row.optionalText("within")
    let from = try row.optionalDay("starts_on")
    let to = try row.optionalDay("ends_on")
    let policy = try row.text("policy")
    let snapshot = String(decoding: try row.bytes("snapshot"), as: UTF8.self)
    let plan = Plan(
      state: state, kinds: kinds, within: within, from: from, to: to, policy: policy,
      snapshot: snapshot, objective: try row.int("objective"), bound: try row.int("bound"),
      mustFillUnfilled: try row.int("must_fill_unfilled"),
      mustFillBound: try row.int("must_fill_bound"), proof: try row.text("proof"))
    return StoredPlan(
      plan: plan, inputsAreIntact: try row.optionalBool("intact") ?? false,
      isSealed: try row.optionalBool("sealed") ?? false)
  }
}

struct UnfilledNeeds: Statement {
  static let sql = """
    select need, missing, because from unfilled where organisation = $1 and plan = $2 order by need
    """
  static let example = UnfilledNeeds(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Unfilled {
    Unfilled(
      need: try row.text("need"), missing: try row.int("missing"),
      because: try row.text("because"))
  }
}

struct PlanNotes: Statement {
  static let sql = """
    select says from plan_note where organisation = $1 and plan = $2 order by position
    """
  static let example = PlanNotes(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.text("says")
  }
}

/// A cluster's or an authority's own spelling of a name typed in any case.
struct ScopeNamed: Statement {
  static let sql = """
    select name from cluster where organisation = $1 and not $3 and lower(name) = lower($2)
    union all
    select name from authority where $3 and (lower(name) = lower($2) or code = $2)
    limit 1
    """
  static let example = ScopeNamed(organisation: OrganisationID(1), name: "", isAuthority: true)
  let organisation: OrganisationID
  let name: String
  let isAuthority: Bool
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(name)
    parameters.add(isAuthority)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.optionalText("name") ?? ""
  }
}

extension Store {
  /// A scope as typed: `LA:Bedford` or a cluster's name; a name that is not stored is refused.
  public func scope(named typed: String) throws -> PlanScope.Within {
    let isAuthority = typed.lowercased().hasPrefix("la:")
    let name = isAuthority ? String(typed.dropFirst(3)) : typed
    let found = try connection.first(
      ScopeNamed(organisation: organisation, name: name, isAuthority: isAuthority))
    guard let found else {
      throw StoreError.notFound(
        what: isAuthority ? "local authority" : "cluster", reference: name)
    }
    return isAuthority ? .authority(found) : .cluster(found)
  }
}
