import Domain
import Reporting

/// Two plans side by side, as an alliance lead reads it and as a program does.
struct PlanComparison {
  private let then: PlanData
  private let now: PlanData
  private let numbers: (then: Int, now: Int)
  private let changes: PlanChanges
  private let telling: ChangeTelling
  /// Needs of each kind printed before the rest is only counted; nil prints all.
  private let limit: Int?

  init(
    _ then: PlanData, number earlier: Int, _ now: PlanData, number later: Int,
    history: PlanHistory, limit: Int?
  ) {
    self.then = then
    self.now = now
    self.limit = limit
    numbers = (earlier, later)
    changes = PlanChanges(from: then.plan, number: earlier, to: now.plan)
    telling = ChangeTelling(then: then, now: now, history: history)
  }

  var text: String {
    var parts = [headline]
    if let scope { parts.append(wrapped(scope)) }
    for kind in Kind.allCases { parts += section(kind) }
    parts += adjustments
    if !data.isEmpty {
      parts += ["", Terminal.style.bold("What changed in the data")]
      parts += data.map { wrapped("- \($0)", hanging: 2) }
    }
    return (parts + ["", wrapped(totals), published.map { wrapped($0.spoken) }].compactMap { $0 })
      .joined(separator: "\n")
  }

  /// What a need's lines did between the plans.
  private enum Kind: String, CaseIterable {
    case changed, gone, new

    init(_ change: PlanChanges.Change) {
      self = change.went.isEmpty ? .new : change.came.isEmpty ? .gone : .changed
    }
  }

  private var headline: String {
    let counts = Kind.allCases.map { kind in
      "\(Phrase.number(changes.changed.count { Kind($0) == kind })) \(kind.rawValue)"
    }
    let other = changes.adjusted.count
    let beside = other == 0 ? "" : ", \(Phrase.number(other)) of them not quite as they were"
    return wrapped(
      "Plan \(numbers.now) beside plan \(numbers.then): \(Phrase.count(changes.stays, "line")) "
        + "\(changes.stays == 1 ? "stays" : "stay")\(beside); "
        + "needs with other people: \(Phrase.list(counts)).")
  }

  /// Said when the plans were not made for the same needs, or not under the same rules.
  private var scope: String? {
    let (old, new) = (then.plan, now.plan)
    var sentences: [String] = []
    if old.within != new.within || old.kinds != new.kinds || old.from != new.from
      || old.to != new.to
    {
      sentences.append("The plans were not made for the same choice of needs.")
    }
    if old.policy != new.policy {
      sentences.append("They were made under different rules, weights or norms.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func section(_ kind: Kind) -> [String] {
    let all = changes.changed.filter { Kind($0) == kind }
    guard !all.isEmpty else { return [] }
    let titles: [Kind: String] = [
      .changed: "Somebody else is proposed", .gone: "No longer proposed", .new: "Newly proposed",
    ]
    let told = all.prefix(limit ?? all.count).map { change in
      wrapped("\(change.need)  \(telling.ask(change.need))", hanging: 6) + "\n"
        + wrapped(telling.sentence(change), indent: 6, hanging: 6)
    }
    return ["", Terminal.style.bold(titles[kind] ?? "")] + told + rest(all.count, told.count)
  }

  private var adjustments: [String] {
    let all = changes.adjusted
    guard !all.isEmpty else { return [] }
    let told = all.prefix(limit ?? all.count).map { adjusted in
      wrapped("\(adjusted.need)  \(telling.sentence(adjusted))", hanging: 6)
    }
    return ["", Terminal.style.bold("The same people, not quite as they were")] + told
      + rest(all.count, told.count)
  }

  private func rest(_ count: Int, _ told: Int) -> [String] {
    count > told
      ? [
        "... and \(Phrase.count(count - told, "more need")); talent plan diff \(numbers.then) "
          + "\(numbers.now) --all prints every one"
      ] : []
  }

  private var data: [String] {
    SnapshotDifference(then: then.snapshot, now: now.snapshot).sentences
  }

  private var totals: String {
    let (was, points) = (then.plan.objective, now.plan.objective)
    var text = "\(Phrase.count(points, "point")) in all instead of \(Phrase.number(was))"
    text +=
      points == was
      ? ", as many." : ": \(Phrase.number(abs(points - was))) \(points > was ? "gained" : "lost")."
    let staying = now.plan.pointsForStaying - then.plan.pointsForStaying
    if staying != 0 {
      text += " Of the difference \(Phrase.number(staying)) are for lines that stay."
    }
    let (before, after) = (then.plan.mustFillUnfilled, now.plan.mustFillUnfilled)
    if before != after {
      text += " Must-fill places left open: \(after) instead of \(before)."
    }
    return text
  }

  private var published: PublishedLines? { PublishedLines(in: now) }

  private func wrapped(_ text: String, indent: Int = 0, hanging: Int = 0) -> String {
    String(
      Paragraph(text, indent: indent, hanging: hanging).text(width: Terminal.width ?? 100)
        .dropLast())
  }
}

extension Plan {
  fileprivate var pointsForStaying: Int { proposals.reduce(0) { $0 + $1.pointsForStaying } }
}

extension PlanComparison {
  var json: JSON {
    [
      "earlier": .int(numbers.then), "later": .int(numbers.now),
      "lines": .array(changes.changed.map(json) + changes.staying.map(json)),
      "totals": [
        "stays": .int(changes.stays), "adjusted": .int(changes.adjusted.count),
        "changed": .int(count(.changed)), "new": .int(count(.new)), "gone": .int(count(.gone)),
        "objective": pair(then.plan.objective, now.plan.objective),
        "points_gained": .int(now.plan.objective - then.plan.objective),
        "must_fill_unfilled": pair(then.plan.mustFillUnfilled, now.plan.mustFillUnfilled),
        "published": published?.json ?? .null,
      ],
      "other_scope_or_rules": .optional(scope),
      "data": .strings(data),
    ]
  }

  private func count(_ kind: Kind) -> Int { changes.changed.count { Kind($0) == kind } }

  private func pair(_ was: Int, _ now: Int) -> JSON { ["was": .int(was), "now": .int(now)] }

  private func json(_ change: PlanChanges.Change) -> JSON {
    [
      "need": .string(change.need), "what": .string(Kind(change).rawValue),
      "was": .array(change.was.map { json(then, change.need, $0) }),
      "now": .array(change.now.map { json(now, change.need, $0) }),
      "because": .strings(telling.reasons(change)),
    ]
  }

  private func json(_ adjusted: PlanChanges.Line) -> JSON {
    [
      "need": .string(adjusted.need), "what": adjusted.isAdjusted ? "adjusted" : "stays",
      "was": .array([json(then, adjusted.need, adjusted.was.person)]),
      "now": .array([json(now, adjusted.need, adjusted.now.person)]),
      "points": .array(
        PointsChange.between(adjusted.was.lines, adjusted.now.lines).map {
          ["rule": .string($0.rule), "was": .int($0.was), "now": .int($0.now)]
        }),
      "because": .strings(adjusted.isAdjusted ? [telling.sentence(adjusted)] : []),
    ]
  }

  private func json(_ data: PlanData, _ need: String, _ person: PersonNumber) -> JSON {
    let line = data.line(need, person)
    return [
      "person": .string(person.description),
      "name": .optional(data.name(person, withHome: false)),
      "points": .optional(line?.points),
      "supervisor": .optional(line?.supervision?.person.description),
      "covers": .strings(line?.covers.map(\.person.description) ?? []),
    ]
  }
}
