import Domain

/// What a plan is made from: data and policy together, so that a change to either can be tried.
public struct World: Hashable, Sendable {
  public var snapshot: Snapshot
  public var policy: Policy
  /// References of needs that nobody fills but those pinned there.
  public var held: Set<String> = []
  /// What one person is given at most, where it is not worked out from these needs and people.
  public var mostHalfDays: HalfDays?

  public init(_ snapshot: Snapshot, under policy: Policy) {
    self.snapshot = snapshot
    self.policy = policy
  }
}

extension World {
  /// Leaves nobody for a need that is held but those pinned there.
  public func keepHeld(in findings: inout JointFindings) {
    guard !held.isEmpty else { return }
    let pinned = Set(
      snapshot.standing.filter(\.isPinned).map { Outcome.Line(need: $0.need, person: $0.person) })
    let needs = snapshot.needs.map(\.need.reference)
    findings.keepPairs(ofNeeds: Set(needs.indices.filter { held.contains(needs[$0]) })) {
      pinned.contains(.init(need: needs[$0], person: snapshot.people[$1].number))
    }
  }
}

/// What a plan says: who goes where, and what it is worth.
public struct Outcome: Hashable, Sendable {
  /// A person at a need.
  public struct Line: Hashable, Sendable {
    public var need: String
    public var person: PersonNumber

    public init(need: String, person: PersonNumber) {
      self.need = need
      self.person = person
    }
  }

  public var lines: Set<Line>
  public var mustFillUnfilled: Int
  /// No plan leaves fewer must-fill places unfilled.
  public var mustFillBound: Int
  public var objective: Int
  /// No plan that leaves as few must-fill places unfilled is worth more.
  public var bound: Int

  /// - Parameter mustFillBound: nil where as few are unfilled as can be.
  public init(
    lines: Set<Line>, mustFillUnfilled: Int, mustFillBound: Int? = nil, objective: Int, bound: Int
  ) {
    self.lines = lines
    self.mustFillUnfilled = mustFillUnfilled
    self.mustFillBound = mustFillBound ?? mustFillUnfilled
    self.objective = objective
    self.bound = bound
  }
}

extension Outcome {
  /// Must-fill places first, then points.
  func isBetter(than other: Outcome) -> Bool {
    (other.mustFillUnfilled, objective) > (mustFillUnfilled, other.objective)
  }
}

/// Makes the best plan of a world; nil when its pinned lines cannot stand together.
public typealias Solving = (World) throws -> Outcome?
