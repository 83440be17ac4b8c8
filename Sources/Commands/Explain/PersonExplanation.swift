import Domain
import Explaining
import Reporting

/// Why a plan does not give somebody more: the needs they could fill, and what bars them from the rest.
struct PersonExplanation {
  private let whole: WholePlan
  private let question: PlanInQuestion
  private let person: Int
  private let could: [(need: Int, whyNot: WhyNot)]
  private let others: Int
  /// Needs that bars keep them from, by shown rule, in the rules' order.
  private let barred: [(rule: String, needs: Int)]

  /// - Parameter person: an index into the whole plan's people.
  init(_ whole: WholePlan, _ person: Int, limit: Int) throws {
    self.whole = whole
    self.person = person
    var eligible: [(need: Int, points: Int)] = []
    var counts: [String: Int] = [:]
    for need in whole.snapshot.needs.indices {
      switch whole.scorer.judge(person: person, need: need) {
      case .eligible(let lines): eligible.append((need, lines.reduce(0) { $0 + $1.points }))
      case .barred(let bars):
        if let first = bars.first { counts[first.rule.shownName, default: 0] += 1 }
      }
    }
    let given = whole.needs(of: person)
    let free = eligible.filter { !given.contains(whole.snapshot.needs[$0.need].need.reference) }
      .sorted { ($1.points, $0.need) < ($0.points, $1.need) }
    let asked = free.prefix(max(0, limit)).map(\.need)
    let question = try whole.question(about: asked, people: [person])
    self.question = question
    let shortfall = Shortfall(question.work, chosen: question.chosen)
    let who = question.person(whole.snapshot.people[person].number)
    could = try asked.compactMap { need in
      guard let who else { return nil }
      let need = try question.at(need, whole)
      return (need, try WhyNot(question, shortfall, need: need, person: who))
    }
    others = free.count - could.count
    barred = BarRule.shownNames.compactMap { rule in counts[rule].map { (rule, $0) } }
  }

  private var name: String {
    let candidate = whole.snapshot.people[person]
    let home = candidate.home.map { " of \(shown(whole.snapshot.places[$0].name))" } ?? ""
    return "\(candidate.number) \(shown(candidate.name))\(home)"
  }

  var text: String {
    let given = whole.needs(of: person)
    let (supervises, covers) = whole.helps(person)
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
      lines += question.closing
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
      "person": .string(whole.snapshot.people[person].number.description),
      "name": .string(whole.snapshot.people[person].name),
      "given": .array(whole.needs(of: person).map { .string($0) }),
      "could": .array(
        could.map { need, whyNot in
          ["need": .string(question.work.need(need).reference), "why_not": whyNot.json(question)]
        }),
      "more": .int(others),
      "barred": .array(
        barred.map { ["rule": .string($0.rule), "needs": .int($0.needs)] }),
      "held": question.held?.json ?? .null,
    ]
  }
}
