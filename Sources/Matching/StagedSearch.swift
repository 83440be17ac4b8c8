import Domain
import Solvers

/// Both stages of a plan, from one search.
///
/// The search weighs every must-fill unit left unfilled so much that nothing is ever exchanged for it. Its
/// prices then hold both proofs: those of the first stage are how many weights there are in each price,
/// rounded. That is looked at, not believed: where the rounded prices do not prove that as few units stay
/// unfilled as can, stage one is solved by itself, and the weight raised if it was too small.
struct StagedSearch {
  let network: PlanNetwork
  let isOver: () -> Bool
  /// A solution to begin from, instead of nothing.
  var earlier: StagedSolution?

  private var problem: MatchingProblem { network.problem }

  func solution() throws(MatchingError) -> StagedSolution {
    for weight in network.mustFillWeights() {
      let found = try placement(mustFillWeight: weight)
      let unfilled = mustFillUnfilled(found.chosen)
      var proof = mustFillProof(in: found, weight: weight)
      if found.isProven, bound(of: proof) != unfilled {
        let fewest = leastCostPlacement(try network.mustFillNetwork())
        guard fewest.cost == unfilled else { continue }
        proof = self.proof(of: fewest, mustFillLimit: 0) { _ in 0 }
      }
      return found.isProven
        ? solution(found, unfilled: unfilled, weight: weight, mustFillProof: proof)
        : unproven(found, unfilled: unfilled, weight: weight)
    }
    throw .stagesDisagree
  }

  private func placement(mustFillWeight weight: Int) throws(MatchingError) -> LayeredOptimum {
    if let earlier {
      return try EarlierPlan(network: network, solution: earlier).placement(mustFillWeight: weight)
    }
    return leastCostPlacement(try network.network(mustFillWeight: weight), isOver: isOver)
  }

  private func mustFillUnfilled(_ chosen: [Int]) -> Int {
    var unfilled = 0
    var next = 0
    for (index, need) in problem.needs.enumerated() {
      var filled = index == network.forced?.need ? 1 : 0
      while next < chosen.count, chosen[next] < problem.pairStart[index + 1] {
        filled += 1
        next += 1
      }
      if need.mustFill { unfilled += need.units - filled }
    }
    return unfilled
  }

  /// How many weights there are in each price.
  private func mustFillProof(in found: LayeredOptimum, weight: Int) -> StageProof {
    func weights(_ price: Int) -> Int { weight == 0 ? 0 : (price + weight / 2) / weight }
    let home = found.homePrice.map(weights)
    return StageProof(
      need: zip(problem.needs, found.needPrice).map { need, price in
        need.mustFill ? -max(0, min(1, weights(price))) : 0
      },
      person: found.candidatePrice.indices.map { person in
        let home = Int(problem.homeOfPerson[person])
        let total = weights(found.candidatePrice[person] + found.homePrice[home])
        return max(0, total - weights(found.homePrice[home]))
      },
      home: home, mustFillLimit: 0)
  }

  /// How few must-fill units stay unfilled by the prices; nil when they prove nothing.
  private func bound(of proof: StageProof) -> Int? {
    var bound = 0
    for (index, need) in problem.needs.enumerated() {
      let units = need.units - (index == network.forced?.need ? 1 : 0)
      bound -= units * proof.need[index]
      for pair in problem.pairStart[index]..<problem.pairStart[index + 1] {
        let person = Int(problem.pairPerson[pair])
        guard person != network.forced?.person else { continue }
        let home = Int(problem.homeOfPerson[person])
        guard proof.need[index] + proof.person[person] + proof.home[home] >= 0 else { return nil }
      }
    }
    for person in proof.person.indices where person != network.forced?.person {
      bound -= proof.person[person]
    }
    for home in proof.home.indices {
      bound -=
        (problem.homeCapacity[home] - (home == network.forced?.home ? 1 : 0)) * proof.home[home]
    }
    return bound
  }

  private func solution(
    _ found: LayeredOptimum, unfilled: Int, weight: Int, mustFillProof: StageProof
  ) -> StagedSolution {
    var chosen = found.chosen
    if let forced = network.forced {
      chosen.insert(
        forced.position, at: chosen.firstIndex { $0 > forced.position } ?? chosen.endIndex)
    }
    return StagedSolution(
      chosen: chosen, mustFillUnfilled: unfilled, objective: objective(of: chosen),
      mustFillProof: mustFillProof,
      pointsProof: proof(
        of: found, mustFillLimit: limit(found, unfilled: unfilled, weight: weight)
      ) { Int(problem.pairPoints[$0]) })
  }

  /// The best plan there was time for, with what its prices prove: that no plan leaves fewer than no
  /// must-fill units unfilled, and what none that leaves as few is worth more than.
  private func unproven(_ found: LayeredOptimum, unfilled: Int, weight: Int) -> StagedSolution {
    let nothing = StageProof(
      need: problem.needs.map { _ in 0 }, person: problem.homeOfPerson.map { _ in 0 },
      home: problem.homeCapacity.map { _ in 0 }, mustFillLimit: 0)
    return StagedSolution(
      chosen: found.chosen, mustFillUnfilled: unfilled, mustFillBound: 0,
      objective: objective(of: found.chosen), bound: weight * unfilled - found.bound,
      mustFillProof: nothing,
      pointsProof: StageProof(
        need: found.needPrice.map { -$0 }, person: found.candidatePrice, home: found.homePrice,
        mustFillLimit: weight))
  }

  /// The price of one more unfilled must-fill unit: the weight where some are, else as little as proves it.
  private func limit(_ found: LayeredOptimum, unfilled: Int, weight: Int) -> Int {
    guard unfilled == 0 else { return weight }
    var limit = 0
    for (need, price) in zip(problem.needs, found.needPrice) where need.mustFill {
      limit = max(limit, price - need.penalty)
    }
    return limit
  }

  /// Prices in the terms of the problem. A chosen pair is to win exactly what it costs: what a need with
  /// several people gains by its better ones is due to them.
  private func proof(
    of found: LayeredOptimum, mustFillLimit: Int, points: (_ pair: Int) -> Int
  ) -> StageProof {
    var person = found.candidatePrice
    var need = 0
    for pair in found.chosen {
      while problem.pairStart[need + 1] <= pair { need += 1 }
      let placed = Int(problem.pairPerson[pair])
      let price = person[placed] + found.homePrice[Int(problem.homeOfPerson[placed])]
      person[placed] += max(0, found.needPrice[need] + points(pair) - price)
    }
    return StageProof(
      need: found.needPrice.map { -$0 }, person: person, home: found.homePrice,
      mustFillLimit: mustFillLimit)
  }

  /// Points of the chosen pairs minus the penalties of all units left unfilled.
  private func objective(of chosen: [Int]) -> Int {
    var points = 0
    var next = 0
    for (need, node) in problem.needs.enumerated() {
      var unfilled = node.units
      while next < chosen.count, chosen[next] < problem.pairStart[need + 1] {
        points += Int(problem.pairPoints[chosen[next]])
        unfilled -= 1
        next += 1
      }
      points -= unfilled * node.penalty
    }
    return points
  }
}
