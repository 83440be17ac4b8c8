import Reporting
import Storing

/// What is stored and a load puts other values in the place of.
struct Replacements {
  private let outcome: LoadOutcome
  private let isDryRun: Bool

  init(_ outcome: LoadOutcome, isDryRun: Bool) {
    self.outcome = outcome
    self.isDryRun = isDryRun
  }

  /// Of a dry run each, column by column; of a load where they are listed.
  var sentences: [String] {
    if outcome.updated == 0 || outcome.replacedCount == 0 { return [] }
    guard isDryRun else {
      return outcome.load.map { ["talent loads show \($0) --changes lists what it replaced."] }
        ?? []
    }
    guard let count = outcome.replacedCount else {
      return ["So many rows would change that the values they replace are not listed here."]
    }
    var lines = ["\(Phrase.count(count, "stored value")) would be replaced:"]
    for (heading, changes) in byHeading {
      lines.append("  \(heading)")
      for (change, words) in changes {
        let line = change.line.map { "line \($0), " } ?? ""
        let (was, becomes) = (shown(words.value(change.was)), shown(words.value(change.became)))
        lines.append(
          "    \(line)\(shown(change.record)): \(was) -> \(becomes.isEmpty ? "blank" : becomes)")
      }
    }
    let rest = count - outcome.replaced.count
    if rest > 0 { lines.append("  ... and \(Phrase.number(rest)) more") }
    return lines
  }

  var json: JSON {
    .array(
      outcome.replaced.map { change in
        let words = SheetWords(change)
        return [
          "line": .optional(change.line), "record": .string(change.record),
          "heading": .string(words.heading), "was": .string(words.value(change.was)),
          "becomes": .string(words.value(change.became)),
        ]
      })
  }

  /// In the order the headings are first met.
  private var byHeading: [(String, [(ReplacedValue, SheetWords)])] {
    var groups: [(String, [(ReplacedValue, SheetWords)])] = []
    for change in outcome.replaced {
      let words = SheetWords(change)
      if let at = groups.firstIndex(where: { $0.0 == words.heading }) {
        groups[at].1.append((change, words))
      } else {
        groups.append((words.heading, [(change, words)]))
      }
    }
    return groups
  }
}
