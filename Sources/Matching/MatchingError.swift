/// Why no plan was searched for.
public enum MatchingError: Error, Hashable, Sendable {
  /// The joint problem's own shape or numbers are wrong: where, as half a sentence.
  case malformedJoint(String)
  /// A pinned part passes a limit or row beside the pinned parts before it.
  case pinnedDoesNotFit(part: Int)
  /// Nothing was found that provides what a pinned part asks for.
  case pinnedLacksProvider(part: Int)
  /// The second stage found no plan although the first did, which is our fault.
  case stagesDisagree
}

extension MatchingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .malformedJoint(let reason): "the joint problem is malformed: \(reason)"
    case .pinnedDoesNotFit(let part):
      "pinned part \(part) does not fit beside the pinned parts before it"
    case .pinnedLacksProvider(let part):
      "nothing found provides what pinned part \(part) asks for"
    case .stagesDisagree: "the second stage found no plan although the first did"
    }
  }
}
