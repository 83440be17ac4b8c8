import Domain
import Reporting

/// What one criterion gave a line in one plan and gives it in another.
///
/// What the criteria that speak of the person's own plans give (readiness, development, retention) is added
/// up, so that a change of points does not tell a change of readiness. What a line wins for staying is no
/// change of what it is worth.
struct PointsChange: Hashable {
  let rule: String
  let was: Int
  let now: Int

  /// `distance 55 instead of 43`
  var spoken: String { "\(rule) \(Phrase.number(now)) instead of \(Phrase.number(was))" }

  /// Those that differ, in the criteria's order.
  static func between(_ was: [ScoreLine], _ now: [ScoreLine]) -> [PointsChange] {
    rules.compactMap { rule in
      let change = PointsChange(rule: rule, was: points(was, rule), now: points(now, rule))
      return change.was == change.now ? nil : change
    }
  }

  private static let rules = Criterion.allCases.filter { $0 != .stays }.map(name).reduce(
    into: [String]()
  ) {
    if !$0.contains($1) { $0.append($1) }
  }

  private static func name(_ criterion: Criterion) -> String {
    switch criterion {
    case .readiness, .development, .retention: "person"
    default: criterion.rawValue
    }
  }

  private static func points(_ lines: [ScoreLine], _ rule: String) -> Int {
    lines.reduce(0) { $0 + (name($1.criterion) == rule ? $1.points : 0) }
  }
}
