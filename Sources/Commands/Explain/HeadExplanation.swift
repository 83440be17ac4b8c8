import Domain
import Reporting

/// What a head may know of a need in a plan: who is proposed, for reasons that are nobody's secret.
///
/// Nothing in it depends on anybody's readiness, wish to leave, aspirations or hidden-from list, nor on who was
/// not chosen: two plans that choose the same people say the same, whatever is recorded in confidence. Somebody whom
/// the plan never looked at is answered for like anybody it did not choose.
struct HeadExplanation {
  private let question: PlanInQuestion
  private let need: Int
  private let person: Asked?

  /// Somebody asked about, in the plan's data or not.
  struct Asked {
    var number: PersonNumber
    var name: String
  }

  /// Criteria whose sentences speak of nothing told in confidence.
  private static let open: Set<Criterion> = [
    .specialism, .related, .phase, .context, .distance, .behaviours, .continuity,
  ]

  init(_ question: PlanInQuestion, need: Int, person: Asked?) {
    self.question = question
    self.need = need
    self.person = person
  }

  private var reference: String { question.work.need(need).reference }
  private var proposals: [Proposal] {
    question.plan.proposals.filter { $0.need == reference }
  }
  private var missing: Int {
    question.plan.unfilled.first { $0.need == reference }?.missing ?? 0
  }

  private func reasons(_ proposal: Proposal) -> [String] {
    proposal.lines.filter { Self.open.contains($0.criterion) && $0.points > 0 }.map(\.because)
  }

  private var isChosen: Bool? {
    person.map { asked in proposals.contains { $0.person == asked.number } }
  }

  var text: String {
    var lines = [question.heading(need), ""]
    if let person, isChosen == false {
      return
        (lines + [
          page(
            "The plan does not propose \(shown(person.name)) here. It weighs all needs and all "
              + "people together; whoever leads the alliance can say more.")
        ]).joined(separator: "\n")
    }
    for proposal in proposals {
      guard let index = question.person(proposal.person) else { continue }
      lines.append("Proposed: \(question.name(index))")
      lines += reasons(proposal).map { page("- \($0)", indent: 2) }
      lines += question.companions(of: proposal).map { page($0, indent: 2) } + [""]
    }
    if missing > 0 {
      lines.append(
        "\(Phrase.count(missing, "place")) left open: nobody can be proposed for it by the rules.")
    }
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    [
      "plan": .int(question.number), "need": .string(reference),
      "proposed": .array(
        proposals.map {
          [
            "person": .string($0.person.description),
            "reasons": .array(reasons($0).map { .string($0) }),
          ]
        }),
      "missing": .int(missing),
      "chosen": isChosen.map { .bool($0) } ?? .null,
    ]
  }
}
