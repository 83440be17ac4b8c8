/// What the checker looked at and what it concluded.
public struct CheckReport: Hashable, Sendable {
  public var accepted: Bool
  /// One sentence for each thing found right, with counts, in the order checked.
  public var checked: [String]
  /// What was wrong first; nil when accepted.
  public var objection: Objection?
  /// The bounds that the proof shows, which are the claimed ones or nearer to the plan unless one of them is
  /// what was wrong; nil where the check did not get so far.
  public var mustFillBound: Int?
  public var bound: Int?

  public init(
    accepted: Bool = false, checked: [String] = [], objection: Objection? = nil,
    mustFillBound: Int? = nil, bound: Int? = nil
  ) {
    self.accepted = accepted
    self.checked = checked
    self.objection = objection
    self.mustFillBound = mustFillBound
    self.bound = bound
  }
}
