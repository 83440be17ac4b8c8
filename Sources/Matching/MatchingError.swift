import Domain

/// Why a problem was turned away before any search.
public enum MatchingError: Error, Hashable, Sendable {
  /// `pairStart` is not one entry more than the needs, from 0 up to the number of pairs.
  case rowsDoNotCoverPairs
  /// A pair's person is unknown, or not after the one before it in the same row.
  case personOutOfOrder(pair: Int)
  case homeOutOfRange(person: Int)
  case negativeCapacity(home: Int)
  case unitsBelowOne(need: Int)
  case penaltyOutOfRange(need: Int)
  case pointsOutOfRange(pair: Int)
  /// Needs, people and homes together exceed `MatchingProblem.Limit.nodes`.
  case tooManyNodes(Int)
  /// Needs ask for more than `MatchingProblem.Limit.units` people in all.
  case tooManyUnits
  /// More pairs than the search can number.
  case tooManyPairs(Int)
  /// The pair to force is not one of the problem's.
  case noSuchPair(Int)
  /// The solution to begin from does not have this problem's needs, people, homes and pairs.
  case solutionOfAnotherProblem
  /// The joint problem's own shape or numbers are wrong: where, as half a sentence.
  case malformedJoint(String)
  /// A pinned part passes a limit or row beside the pinned parts before it.
  case pinnedDoesNotFit(part: Int)
  /// Nothing was found that provides what a pinned part asks for.
  case pinnedLacksProvider(part: Int)
  /// The solver refused the network: a bound above is too wide, which is our fault.
  case refusedBySolver(String)
  /// The second stage found no plan although the first did, which is our fault.
  case stagesDisagree
}

extension MatchingError: CustomStringConvertible {
  public var description: String {
    let cost = MatchingProblem.Limit.cost
    return switch self {
    case .rowsDoNotCoverPairs: "the rows of needs do not cover the pairs once, in order"
    case .personOutOfOrder(let pair):
      "pair \(pair) names an unknown person or repeats one in its row"
    case .homeOutOfRange(let person): "person \(person) has a home that does not exist"
    case .negativeCapacity(let home): "home \(home) has a capacity below 0"
    case .unitsBelowOne(let need): "need \(need) asks for fewer than 1 person"
    case .penaltyOutOfRange(let need):
      "the penalty of need \(need) is not between 0 and \(cost - 1)"
    case .pointsOutOfRange(let pair): "the points of pair \(pair) are not below \(cost) in size"
    case .tooManyNodes(let count):
      "\(count) needs, people and homes are more than \(MatchingProblem.Limit.nodes)"
    case .tooManyUnits: "needs ask for more than \(MatchingProblem.Limit.units) people in all"
    case .tooManyPairs(let count): "\(count) pairs are more than the search can number"
    case .noSuchPair(let pair): "there is no pair \(pair)"
    case .solutionOfAnotherProblem: "the solution to begin from is of another problem"
    case .malformedJoint(let reason): "the joint problem is malformed: \(reason)"
    case .pinnedDoesNotFit(let part):
      "pinned part \(part) does not fit beside the pinned parts before it"
    case .pinnedLacksProvider(let part):
      "nothing found provides what pinned part \(part) asks for"
    case .refusedBySolver(let reason): "the solver refused the network: \(reason)"
    case .stagesDisagree: "the second stage found no plan although the first did"
    }
  }
}
