import Domain
import Explaining
import Matching
import Reporting
import Scoring

/// The explanation of one need of a plan, for its lead and for a program.
struct NeedExplanation {
  private let question: PlanInQuestion
  private let need: Int
  private let whyNot: WhyNot?
  private let runnersUp: [WhyNot]
  /// People who could fill it and are not chosen.
  private let others: Int

  /// - Parameters:
  ///   - person: asked about by name; nil for the runners-up.
  ///   - limit: how many runners-up.
  init(_ question: PlanInQuestion, need: Int, person: Int?, limit: Int) throws {
    self.question = question
    self.need = need
    let shortfall = Shortfall(question.work, chosen: question.chosen)
    whyNot = try person.map { try WhyNot(question, shortfall, need: need, person: $0) }
    let others = shortfall.others(for: need)
    self.others = others.count
    runnersUp =
      try person == nil
      ? others.prefix(max(0, limit)).map {
        try WhyNot(question, shortfall, need: need, person: $0)
      } : []
  }

  private var work: PlanWork { question.work }
  private var reference: String { work.need(need).reference }
  private var proposals: [Proposal] { question.plan.proposals.filter { $0.need == reference } }
  private var unfilled: Unfilled? { question.plan.unfilled.first { $0.need == reference } }

  var text: String {
    var lines = [question.heading(need), ""]
    if let whyNot { return (lines + text(of: whyNot)).joined(separator: "\n") }
    for proposal in proposals { lines += text(of: proposal) + [""] }
    if let unfilled {
      lines += [
        page("\(Phrase.count(unfilled.missing, "place")) left open. \(unfilled.because)."), "",
      ]
    }
    lines += runnersUpText
    return lines.joined(separator: "\n")
  }

  private func text(of proposal: Proposal) -> [String] {
    guard let person = question.person(proposal.person) else { return [] }
    return ["Why \(question.name(person)): \(Phrase.count(proposal.points, "point"))"]
      + table(proposal.lines) + question.companions(of: proposal).map { page($0, indent: 2) }
      + work.scorer.cautions(person: person, need: need).map { page("Note: \($0).", indent: 2) }
  }

  private var runnersUpText: [String] {
    if others == 0 {
      return proposals.isEmpty
        ? []
        : [
          page("Nobody else could: \(work.scorer.whyNobody(need: need, chosen: proposals.count)).")
        ]
    }
    if runnersUp.isEmpty { return [] }
    return ["Runners-up, and what becomes of the plan with them:"]
      + runnersUp.map {
        page(
          "- \(question.name($0.person)), \(Phrase.count($0.points ?? 0, "point")): \($0.costSentence)",
          indent: 2)
      } + question.closing
  }

  private func text(of whyNot: WhyNot) -> [String] {
    let name = question.name(whyNot.person)
    if whyNot.isChosen {
      let number = work.person(whyNot.person).number
      return ["The plan does choose \(name)."]
        + proposals.filter { $0.person == number }.flatMap { text(of: $0) }
    }
    switch whyNot.judgement {
    case .barred(let bars):
      return ["Why not \(name): barred."]
        + bars.map { page("- \($0.rule.shownName): \($0.because)", indent: 2) } + [next]
    case .eligible(let lines):
      return ["Why not \(name): they could, with \(Phrase.count(whyNot.points ?? 0, "point"))."]
        + table(lines)
        + [page(whyNot.consequence)]
        + preferred() + question.closing + [next]
    }
  }

  private var next: String {
    "What would have to change: talent explain \(question.number) \(reference) --person "
      + "\(whyNot.map { work.person($0.person).number.description } ?? "") --change"
  }

  private func preferred() -> [String] {
    proposals.compactMap { proposal in
      question.person(proposal.person).map {
        "Preferred: \(question.name($0)), \(Phrase.count(proposal.points, "point"))."
      }
    }
  }

  var json: JSON {
    [
      "plan": .int(question.number), "need": .string(reference),
      "school": .string(work.need(need).place.description),
      "chosen": .array(proposals.map(question.json(of:))),
      "missing": .int(unfilled?.missing ?? 0),
      "because": unfilled.map { .string($0.because) } ?? .null,
      "runners_up": whyNot == nil ? .array(runnersUp.map { $0.json(question) }) : .null,
      "person": whyNot.map { $0.json(question) } ?? .null,
      "held": question.held?.json ?? .null,
    ]
  }
}

/// A sentence as wide as the page.
func page(_ text: String, indent: Int = 0) -> String {
  String(
    Paragraph(text, indent: indent, hanging: indent == 0 ? 0 : indent + 2).text(
      width: Terminal.width ?? 100
    ).dropLast())
}

/// Score lines as a table, indented.
func table(_ lines: [ScoreLine]) -> [String] {
  var table = Table(
    [.init("Points", .trailing), .init("For"), .init("Because", canShrink: false)], whenEmpty: "")
  for line in lines { table.add([String(line.points), line.criterion.rawValue, line.because]) }
  return table.text(width: nil, colour: Terminal.style.isOn).split(separator: "\n").map {
    "  \($0)"
  }
}

extension PlanInQuestion {
  func heading(_ need: Int) -> String {
    let asked = work.need(need)
    return "\(asked.reference)  \(asked.spoken(at: shown(work.place(ofNeed: need).name)))"
  }
}
