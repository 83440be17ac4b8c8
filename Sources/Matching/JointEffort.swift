import Domain

/// How much the search for a joint plan may do, counted in work, so that runs repeat exactly.
public struct JointEffort: Hashable, Sendable {
  /// Evaluations of the whole bound at most.
  public var evaluations: Int
  /// Changes of a plan that are tried at most, each with what it displaces.
  public var changes: Int
  /// Homes solved in neighbourhoods at most.
  public var neighbourhoods: Int
  /// Homes solved at most in the tree that closes what is left of the gap.
  public var closing: Int

  public init(evaluations: Int, changes: Int, neighbourhoods: Int, closing: Int) {
    self.evaluations = evaluations
    self.changes = changes
    self.neighbourhoods = neighbourhoods
    self.closing = closing
  }

  /// For a plan made once: seconds on a county's problems, about a minute on a country's.
  public static func once(_ problem: JointProblem) -> JointEffort {
    guard problem.value.count < 200_000 else {
      return JointEffort(
        evaluations: 400, changes: 8_000_000, neighbourhoods: 4_000_000, closing: 100_000)
    }
    // Of few parts in a home each round is short, and a country needs many.
    let isCountry = problem.homes.count >= 1_000
    return JointEffort(
      evaluations: 600, changes: isCountry ? 8_000_000 : 5_000_000,
      neighbourhoods: 8_000_000, closing: 2_000_000)
  }

  /// For a piece of a plan made again many times over: hundredths of a second.
  public static let piece = JointEffort(
    evaluations: 120, changes: 10_000, neighbourhoods: 5_000, closing: 200)

  /// For a plan made again with something different: nearly as once where that is quick.
  public static func again(_ problem: JointProblem) -> JointEffort {
    guard problem.value.count < 50_000 else {
      return JointEffort(
        evaluations: 60, changes: 100_000, neighbourhoods: 100_000, closing: 50_000)
    }
    var effort = once(problem)
    effort.changes = 2_000_000
    return effort
  }
}
