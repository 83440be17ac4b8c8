/// One proposed placement in a plan, with the lines that make its points.
public struct Proposal: Hashable, Sendable {
  public var need: String
  public var person: PersonNumber
  public var points: Int
  public var lines: [ScoreLine]

  public init(need: String, person: PersonNumber, points: Int, lines: [ScoreLine]) {
    self.need = need
    self.person = person
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

/// A dual price as stored with a plan, keyed by what it is the price of.
public struct Price: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable, CaseIterable { case need, person, home, limit }

  /// 1: must-fill first; 2: points.
  public var stage: Int
  public var subject: Subject
  /// The need's reference, the person's number, the home's key, or empty for the must-fill limit.
  public var key: String
  public var price: Int

  public init(stage: Int, subject: Subject, key: String, price: Int) {
    self.stage = stage
    self.subject = subject
    self.key = key
    self.price = price
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
  public var proposals: [Proposal]
  public var unfilled: [Unfilled]
  public var prices: [Price]
  /// Defaults used and warnings, a sentence each.
  public var notes: [String]

  public init(
    number: Int? = nil, state: State = .draft, kinds: [Need.Kind], within: String? = nil,
    from: Day? = nil, to: Day? = nil, policy: String, snapshot: String, objective: Int, bound: Int,
    mustFillUnfilled: Int, proposals: [Proposal] = [], unfilled: [Unfilled] = [],
    prices: [Price] = [], notes: [String] = []
  ) {
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
    self.prices = prices
    self.notes = notes
  }

  /// How far the plan may be from the best, 0 when it is proven optimal.
  /// Whether it is proven the best there is; if not, time ran out.
  public var isProven: Bool { bound == objective }

  public var gap: Double { Double(bound - objective) / Double(max(1, abs(bound))) }
}
