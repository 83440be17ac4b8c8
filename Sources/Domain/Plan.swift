/// One proposed placement in a plan, with the lines that make its points.
public struct Proposal: Hashable, Sendable {
  public var need: String
  public var person: PersonNumber
  public var points: Int
  public var lines: [ScoreLine]
  /// Who supervises it; nil when it is not a first deployment.
  public var supervision: Supervision?
  /// Who covers the posts it opens, down the chain; empty when none has to be covered.
  public var covers: [Cover]

  public init(
    need: String, person: PersonNumber, points: Int, lines: [ScoreLine],
    supervision: Supervision? = nil, covers: [Cover] = []
  ) {
    self.need = need
    self.person = person
    self.points = points
    self.lines = lines
    self.supervision = supervision
    self.covers = covers
  }
}

/// Who supervises a first deployment, and what it takes of their days.
public struct Supervision: Hashable, Sendable {
  public var person: PersonNumber
  /// The designation of the supervisor whose days it spends.
  public var role: String
  public var halfDays: HalfDays

  public init(person: PersonNumber, role: String, halfDays: HalfDays) {
    self.person = person
    self.role = role
    self.halfDays = halfDays
  }
}

/// Who fills the post that a secondment opens, for as long as it lasts.
public struct Cover: Hashable, Sendable {
  public enum Way: String, Hashable, Sendable, CaseIterable {
    /// Comes from another school; the post they leave may have to be covered in turn.
    case moves
    /// From the same school, which covers them itself.
    case stepsUp = "steps up"
    /// Holds the very post the secondment fills: the two change places.
    case exchanges
  }

  public var person: PersonNumber
  /// Whose post they fill.
  public var insteadOf: PersonNumber
  /// The post's rung.
  public var post: String
  public var place: PlaceKey
  public var way: Way
  public var points: Int
  public var lines: [ScoreLine]

  public init(
    person: PersonNumber, insteadOf: PersonNumber, post: String, place: PlaceKey, way: Way,
    points: Int, lines: [ScoreLine]
  ) {
    self.person = person
    self.insteadOf = insteadOf
    self.post = post
    self.place = place
    self.way = way
    self.points = points
    self.lines = lines
  }
}

/// What a plan leaves unfilled of a need, and why.
public struct Unfilled: Hashable, Sendable {
  public var need: String
  /// People missing, 1 or more.
  public var missing: Int
  public var because: String

  public init(need: String, missing: Int, because: String) {
    self.need = need
    self.missing = missing
    self.because = because
  }
}

/// The outcome of one matching run: what it proposes, from what, and the prices that prove it.
public struct Plan: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, CaseIterable { case draft, published, superseded }

  /// Nil while it has not been saved.
  public var number: Int?
  public var state: State
  public var kinds: [Need.Kind]
  /// The cluster or `LA:NAME` it was kept to; nil for all.
  public var within: String?
  public var from: Day?
  public var to: Day?
  /// Canonical text of the policy it was made under.
  public var policy: String
  /// The snapshot's text.
  public var snapshot: String
  /// Points won less penalties of what stays unfilled.
  public var objective: Int
  /// No plan can score more than this.
  public var bound: Int
  public var mustFillUnfilled: Int
  /// No plan leaves fewer must-fill places unfilled.
  public var mustFillBound: Int
  public var proposals: [Proposal]
  public var unfilled: [Unfilled]
  /// The evidence for the bounds, as text; see `JointProof`.
  public var proof: String
  /// Defaults used and warnings, a sentence each.
  public var notes: [String]

  public init(
    number: Int? = nil, state: State = .draft, kinds: [Need.Kind], within: String? = nil,
    from: Day? = nil, to: Day? = nil, policy: String, snapshot: String, objective: Int, bound: Int,
    mustFillUnfilled: Int, mustFillBound: Int? = nil, proposals: [Proposal] = [],
    unfilled: [Unfilled] = [], proof: String = "", notes: [String] = []
  ) {
    self.mustFillBound = mustFillBound ?? mustFillUnfilled
    self.proof = proof
    self.number = number
    self.state = state
    self.kinds = kinds
    self.within = within
    self.from = from
    self.to = to
    self.policy = policy
    self.snapshot = snapshot
    self.objective = objective
    self.bound = bound
    self.mustFillUnfilled = mustFillUnfilled
    self.proposals = proposals
    self.unfilled = unfilled
    self.notes = notes
  }

  /// Whether it is proven the best there is, must-fill places first; if not, the search stopped before.
  public var isProven: Bool { bound == objective && mustFillBound == mustFillUnfilled }
}
