import ArgumentParser
import Domain
import Reporting
import Storing

struct PlacementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "placement", abstract: "Placements that were chosen.",
    subcommands: [PlacementList.self, PlacementShow.self])
}

struct PlacementList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List placements, the latest first.")

  @Option(help: "Only this person's (P17 or a TRN).") var person: String?
  @Option(help: "Only those of this need.") var need: String?
  @Option(help: "Only those in this state, such as 'withdrawn'.") var state: String?
  @OptionGroup var output: Output

  func run() throws {
    let reference = try person.map { try Typed.person($0) }
    let store = try Session().store()
    let number = try reference.map { try store.person($0) }
    let wanted = try need.map { try store.needRecord($0).need.reference }
    let placements = try store.placements(person: number, need: wanted, state: state)
    try output.print(
      PlacementPage.table(placements), json: .array(placements.map { PlacementPage.json($0) }))
  }
}

struct PlacementShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one placement.")

  @Argument(help: "Its number.") var number: Int
  @OptionGroup var output: Output

  func run() throws {
    let number = try Typed.whole(number, for: "the number", in: 1...Int(Int32.max))
    let placement = try Session().store().placement(number)
    if output.json { return try output.print(json: PlacementPage.json(placement)) }
    var table = Table([.init("What"), .init("Is", canShrink: true)], whenEmpty: "")
    for (label, value) in PlacementPage.facts(placement) { table.add([label, value]) }
    try output.print(table, json: .null)
  }
}

/// Placements as a table, as a page and as JSON.
enum PlacementPage {
  /// `5 days as SLE`, `0.6 of full time`.
  static func size(_ placement: PlacementRecord) -> String {
    switch placement.kind {
    case .deployment: "\(placement.halfDays.spoken) as \(placement.role ?? "anybody")"
    case .secondment: "secondment, \(placement.fte.spoken)"
    }
  }

  static func table(_ placements: [PlacementRecord]) -> Table {
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
        placement.window.from.typed, placement.window.to.typed, placement.state,
      ])
    }
    return table
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
      ("reason", placement.reason), ("from plan", placement.plan.map { "\($0)" }),
    ]
    return facts.compactMap { label, value in value.map { (label, $0) } }
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
      "plan": .optional(placement.plan),
    ]
  }
}
