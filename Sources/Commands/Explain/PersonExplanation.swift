import Domain
import Explaining
import Reporting

/// Why a plan does not give somebody more: the needs they could fill, and what bars them from the rest.
struct PersonExplanation {
  private let question: PlanInQuestion
  private let person: Int
  private let could: [(need: Int, whyNot: WhyNot)]
  private let others: Int
  /// Needs that bars keep them from, by shown rule, in the rules' order.
  private let barred: [(rule: String, needs: Int)]

  init(_ question: PlanInQuestion, _ person: Int, limit: Int) throws {
    self.question = question
    self.person = person
    let work = question.work
    let shortfall = Shortfall(work, chosen: question.chosen)
    var eligible: [(need: Int, points: Int)] = []
    var counts: [String: Int] = [:]
    for need in work.snapshot.needs.indices {
      switch work.scorer.judge(person: person, need: need) {
      case .eligible(let lines): eligible.append((need, lines.reduce(0) { $0 + $1.points }))
      case .barred(let bars):
        if let first = bars.first { counts[first.rule.shownName, default: 0] += 1 }
      }
    }
    let given = question.needs(of: person)
    let free = eligible.filter { !given.contains(work.need($0.need).reference) }
      .sorted { ($1.points, $0.need) < ($0.points, $1.need) }
    could = try free.prefix(max(0, limit)).map {
      ($0.need, try WhyNot(question, shortfall, need: $0.need, person: person))
    }
    others = free.count - could.count
    barred = BarRule.shownNames.compactMap { rule in counts[rule].map { (rule, $0) } }
  }

  var text: String {
    let given = question.needs(of: person)
    let name = question.name(person)
    let (supervises, covers) = question.helps(person)
    let helps = !supervises.isEmpty || !covers.isEmpty
    var lines = [
      given.isEmpty
        ? "The plan places \(name) at no need\(helps ? " of their own" : "")."
        : "The plan places \(name) at \(Phrase.list(given))."
    ]
    if !supervises.isEmpty { lines.append("They supervise at \(Phrase.list(supervises)).") }
    if !covers.isEmpty { lines.append("They cover a post for \(Phrase.list(covers)).") }
    if could.isEmpty {
      lines.append("There is no \(given.isEmpty ? "" : "other ")need they could fill.")
    } else {
      lines += ["", "Needs they could fill, and what becomes of the plan with them:"]
      for (need, whyNot) in could {
        lines.append(
          page(
            "- \(question.heading(need)): \(Phrase.count(whyNot.points ?? 0, "point")). "
              + (whyNot.cost == nil ? "" : "\(Phrase.capitalised(whyNot.held ?? "")). ")
              + whyNot.consequence,
            indent: 2))
      }
      if others > 0 {
        lines.append("  ... and \(Phrase.count(others, "more need")); --runners-up shows more")
      }
    }
    if !barred.isEmpty {
      lines += ["", "What keeps them from the rest, by the first rule that bars them:"]
      lines += barred.map { "  \($0.rule): \(Phrase.count($0.needs, "need"))" }
    }
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    [
      "plan": .int(question.number),
      "person": .string(question.work.person(person).number.description),
      "name": .string(question.work.person(person).name),
      "given": .array(question.needs(of: person).map { .string($0) }),
      "could": .array(
        could.map { need, whyNot in
          ["need": .string(question.work.need(need).reference), "why_not": whyNot.json(question)]
        }),
      "more": .int(others),
      "barred": .array(
        barred.map { ["rule": .string($0.rule), "needs": .int($0.needs)] }),
    ]
  }
}
