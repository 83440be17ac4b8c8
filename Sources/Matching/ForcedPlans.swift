import Domain
import Solvers

/// What forcing one pair after another is worth, from one search kept at hand.
///
/// To force a pair its unit, its person and its place at home are taken out, and put back once the rest
/// has been read off: only what that touches is solved again. Worth the same as `solve(_:forcing:)`, which
/// begins from nothing each time.
public struct ForcedPlans: ~Copyable {
  /// The worth of the best plan that contains a pair.
  public struct Worth: Hashable, Sendable {
    public var mustFillUnfilled: Int
    public var objective: Int

    public init(mustFillUnfilled: Int, objective: Int) {
      self.mustFillUnfilled = mustFillUnfilled
      self.objective = objective
    }
  }

  private let problem: MatchingProblem
  private let weight: Int
  private var replanner: Replanner

  /// - Parameter plan: a solution of the problem, to begin from; its prices need not prove anything.
  /// - Throws: `MatchingError` when the problem is malformed or the plan is another problem's.
  public init(_ problem: MatchingProblem, from plan: StagedSolution) throws(MatchingError) {
    try problem.checkAtTheDoor()
    try problem.checkShape(of: plan)
    let network = PlanNetwork(problem: problem, forced: nil)
    let weight = network.sureMustFillWeight
    let layers = try network.network(mustFillWeight: weight)
    self.problem = problem
    self.weight = weight
    replanner = Replanner(
      layers, from: EarlierPlan(network: network, solution: plan).start(mustFillWeight: weight))
  }

  /// - Returns: nil when the pair cannot be chosen because its home lets nobody go.
  /// - Throws: `MatchingError` when the pair is not one of the problem's.
  public mutating func worth(forcing pair: Int) throws(MatchingError) -> Worth? {
    guard let forced = ForcedPair(at: pair, in: problem) else { throw .noSuchPair(pair) }
    guard problem.homeCapacity[forced.home] > 0 else { return nil }
    change(forced, by: -1)
    let unfilled = mustFillUnfilled(forced)
    let worth = Worth(
      mustFillUnfilled: unfilled,
      objective: Int(problem.pairPoints[pair]) + weight * unfilled - replanner.cost())
    change(forced, by: 1)
    return worth
  }

  private mutating func change(_ pair: ForcedPair, by amount: Int32) {
    replanner.changeUnits(ofNeed: pair.need, by: amount)
    replanner.changeCapacity(ofCandidate: pair.person, by: amount)
    replanner.changeCapacity(ofHome: pair.home, by: amount)
  }

  private func mustFillUnfilled(_ forced: ForcedPair) -> Int {
    var unfilled = 0
    for (index, need) in problem.needs.enumerated() where need.mustFill {
      let filled = replanner.filled(ofNeed: index) + (index == forced.need ? 1 : 0)
      unfilled += need.units - filled
    }
    return unfilled
  }
}
