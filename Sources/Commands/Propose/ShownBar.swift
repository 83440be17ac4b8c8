import Domain

/// The bar that is told of somebody to others.
///
/// A conflict, a wish not to be seen at a school and a readiness are told apart nowhere: of somebody who meets
/// nothing else it is said that they are not available, and of somebody who does, the other bar.
struct ShownBar {
  /// As in `--override`; `unavailable` for what is not told apart.
  let name: String
  let because: String

  /// Nil for somebody who meets none.
  init?(_ judgement: Judgement) {
    guard case .barred(let bars) = judgement, !bars.isEmpty else { return nil }
    if let bar = bars.first(where: { !Self.confidential.contains($0.rule) }) {
      name = bar.rule.shownName
      because = bar.because
    } else {
      name = BarRule.hidden.shownName
      because = "Not available for this need"
    }
  }

  private static let confidential: Set<BarRule> = [.readiness, .conflict, .hidden]
}
