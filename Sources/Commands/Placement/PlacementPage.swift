import Domain
import Reporting
import Storing

/// Placements as a table, as a page and as JSON.
enum PlacementPage {
  /// `5 days as SLE`, `0.6 of full time`.
  static func size(_ placement: PlacementRecord) -> String {
    switch placement.kind {
    case .deployment: "\(placement.halfDays.spoken) as \(placement.role ?? "anybody")"
    case .secondment: "secondment, \(placement.fte.spoken)"
    }
  }

  /// People see who took a choice back; programs get the bare state.
  static func table(_ placements: [PlacementRecord], isForPeople: Bool) -> Table {
    var table = Table(
      [
        .init("No", .trailing), .init("Need"), .init("Person"),
        .init("Name", canShrink: true, minimumWidth: 12),
        .init("At", canShrink: true, minimumWidth: 14),
        .init("What", canShrink: true), .init("From"), .init("To"),
        .init("State", canShrink: true, minimumWidth: 10),
      ], whenEmpty: "No placements. Try: talent decide makes one from a plan.")
    for placement in placements {
      table.add([
        "\(placement.number)", placement.need, placement.person.description, placement.personName,
        placement.placeName ?? placement.place.description, size(placement),
        placement.window.from.typed, placement.window.to.typed,
        isForPeople ? state(placement) : placement.state,
      ])
    }
    return table
  }

  /// The state, and who took the choice back.
  static func state(_ placement: PlacementRecord) -> String {
    placement.withdrawal.map { "withdrawn by \($0.by)" } ?? placement.state
  }

  static func facts(_ placement: PlacementRecord) -> [(String, String)] {
    let facts: [(String, String?)] = [
      ("placement", "\(placement.number)"), ("need", placement.need),
      (
        "at",
        placement.placeName.map { "\($0) (\(placement.place))" } ?? placement.place.description
      ),
      ("person", "\(placement.personName) (\(placement.person))"), ("what", size(placement)),
      ("window", placement.window.spoken), ("state", placement.state),
      ("chosen by", "\(placement.chosenBy) on \(placement.chosenOn.spoken)"),
      ("reason", placement.reason), ("overridden", placement.overridden),
      ("from plan", placement.plan.map { "\($0)" } ?? "none, chosen by hand"),
      ("supervisor", supervisor(placement)),
      ("covers", placement.covers.map { "the post that placement \($0) leaves" }),
      ("covered by", coveredBy(placement)),
      ("withdrawn", placement.withdrawal.map { "by \($0.by) on \($0.on.spoken): \($0.because)" }),
    ]
    return facts.compactMap { label, value in value.map { (label, $0) } }
  }

  /// `Supervised by P12 Ruth Example (1 day as SLE).`; nil when nobody supervises.
  static func supervised(_ placement: PlacementRecord) -> String? {
    placement.supervision.map {
      let name = placement.supervisorName.map { " \(shown($0))" } ?? ""
      return "Supervised by \($0.person)\(name) (\($0.halfDays.spoken) as \(shown($0.role)))."
    }
  }

  /// `Ruth Example (P12), 1 day as SLE`
  private static func supervisor(_ placement: PlacementRecord) -> String? {
    placement.supervision.map {
      "\(placement.supervisorName ?? "") (\($0.person)), \($0.halfDays.spoken) as \($0.role)"
    }
  }

  private static func coveredBy(_ placement: PlacementRecord) -> String? {
    let numbers = placement.coveredBy.map { "placement \($0)" }
    return numbers.isEmpty ? nil : Phrase.list(numbers)
  }

  static func json(_ placement: PlacementRecord) -> JSON {
    [
      "number": .int(Int(placement.number)), "need": .string(placement.need),
      "place": .string(placement.place.description), "place_name": .optional(placement.placeName),
      "person": .string(placement.person.description), "person_name": .string(placement.personName),
      "kind": .string(placement.kind.rawValue), "role": .optional(placement.role),
      "days": .days(placement.kind == .deployment ? placement.halfDays : nil),
      "fte": .fte(placement.kind == .secondment ? placement.fte : nil),
      "starts_on": .day(placement.window.from), "ends_on": .day(placement.window.to),
      "state": .string(placement.state), "chosen_by": .string(placement.chosenBy),
      "chosen_on": .day(placement.chosenOn), "reason": .optional(placement.reason),
      "overridden": .optional(placement.overridden), "plan": .optional(placement.plan),
      "supervisor": .supervision(placement.supervision, name: placement.supervisorName),
      "covers": .optional(placement.covers),
      "covered_by": .array(placement.coveredBy.map { .int(Int($0)) }),
      "withdrawn_by": .optional(placement.withdrawal?.by),
      "withdrawn_because": .optional(placement.withdrawal?.because),
      "withdrawn_on": .day(placement.withdrawal?.on),
    ]
  }
}
