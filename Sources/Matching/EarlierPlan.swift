import Domain
import Solvers

/// An earlier solution as what a search begins from, and whose pairs stay among equally good plans.
///
/// With k earlier pairs, costs are counted in steps of k + 1 and an earlier pair costs a single one less:
/// all of them together never outweigh a point, so of the best plans one is found that keeps the most.
struct EarlierPlan {
  let network: PlanNetwork
  let solution: StagedSolution

  /// Larger products would not fit the search's costs; then earlier pairs stay where nothing moves them.
  private static let largestCost = 1 << 28

  /// The best placement, in the terms of `PlanNetwork.network(mustFillWeight:)`.
  func placement(mustFillWeight weight: Int) throws(MatchingError) -> LayeredOptimum {
    let times = solution.chosen.count + 1
    let units = network.problem.needs.reduce(1) { $0 + $1.units }
    let largest = min(LayeredNetwork.Limit.cost, LayeredNetwork.Limit.totalCost / units) / 4
    guard times <= Self.largestCost / network.largest, times <= largest / (network.largest + weight)
    else {
      return Replanner(
        try network.network(mustFillWeight: weight), from: start(mustFillWeight: weight)
      ).optimum()
    }
    let layers = try network.network(
      mustFillWeight: weight, times: times, favouring: solution.chosen)
    return inWholePoints(
      Replanner(layers, from: start(mustFillWeight: weight, times: times)).optimum(), times)
  }

  /// What the solution says of the network. The price of a must-fill unit is in its prices with the limit
  /// they were found with; stage one's own prices bring them to another weight, exactly.
  func start(mustFillWeight weight: Int, times: Int = 1) -> LayeredOptimum {
    // A stored price may be anything; one out of bounds only costs time.
    let bound = LayeredNetwork.Limit.cost / times
    let more = weight - max(0, min(bound, solution.pointsProof.mustFillLimit))
    func prices(_ points: [Int], _ mustFill: [Int]) -> [Int] {
      zip(points, mustFill).map { points, mustFill in
        let price = max(0, min(bound, points)) + max(0, min(2, mustFill)) * more
        return times * max(0, min(bound, price))
      }
    }
    return LayeredOptimum(
      chosen: solution.chosen, cost: 0, bound: 0,
      needPrice: [Int](repeating: 0, count: network.problem.needs.count),
      candidatePrice: prices(solution.pointsProof.person, solution.mustFillProof.person),
      homePrice: prices(solution.pointsProof.home, solution.mustFillProof.home))
  }

  /// Prices rounded down so that they prove the same in whole points.
  ///
  /// Let t be `times`, c a cost in points, p and q the prices of a person with the home and of a need, and
  /// r(x) = floor((x + s) / t) for a shift s from 0 up to t. From `tc + p >= q` follows `c + r(p) >= r(q)`,
  /// and the same the other way round. An earlier pair costs tc - 1: where it is chosen, `tc - 1 + p <= q`
  /// gives `c + r(p) <= r(q)` unless t divides p + s. Fewer than t pairs are chosen that were before, so some
  /// shift meets none of them. Prices that are 0 stay 0, and those that are a penalty stay one.
  private func inWholePoints(_ found: LayeredOptimum, _ times: Int) -> LayeredOptimum {
    let problem = network.problem
    func total(_ person: Int) -> Int {
      found.candidatePrice[person] + found.homePrice[Int(problem.homeOfPerson[person])]
    }
    var isMet = [Bool](repeating: false, count: times)
    let earlier = Set(solution.chosen)
    for pair in found.chosen where earlier.contains(pair) {
      isMet[(times - total(Int(problem.pairPerson[pair])) % times) % times] = true
    }
    let shift = isMet.firstIndex(of: false) ?? 0
    func rounded(_ price: Int) -> Int {
      let (quotient, rest) = (price + shift).quotientAndRemainder(dividingBy: times)
      return rest < 0 ? quotient - 1 : quotient
    }
    let home = found.homePrice.map(rounded)
    return LayeredOptimum(
      chosen: found.chosen, cost: Self.raised(found.cost, times),
      bound: Self.raised(found.bound, times), needPrice: found.needPrice.map(rounded),
      candidatePrice: found.candidatePrice.indices.map {
        rounded(total($0)) - home[Int(problem.homeOfPerson[$0])]
      }, homePrice: home)
  }

  /// Divided and rounded up: what earlier pairs cost less is under one whole point.
  private static func raised(_ cost: Int, _ times: Int) -> Int {
    cost > 0 ? (cost + times - 1) / times : cost / times
  }
}
