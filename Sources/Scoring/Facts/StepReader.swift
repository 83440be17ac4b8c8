import Domain

/// Reads which kind of need an open career step is served by: the policy's words in its text.
struct StepReader {
  private let rules: [(words: String, kind: Need.Kind)]
  /// Texts read before: steps repeat, and searching text is slow.
  private var known: [String: (deployment: Bool, secondment: Bool)] = [:]

  init(_ policy: Policy) {
    rules = policy.steps.filter { !$0.words.isEmpty }.map { ($0.words.lowercased(), $0.kind) }
  }

  mutating func served(_ steps: [String]) -> (deployment: Bool, secondment: Bool) {
    var result = (deployment: false, secondment: false)
    for step in steps {
      let read = known[step] ?? (serves(step, .deployment), serves(step, .secondment))
      known[step] = read
      result = (result.deployment || read.deployment, result.secondment || read.secondment)
    }
    return result
  }

  /// Case does not matter: `Shadow a head` holds the word `shadow`.
  func serves(_ step: String, _ kind: Need.Kind) -> Bool {
    let text = step.lowercased()
    return rules.contains { $0.kind == kind && text.contains($0.words) }
  }
}
