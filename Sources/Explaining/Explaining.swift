import Domain

/// Why this person, why not me: answers over a plan's problem, each verified by solving again.
///
/// The room knows no solver: it is handed `forcing`, which finds what the best plan that contains a pair is
/// worth.
/// What choosing somebody would cost the plan is the difference of two solved objectives, never a
/// reduced cost, which is only a lower bound.
public struct PlanExplainer: Sendable {
  /// The worth of the best plan that contains a pair, nil when no plan can; by the pair's position.
  public typealias Forcing = (_ pair: Int) throws -> (mustFillUnfilled: Int, objective: Int)?

  let problem: MatchingProblem
  let solution: StagedSolution
  /// The need the plan gave each person; -1 for none.
  private let needOfChosenPerson: [Int32]
  /// Placements the plan takes out of each home.
  private let outOfHome: [Int]

  public init(_ problem: MatchingProblem, _ solution: StagedSolution) {
    self.problem = problem
    self.solution = solution
    var needs = [Int32](repeating: -1, count: problem.homeOfPerson.count)
    var out = [Int](repeating: 0, count: problem.homeCapacity.count)
    var need = 0
    for pair in solution.chosen {
      while problem.pairStart[need + 1] <= pair { need += 1 }
      needs[Int(problem.pairPerson[pair])] = Int32(need)
      out[Int(problem.homeOfPerson[Int(problem.pairPerson[pair])])] += 1
    }
    needOfChosenPerson = needs
    outOfHome = out
  }

  /// Positions of the pairs the plan chose for a need.
  public func chosen(for need: Int) -> [Int] {
    (problem.pairStart[need]..<problem.pairStart[need + 1]).filter {
      needOfChosenPerson[Int(problem.pairPerson[$0])] == need
    }
  }

  /// The need the plan gave a person, nil when none.
  public func need(of person: Int) -> Int? {
    let need = needOfChosenPerson[person]
    return need < 0 ? nil : Int(need)
  }

  /// Those who could fill the need and were not chosen, most points first, each with what choosing
  /// them would cost the plan.
  ///
  /// - Complexity: one forcing for each of the `limit` alternatives.
  public func alternatives(
    for need: Int, limit: Int, forcing: Forcing
  ) throws -> [Alternative] {
    try others(for: need, limit: limit).map { try alternative($0, forcing: forcing) }
  }

  /// One eligible pair that was not chosen, solved with the pair forced.
  public func alternative(_ pair: Int, forcing: Forcing) throws -> Alternative {
    let person = Int(problem.pairPerson[pair])
    let points = Int(problem.pairPoints[pair])
    let forced = try forcing(pair)
    return Alternative(
      pair: pair, person: person, points: points, goesTo: need(of: person),
      cost: forced.map { solution.objective - $0.objective },
      mustFillLost: forced.map { $0.mustFillUnfilled - solution.mustFillUnfilled } ?? 0)
  }

  /// Why a need with people who could fill it stays short: where they go, or what holds them.
  ///
  /// At most `limit` of them, most points first.
  ///
  /// - Complexity: linear in the people who could fill it, times `limit`.
  public func held(for need: Int, limit: Int) -> [HeldPerson] {
    others(for: need, limit: limit).map { pair in
      let person = Int(problem.pairPerson[pair])
      if let need = self.need(of: person) { return HeldPerson(person: person, by: .need(need)) }
      let home = Int(problem.homeOfPerson[person])
      if usedUp(home) { return HeldPerson(person: person, by: .release) }
      return HeldPerson(person: person, by: .tooFewPoints)
    }
  }

  /// The pairs of a need that were not chosen, most points first; of equals the first in the row.
  private func others(for need: Int, limit: Int) -> [Int] {
    guard limit > 0 else { return [] }
    var best: [Int] = []
    for pair in problem.pairStart[need]..<problem.pairStart[need + 1] {
      let points = problem.pairPoints[pair]
      if best.count == limit {
        guard let last = best.last, points > problem.pairPoints[last] else { continue }
      }
      if needOfChosenPerson[Int(problem.pairPerson[pair])] == need { continue }
      if best.count == limit { best.removeLast() }
      let place = best.firstIndex { points > problem.pairPoints[$0] } ?? best.count
      best.insert(pair, at: place)
    }
    return best
  }

  private func usedUp(_ home: Int) -> Bool { outOfHome[home] >= problem.homeCapacity[home] }
}

/// Somebody who could fill a need and was not chosen for it.
public struct Alternative: Hashable, Sendable {
  public var pair: Int
  public var person: Int
  public var points: Int
  /// The need the plan gives them instead, nil when none.
  public var goesTo: Int?
  /// Points the plan would lose with them; nil when no plan can place them here.
  public var cost: Int?
  /// Must-fill places that would stay unfilled on top; comes before any points.
  public var mustFillLost: Int
}

/// What keeps somebody from a need that stays unfilled.
public struct HeldPerson: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The plan gives them another need.
    case need(Int)
    /// Their home lets nobody more go.
    case release
    /// Sending them would lose more points than leaving the need open.
    case tooFewPoints
  }

  public var person: Int
  public var by: Reason
}
