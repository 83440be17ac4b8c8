import ArgumentParser
import Domain
import Reporting
import Storing

struct PlacementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "placement", abstract: "Placements that were chosen.",
    subcommands: [
      PlacementList.self, PlacementShow.self, PlacementAdd.self, PlacementWithdraw.self,
    ])
}

struct PlacementList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List placements, the latest first.")

  @Option(help: "Only this person's (P17 or a TRN).") var person: String?
  @Option(help: "Only those of this need.") var need: String?
  @Option(help: "Only those in this state, such as 'withdrawn'.") var state: String?
  @OptionGroup var output: Output

  func validate() throws {
    if let state, !PlacementRecord.states.contains(state) {
      let known = PlacementRecord.states.map { "'\($0)'" }.joined(separator: " and ")
      throw ValidationError("there is no state '\(shown(state))': the states are \(known)")
    }
  }

  func run() throws {
    let reference = try person.map { try Typed.person($0) }
    let store = try Session().store()
    let number = try reference.map { try store.whom($0) }
    let wanted = try need.map { try store.needRecord($0).need.reference }
    let placements = try store.placements(person: number, need: wanted, state: state)
    try output.print(
      PlacementPage.table(placements, isForPeople: output.isForPeople),
      json: .array(placements.map { PlacementPage.json($0) }))
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
