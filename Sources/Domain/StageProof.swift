/// The prices that prove one stage of a plan optimal, in the terms of `MatchingProblem`.
///
/// Every price of a person, a home and the must-fill limit is 0 or more. For every pair,
/// `need + person + home(person) >= points`; for every need, `need + (mustFill ? limit : 0) >= -penalty`.
/// Then `sum(units * need) + sum(person) + sum(capacity * home) + limit * mustFillUnfilledLimit`
/// bounds every plan from above, and equals the optimal plan's objective.
public struct StageProof: Hashable, Sendable {
  /// Marginal points of one more unit asked by a need: any sign.
  public var need: [Int]
  public var person: [Int]
  public var home: [Int]
  /// The price of letting one more must-fill unit go unfilled; 0 in the first stage.
  public var mustFillLimit: Int

  public init(need: [Int], person: [Int], home: [Int], mustFillLimit: Int) {
    self.need = need
    self.person = person
    self.home = home
    self.mustFillLimit = mustFillLimit
  }
}
