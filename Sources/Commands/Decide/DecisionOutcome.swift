import Domain
import Placing
import Reporting
import Storing

/// A decision that was stored, with the placements it made: the one chosen, then its covers.
struct DecisionOutcome {
  let record: DecisionRecord
  let proposal: Proposal
  let chosen: PersonNumber
  let placements: [PlacementRecord]

  var text: String {
    guard let placement = placements.first else {
      return "\(record.need): \(record.person) declined by \(shown(record.by)). "
        + "The pair is not proposed again this school year." + freed
    }
    let over = record.overridden.map { " Overridden: \($0)." } ?? ""
    let lines = [
      "\(record.need): \(chosen) chosen by \(shown(record.by)), release pending "
        + "(placement \(placement.number)).\(over)"
    ]
    return (lines + companions(of: placement) + [closing]).joined(separator: "\n")
  }

  /// Who is free again because they were only needed for what was declined.
  private var freed: String {
    let others = proposal.covers.map(\.person) + (proposal.supervision.map { [$0.person] } ?? [])
    if others.isEmpty { return "" }
    let names = Phrase.list(others.map(\.description))
    return "\nWith it \(names) \(others.count == 1 ? "is" : "are") free again for the next plan."
  }

  private func companions(of placement: PlacementRecord) -> [String] {
    var lines = PlacementPage.supervised(placement).map { [$0] } ?? []
    for cover in placements.dropFirst() {
      lines.append(
        "\(shown(cover.need)): \(cover.person) \(shown(cover.personName)) chosen as cover "
          + "(placement \(cover.number)).")
    }
    if record.verdict == Verdict.instead.rawValue { lines += leftOut }
    let order = safeOrder
    if !order.isEmpty {
      lines.append("Agree them in this order, and let nobody move before the last:")
    }
    for (index, move) in order.enumerated() {
      lines.append(
        "  \(index + 1). \(shown(name(move.person))) \(shown(move.does)). If not: \(shown(move.otherwise))."
      )
    }
    return lines
  }

  /// What the plan had found for its own proposal and nobody has for the other.
  private var leftOut: [String] {
    var lines: [String] = []
    if let supervision = proposal.supervision,
      supervision.person != placements.first?.supervision?.person
    {
      lines.append("\(supervision.person) was to supervise \(record.person), and is free again.")
    }
    if !proposal.covers.isEmpty {
      let names = Phrase.list(proposal.covers.map(\.person.description))
      lines.append(
        "\(names) \(proposal.covers.count == 1 ? "was" : "were") to cover for \(record.person): "
          + "nobody covers the post \(chosen) leaves.")
    }
    return lines
  }

  private var closing: String {
    placements.count == 1
      ? "The home head has not agreed to anything yet."
      : "The home heads have not agreed to anything yet."
  }

  private var safeOrder: [SafeMove] {
    guard placements.count > 1 else { return [] }
    return Placing.safeOrder(of: proposal, naming: name, at: place)
  }

  private func name(_ number: PersonNumber) -> String {
    let found = placements.first { $0.person == number }
    return found.map { "\(number) \($0.personName)" } ?? number.description
  }

  private func place(_ key: PlaceKey) -> String {
    placements.first { $0.place == key }?.placeName ?? key.description
  }

  var json: JSON {
    [
      "plan": .int(record.plan), "need": .string(record.need),
      "person": .string(chosen.description), "verdict": .string(record.verdict),
      "placement": placements.first.map { .int(Int($0.number)) } ?? .null,
      "state": placements.isEmpty ? .null : "chosen, release pending",
      "by": .string(record.by), "overridden": record.overridden.map { .string($0) } ?? .null,
      "supervisor": .supervision(
        placements.first?.supervision, name: placements.first?.supervisorName),
      "covers": .array(
        placements.dropFirst().map {
          [
            "need": .string($0.need), "person": .string($0.person.description),
            "name": .string($0.personName), "placement": .int(Int($0.number)),
          ]
        }),
      "safe_order": .array(safeOrder.map(JSON.move)),
    ]
  }
}

extension JSON {
  /// Who supervises, in which designation and for how many days; null when nobody does.
  static func supervision(_ supervision: Supervision?, name: String?) -> JSON {
    guard let supervision else { return .null }
    return [
      "person": .string(supervision.person.description), "name": .optional(name),
      "role": .string(supervision.role), "days": .days(supervision.halfDays),
    ]
  }

  static func move(_ move: SafeMove) -> JSON {
    [
      "person": .string(move.person.description), "does": .string(move.does),
      "otherwise": .string(move.otherwise),
    ]
  }
}
