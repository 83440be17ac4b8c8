/// What the checker looked at and what it concluded.
public struct CheckReport: Hashable, Sendable {
  public var accepted: Bool
  /// One sentence for each thing found right, with counts, in the order checked.
  public var checked: [String]
  /// What was wrong first; nil when accepted.
  public var objection: Objection?

  public init(accepted: Bool, checked: [String], objection: Objection?) {
    self.accepted = accepted
    self.checked = checked
    self.objection = objection
  }
}
