import Domain

/// What a named person may decide about a proposal, and the placement that comes of it. Pure.
///
/// A plan only proposes. Accepting makes a placement *chosen, release pending*, never agreed; choosing
/// somebody else is normal and needs a reason; a bar is overridden only by name and with a reason.
/// `judgement` is made from today's data: what could be when the plan was made may no longer be.
public func decide(
  _ verdict: Verdict, by name: String, reason: String?, overriding: Set<BarRule>,
  judgement: Judgement
) throws(DecisionRefusal) -> DecisionMade {
  guard !name.allSatisfy(\.isWhitespace) else { throw .nobodyNamed }
  let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  if verdict != .accepted, reason == nil { throw .noReason }
  if verdict == .declined { return DecisionMade(overridden: []) }
  guard case .barred(let bars) = judgement else { return DecisionMade(overridden: []) }
  let standing = bars.filter { !overriding.contains($0.rule) }
  guard standing.isEmpty else {
    throw verdict == .accepted ? .noLongerPossible(standing) : .barred(standing)
  }
  guard reason != nil else { throw .noReason }
  return DecisionMade(overridden: bars.map(\.rule))
}

/// A person's word on a proposal.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  case accepted, declined, instead
}

/// A decision that may stand.
public struct DecisionMade: Hashable, Sendable {
  /// The bars overridden, in the rules' order.
  public var overridden: [BarRule]
}

/// Why a decision cannot stand.
public enum DecisionRefusal: Error, Hashable, Sendable {
  case nobodyNamed
  case noReason
  /// Choosing somebody barred without naming the bars.
  case barred([Bar])
  /// What the plan proposed is barred by today's data.
  case noLongerPossible([Bar])
}
