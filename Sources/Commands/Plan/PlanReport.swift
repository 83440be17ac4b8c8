import Domain
import Reporting
import Storing

/// A plan as an alliance lead reads it, and as a program does.
struct PlanReport {
  static let usualLimit = 40

  private let plan: Plan
  private let work: PlanWork
  /// Proposals printed before the rest is only counted; nil prints all.
  private let limit: Int?
  private let changes: (PlanChanges, telling: ChangeTelling)?
  private let pins: [String: [PinRecord]]
  private let needs: [String: Int]
  private let people: [PersonNumber: Int]

  /// - Parameters:
  ///   - changes: what differs from the plan it was made again from, if it was.
  ///   - pins: its lines that are pinned.
  init(
    _ plan: Plan, _ work: PlanWork, limit: Int?,
    changes: (PlanChanges, telling: ChangeTelling)? = nil, pins: [PinRecord] = []
  ) {
    self.changes = changes
    self.pins = Dictionary(grouping: pins, by: \.need)
    self.plan = plan
    self.work = work
    self.limit = limit
    needs = Dictionary(
      work.snapshot.needs.enumerated().map { ($1.need.reference, $0) },
      uniquingKeysWith: { first, _ in first })
    people = Dictionary(
      work.snapshot.people.enumerated().map { ($1.number, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var json: JSON {
    guard case .object(let fields) = planJSON, let changes else { return planJSON }
    return .object(fields + changes.0.json)
  }

  private var planJSON: JSON {
    [
      "plan": plan.number.map { .int($0) } ?? .null,
      "status": .string(plan.isProven ? "optimal" : "feasible"),
      "objective": .int(plan.objective),
      "bound": .int(plan.bound),
      "gap": .number(
        JointSolution.gap(
          objective: plan.objective, bound: plan.bound, constant: work.model.problem.constant)),
      "must_fill_unfilled": .int(plan.mustFillUnfilled),
      "must_fill_bound": .int(plan.mustFillBound),
      "state": .string(plan.state.rawValue),
      "within": plan.within.map { .string($0) } ?? .null,
      "proposals": .array(plan.proposals.map(json(of:))),
      "unfilled": .array(
        plan.unfilled.map {
          [
            "need": .string($0.need), "missing": .int($0.missing),
            "priority": .string(need($0.need)?.priority.rawValue ?? ""),
            "because": .string($0.because),
          ]
        }),
      "notes": .array(plan.notes.map { .string($0) }),
    ]
  }

  private func json(of proposal: Proposal) -> JSON {
    [
      "need": .string(proposal.need),
      "school": .string(need(proposal.need)?.place.description ?? ""),
      "kind": .string(need(proposal.need)?.kind.rawValue ?? ""),
      "person": .string(proposal.person.description),
      "name": .string(person(proposal.person)?.name ?? ""),
      "points": .int(proposal.points),
      "lines": .lines(proposal.lines),
      "supervisor": .supervision(
        proposal.supervision, name: proposal.supervision.flatMap { person($0.person)?.name }),
      "covers": .array(proposal.covers.map(companions.json)),
      "safe_order": .array(companions.safeOrder(proposal).map(JSON.move)),
      "pinned_by": .optional(pin(of: proposal)?.by),
    ]
  }

  private func pin(of proposal: Proposal) -> PinRecord? {
    pins[proposal.need]?.first { $0.person == proposal.person }
  }

  private var companions: Companions {
    Companions(
      person: { person($0)?.name }, place: { work.snapshot.name(ofPlace: $0) })
  }

  private func need(_ reference: String) -> Need? { needs[reference].map { work.need($0) } }
  private func person(_ number: PersonNumber) -> Candidate? {
    people[number].map { work.person($0) }
  }

  /// Must-fill that cannot be filled comes first, then who goes where, then what stays open.
  var text: String {
    var parts = [headline]
    if let changes { parts += [""] + lines(of: changes.0, changes.telling) }
    if work.snapshot.needs.isEmpty { return parts.joined(separator: "\n") }
    parts.append("")
    let unfillable = plan.unfilled.filter { priority($0.need) == .mustFill }
    if !unfillable.isEmpty {
      parts.append(heading("Must-fill needs that cannot be filled"))
      parts += unfillable.map(paragraph(of:)) + [""]
    }
    let ordered = inOrder(plan.proposals, by: \.need)
    if !ordered.isEmpty {
      parts.append(heading("Who would go where"))
      parts += ordered.prefix(limit ?? ordered.count).map(paragraph(of:))
      parts += rest(ordered.count, noun: "proposal") + [""]
    }
    let open = inOrder(plan.unfilled.filter { priority($0.need) != .mustFill }, by: \.need)
    if !open.isEmpty {
      parts.append(heading("What stays unfilled, and why"))
      parts += open.prefix(limit ?? open.count).map(paragraph(of:))
      parts += rest(open.count, noun: "need") + [""]
    }
    if !plan.notes.isEmpty {
      parts.append(heading("To be aware of"))
      parts += plan.notes.prefix(limit ?? plan.notes.count).map { wrapped("- \($0)", hanging: 2) }
      parts += rest(plan.notes.count, noun: "note") + [""]
    }
    parts.append(proof)
    return parts.joined(separator: "\n")
  }

  private func lines(of changes: PlanChanges, _ telling: ChangeTelling) -> [String] {
    let company = changes.staying.filter(\.hasOtherCompany)
    let lines =
      changes.changed.map { ($0.need, telling.sentence($0)) }
      + company.map { ($0.need, telling.sentence($0)) }
    guard !lines.isEmpty else { return [changes.closing] }
    let told = lines.prefix(limit ?? lines.count).map { need, sentence in
      wrapped("\(need)  \(telling.ask(need))", hanging: 6) + "\n"
        + wrapped(sentence, indent: 6, hanging: 6)
    }
    let more = lines.count - told.count
    let rest = more > 0 ? ["... and \(Phrase.count(more, "more need")) with changes"] : []
    return [heading("Changed since plan \(changes.earlier)")] + told + rest + [changes.closing]
  }

  private func rest(_ count: Int, noun: String) -> [String] {
    guard let limit, count > limit else { return [] }
    let show = plan.number.map { "talent plan show \($0) --all" } ?? "--all"
    return ["... and \(Phrase.count(count - limit, "more \(noun)")); \(show) prints every one"]
  }

  private func heading(_ text: String) -> String { Terminal.style.bold(text) }

  private func wrapped(_ text: String, indent: Int = 0, hanging: Int = 0) -> String {
    String(
      Paragraph(text, indent: indent, hanging: hanging).text(width: Terminal.width ?? 100)
        .dropLast())
  }

  /// Ranked once each: comparing is what a sort does most.
  private func inOrder<Item>(_ items: [Item], by reference: (Item) -> String) -> [Item] {
    let ranks = items.map { rank(reference($0)) }
    return items.indices.sorted { ranks[$0] < ranks[$1] }.map { items[$0] }
  }

  /// Must-fill, high, normal; then by reference.
  private func rank(_ reference: String) -> (Int, Int, String) {
    let priority = priority(reference) ?? .normal
    return (
      Need.Priority.allCases.firstIndex(of: priority) ?? 0, reference.utf8.count, reference
    )
  }

  private func priority(_ reference: String) -> Need.Priority? {
    needs[reference].map { work.snapshot.needs[$0].need.priority }
  }

  private var headline: String {
    let asked = work.snapshot.needs.reduce(0) { $0 + Int($1.open) }
    let missing = plan.unfilled.reduce(0) { $0 + $1.missing }
    let place = plan.within.map { " in \(shown($0))" } ?? ""
    if asked == 0 {
      return
        "No plan\(place): there are no open needs. Try: talent need add, or talent load needs FILE"
    }
    let name = plan.number.map { "Plan \($0)" } ?? "Plan"
    return
      "\(name)\(place): \(Phrase.number(asked - missing)) of \(Phrase.count(asked, "place")) filled, "
      + "\(Phrase.number(missing)) left open."
  }

  private func paragraph(of proposal: Proposal) -> String {
    let who = person(proposal.person)
    let home = people[proposal.person].flatMap { work.home(ofPerson: $0) }?.name
    let reasons = proposal.lines.sorted { $0.points > $1.points }.prefix(2).map(\.because)
    let pinned = pin(of: proposal).map { ", \(PinPage.sentence($0))" } ?? ""
    let lines =
      [
        "\(proposal.person) \(who?.name ?? "")\(home.map { " of \($0)" } ?? ""): "
          + Phrase.count(proposal.points, "point") + pinned,
        reasons.joined(separator: "; "),
      ] + companions.sentences(proposal)
    return
      ([wrapped("\(proposal.need)  \(ask(proposal.need))", hanging: 6)]
      + lines.map { wrapped($0, indent: 6, hanging: 6) }).joined(separator: "\n")
  }

  private func paragraph(of unfilled: Unfilled) -> String {
    let missing =
      unfilled.missing > 1
      ? " (\(Phrase.count(unfilled.missing, "person", plural: "people")) missing)" : ""
    return wrapped("\(unfilled.need)  \(ask(unfilled.need))\(missing)", hanging: 6) + "\n"
      + wrapped(unfilled.because, indent: 6, hanging: 6)
  }

  private func ask(_ reference: String) -> String {
    guard let index = needs[reference] else { return "" }
    return work.need(index).spoken(at: work.place(ofNeed: index).name)
  }

  private var proof: String {
    let covered = plan.proposals.reduce(0) { $0 + $1.covers.reduce(0) { $0 + $1.points } }
    let won = plan.proposals.reduce(0) { $0 + $1.points }
    let lost =
      covered == 0 ? "places left open" : "places left open and people moved only to cover"
    let sum =
      "\(Phrase.count(won, "point")) won, \(Phrase.number(won - plan.objective)) lost for \(lost)"
    if plan.isProven {
      return wrapped(
        "Proven optimal: \(sum); no plan does better, and an independent checker agrees.")
    }
    return wrapped("Not proven the best: \(sum). \(gap)")
  }

  private var gap: String {
    let fewer = plan.mustFillUnfilled - plan.mustFillBound
    let mustFill =
      fewer > 0
      ? "Another plan might fill up to \(Phrase.count(fewer, "must-fill place")) more; of those that fill as many, "
      : ""
    let points = plan.bound - plan.objective
    if points == 0 { return mustFill + "none wins more." }
    // No percentage: that of what could be won, as in JSON, would need a sentence more.
    return Phrase.capitalised(
      "\(mustFill)none can be better by more than \(Phrase.count(points, "point")).")
  }
}
