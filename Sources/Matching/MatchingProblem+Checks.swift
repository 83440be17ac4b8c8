import Domain
import Solvers

extension MatchingProblem {
  /// Pairs beyond this are refused, so that arcs (pairs, needs, people, homes) stay numbered in 32 bits.
  static let mostPairs = FlowNetwork.Limit.nodesAndArcs - 4 * Limit.nodes

  /// Checks shapes and bounds, so that the network built from it is one the solver takes.
  ///
  /// - Complexity: linear in pairs, people, needs and homes.
  func checkAtTheDoor() throws(MatchingError) {
    let nodes = needs.count + homeOfPerson.count + homeCapacity.count
    guard nodes <= Limit.nodes else { throw .tooManyNodes(nodes) }
    guard pairPerson.count <= Self.mostPairs else { throw .tooManyPairs(pairPerson.count) }
    try checkNeeds()
    for home in homeCapacity.indices where homeCapacity[home] < 0 {
      throw .negativeCapacity(home: home)
    }
    for person in homeOfPerson.indices
    where !homeCapacity.indices.contains(Int(homeOfPerson[person])) {
      throw .homeOutOfRange(person: person)
    }
    try checkPairs()
  }

  /// Checks that a solution speaks of as many needs, people and homes, and of pairs there are, in order.
  func checkShape(of solution: StagedSolution) throws(MatchingError) {
    for proof in [solution.mustFillProof, solution.pointsProof] {
      guard proof.need.count == needs.count, proof.person.count == homeOfPerson.count,
        proof.home.count == homeCapacity.count
      else { throw .solutionOfAnotherProblem }
    }
    var last = -1
    for pair in solution.chosen {
      guard pair > last, pairPerson.indices.contains(pair) else { throw .solutionOfAnotherProblem }
      last = pair
    }
  }

  private func checkNeeds() throws(MatchingError) {
    var units = 0
    for (index, need) in needs.enumerated() {
      guard need.units >= 1 else { throw .unitsBelowOne(need: index) }
      guard need.penalty >= 0, need.penalty < Limit.cost else {
        throw .penaltyOutOfRange(need: index)
      }
      guard need.units <= Limit.units - units else { throw .tooManyUnits }
      units += need.units
    }
  }

  private func checkPairs() throws(MatchingError) {
    guard pairStart.count == needs.count + 1, pairStart[0] == 0,
      pairStart[needs.count] == pairPerson.count, pairPoints.count == pairPerson.count
    else { throw .rowsDoNotCoverPairs }
    let people = Int32(homeOfPerson.count)
    for need in needs.indices {
      let (start, end) = (pairStart[need], pairStart[need + 1])
      guard 0 <= start, start <= end, end <= pairPerson.count else { throw .rowsDoNotCoverPairs }
      var last: Int32 = -1
      for pair in start..<end {
        guard pairPerson[pair] > last, pairPerson[pair] < people else {
          throw .personOutOfOrder(pair: pair)
        }
        guard pairPoints[pair].magnitude < Limit.cost else { throw .pointsOutOfRange(pair: pair) }
        last = pairPerson[pair]
      }
    }
  }
}
