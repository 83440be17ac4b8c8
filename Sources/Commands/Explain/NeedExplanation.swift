import Domain
import Explaining
import Reporting

/// Everything said about one need of a plan.
struct NeedExplanation {
  private let plan: Plan
  private let work: PlanWork
  private let need: Int
  private let solution: StagedSolution
  private let explainer: PlanExplainer
  private var runnersUp: [Alternative]?
  private var whyNot: WhyNot?

  private struct WhyNot {
    let person: Int
    let judgement: Judgement
    let isChosen: Bool
    let alternative: Alternative?
  }

  init(_ plan: Plan, _ work: PlanWork, need: Int, _ solution: StagedSolution) {
    self.plan = plan
    self.work = work
    self.need = need
    self.solution = solution
    explainer = work.explainer(of: solution)
  }

  mutating func addRunnersUp(limit: Int) throws {
    runnersUp = try work.forcing(from: solution) {
      try explainer.alternatives(for: need, limit: limit, forcing: $0)
    }
  }

  mutating func addWhyNot(_ person: Int) throws {
    let judgement = work.scorer.judge(person: person, need: need)
    let pair = work.model.pair(need: need, person: person)
    let isChosen = pair.map { explainer.chosen(for: need).contains($0) } ?? false
    whyNot = WhyNot(
      person: person, judgement: judgement, isChosen: isChosen,
      alternative: isChosen ? nil : try pair.map(alternative))
  }

  private func alternative(_ pair: Int) throws -> Alternative {
    try work.forcing(from: solution) { try explainer.alternative(pair, forcing: $0) }
  }

  private var reference: String { work.need(need).reference }
  private var proposals: [Proposal] { plan.proposals.filter { $0.need == reference } }
  private var unfilled: Unfilled? { plan.unfilled.first { $0.need == reference } }
  private func name(_ person: Int) -> String {
    let candidate = work.person(person)
    let home = work.home(ofPerson: person).map { " of \(shown($0.name))" } ?? ""
    return "\(candidate.number) \(shown(candidate.name))\(home)"
  }

  var text: String {
    var lines = [
      "\(reference)  \(work.need(need).spoken(at: shown(work.place(ofNeed: need).name)))", "",
    ]
    if let whyNot { return (lines + text(of: whyNot)).joined(separator: "\n") }
    for proposal in proposals { lines += text(of: proposal) + [""] }
    if let unfilled {
      lines += [
        wrapped("\(Phrase.count(unfilled.missing, "place")) left open. \(unfilled.because)."), "",
      ]
    }
    lines += runnersUpText
    return lines.joined(separator: "\n")
  }

  private func text(of proposal: Proposal) -> [String] {
    guard let person = work.snapshot.people.firstIndex(where: { $0.number == proposal.person })
    else { return [] }
    return ["Why \(name(person)): \(Phrase.count(proposal.points, "point"))"]
      + table(proposal.lines)
      + work.scorer.cautions(person: person, need: need).map { wrapped("Note: \($0).", indent: 2) }
  }

  private func table(_ lines: [ScoreLine]) -> [String] {
    var table = Table(
      [.init("Points", .trailing), .init("For"), .init("Because", canShrink: false)], whenEmpty: "")
    for line in lines { table.add([String(line.points), line.criterion.rawValue, line.because]) }
    return table.text(width: nil, colour: Terminal.style.isOn).split(separator: "\n").map {
      "  \($0)"
    }
  }

  private func wrapped(_ text: String, indent: Int = 0) -> String {
    String(
      Paragraph(text, indent: indent, hanging: indent == 0 ? 0 : indent + 2).text(
        width: Terminal.width ?? 100
      ).dropLast())
  }

  private var runnersUpText: [String] {
    guard let runnersUp else { return [] }
    if runnersUp.isEmpty, proposals.isEmpty { return [] }
    if runnersUp.isEmpty { return ["Nobody else could: \(work.scorer.whyNobody(need: need))."] }
    return ["Runners-up, and what choosing them would cost the plan:"]
      + runnersUp.map {
        wrapped("- \(name($0.person)), \(Phrase.count($0.points, "point")): \(cost($0))", indent: 2)
      }
  }

  private func cost(_ alternative: Alternative) -> String {
    var says: String
    switch alternative.cost {
    case .none: return "no plan can place them here: their home school lets nobody more go"
    case _ where alternative.mustFillLost > 0:
      says = "\(Phrase.count(alternative.mustFillLost, "must-fill place")) would stay unfilled"
    case .some(0): says = "nothing, a plan with them is just as good and a fixed draw settled it"
    case .some(let points): says = "\(Phrase.count(points, "point")) fewer in all"
    }
    if let other = alternative.goesTo, other != need {
      says += "; the plan gives them \(work.need(other).reference)"
    }
    return says
  }

  private func text(of whyNot: WhyNot) -> [String] {
    if whyNot.isChosen {
      return ["The plan does choose \(name(whyNot.person))."]
        + proposals.filter {
          $0.person == work.person(whyNot.person).number
        }.flatMap { text(of: $0) }
    }
    switch whyNot.judgement {
    case .barred(let bars):
      return ["Why not \(name(whyNot.person)): barred."]
        + bars.map { wrapped("- \($0.rule.shownName): \($0.because)", indent: 2) }
    case .eligible(let lines):
      let points = lines.reduce(0) { $0 + $1.points }
      let price = whyNot.alternative.map(cost) ?? ""
      return ["Why not \(name(whyNot.person)): they could, with \(Phrase.count(points, "point"))."]
        + table(lines)
        + [wrapped("Choosing them would cost the plan: \(price).")]
        + preferred()
    }
  }

  private func preferred() -> [String] {
    proposals.compactMap { proposal in
      work.snapshot.people.firstIndex { $0.number == proposal.person }.map {
        "Preferred: \(name($0)), \(Phrase.count(proposal.points, "point"))."
      }
    }
  }
}

extension NeedExplanation {
  var json: JSON {
    [
      "plan": plan.number.map { .int($0) } ?? .null,
      "need": .string(reference),
      "school": .string(work.need(need).place.description),
      "chosen": .array(proposals.map(json(of:))),
      "missing": .int(unfilled?.missing ?? 0),
      "because": unfilled.map { .string($0.because) } ?? .null,
      "runners_up": runnersUp.map { .array($0.map(json(of:))) } ?? .null,
      "person": whyNot.map(json(of:)) ?? .null,
    ]
  }

  private func json(of proposal: Proposal) -> JSON {
    let person = work.snapshot.people.first { $0.number == proposal.person }
    return [
      "person": .string(proposal.person.description), "name": .string(person?.name ?? ""),
      "points": .int(proposal.points), "lines": json(of: proposal.lines),
    ]
  }

  private func json(of lines: [ScoreLine]) -> JSON {
    .array(
      lines.map {
        [
          "rule": .string($0.criterion.rawValue), "points": .int($0.points),
          "because": .string($0.because),
        ]
      })
  }

  private func json(of alternative: Alternative) -> JSON {
    [
      "person": .string(work.person(alternative.person).number.description),
      "name": .string(work.person(alternative.person).name),
      "points": .int(alternative.points),
      "cost": alternative.cost.map { .int($0) } ?? .null,
      "must_fill_lost": .int(alternative.mustFillLost),
      "goes_to": alternative.goesTo.map { .string(work.need($0).reference) } ?? .null,
    ]
  }

  private func json(of whyNot: WhyNot) -> JSON {
    var bars: [JSON] = []
    var lines: JSON = []
    switch whyNot.judgement {
    case .barred(let found):
      bars = found.map { ["rule": .string($0.rule.shownName), "because": .string($0.because)] }
    case .eligible(let found): lines = json(of: found)
    }
    return [
      "person": .string(work.person(whyNot.person).number.description),
      "name": .string(work.person(whyNot.person).name),
      "chosen": .bool(whyNot.isChosen),
      "bars": .array(bars),
      "lines": lines,
      "alternative": whyNot.alternative.map(json(of:)) ?? .null,
    ]
  }
}
