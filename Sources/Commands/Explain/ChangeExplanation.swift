import Domain
import Explaining
import Reporting

/// The smallest changes that would place somebody at a need, each verified by making the plan again.
struct ChangeExplanation {
  private let question: PlanInQuestion
  private let need: Int
  private let person: Int
  private let bars: [Bar]
  private let isChosen: Bool
  private let found: [[Change]]

  init(_ question: PlanInQuestion, need: Int, person: Int) throws {
    self.question = question
    self.need = need
    self.person = person
    let work = question.work
    let reference = work.need(need).reference
    let number = work.person(person).number
    isChosen = question.outcome.lines.contains(.init(need: reference, person: number))
    let judgement = work.scorer.judge(person: person, need: need)
    if case .barred(let bars) = judgement { self.bars = bars } else { bars = [] }
    guard !isChosen else {
      found = []
      return
    }
    let chosen = question.plan.proposals.filter { $0.need == reference }
    var mine: [ScoreLine] = []
    if case .eligible(let lines) = judgement { mine = lines }
    found = try ChangeSearch(work.world, placing: person, at: need, solve: question.solve)
      .smallestChanges(
        bars: bars, milesByRoad: work.scorer.milesToReach(person: person, need: need),
        rivals: question.rivals(of: person, at: need),
        criteria: Self.criteria(mine, against: chosen.first?.lines ?? []))
  }

  /// Weights in which the person does better or worse than whoever is chosen.
  private static func criteria(
    _ mine: [ScoreLine], against theirs: [ScoreLine]
  ) -> [(Criterion, more: Bool)] {
    Criterion.allCases.compactMap { criterion in
      guard criterion != .stays, criterion != .cover else { return nil }
      let own = mine.first { $0.criterion == criterion }?.points ?? 0
      let other = theirs.first { $0.criterion == criterion }?.points ?? 0
      return own == other ? nil : (criterion, own > other)
    }
  }

  var text: String {
    let name = question.name(person)
    var lines = [question.heading(need), ""]
    if isChosen { return (lines + ["The plan does choose \(name)."]).joined(separator: "\n") }
    if !bars.isEmpty {
      lines += ["\(name) is barred now:"]
      lines += bars.map { page("- \($0.rule.shownName): \($0.because)", indent: 2) } + [""]
    }
    if found.contains([]) {
      return
        (lines + [
          page(
            "Nothing would have to be different: found by \(question.madeAgain), a plan that places \(name) here is "
              + "better than this one.")
        ]).joined(separator: "\n")
    }
    guard !found.isEmpty else {
      return
        (lines + [
          page(
            "None of the single changes that were tried would place \(name) here: more release, more days, a renewed "
              + "check or verification, further travel, somebody else's withdrawal, another weight."
          )
        ] + question.closing).joined(separator: "\n")
    }
    lines.append("The plan would place \(name) here, with nothing else different:")
    lines += found.map { changes in
      page(
        "- if \(Phrase.list(changes.map { question.spoken($0, of: person) }))", indent: 2)
    }
    lines.append(
      page(
        "Each was found by \(question.madeAgain). Every smaller step of its kind was tried in the same way, and did not do."
      ))
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    [
      "plan": .int(question.number), "need": .string(question.work.need(need).reference),
      "person": .string(question.work.person(person).number.description),
      "chosen": .bool(isChosen),
      "bars": .array(
        bars.map { ["rule": .string($0.rule.shownName), "because": .string($0.because)] }),
      "changes": .array(
        found.map { changes in
          .array(changes.map { question.json($0, of: person) })
        }),
      "held": question.held?.json ?? .null,
    ]
  }
}

extension PlanInQuestion {
  /// People of the plan whose withdrawal could make room: those at the need, then others of the same home.
  func rivals(of person: Int, at need: Int) -> [Int] {
    let reference = work.need(need).reference
    let here = plan.proposals.filter { $0.need == reference }
    let home = work.person(person).home
    let companions =
      here.compactMap(\.supervision?.person) + here.flatMap { $0.covers.map(\.person) }
    let atHome = plan.proposals.map(\.person).filter {
      home != nil && self.person($0).map { work.person($0).home } == home
    }
    var seen: Set<Int> = [person]
    return (here.map(\.person) + atHome + companions).compactMap(self.person).filter {
      seen.insert($0).inserted
    }
  }
}
