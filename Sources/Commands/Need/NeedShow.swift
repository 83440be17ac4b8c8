import ArgumentParser
import Domain
import Reporting
import Storing

struct NeedShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a need and who was chosen for it.")

  @Argument(help: "Its reference, such as N017.") var reference: String
  @OptionGroup var output: Output

  func run() throws {
    let store = try Session().store()
    let need = try store.needRecord(reference)
    let placements = try store.placements(need: need.need.reference)
    if output.json {
      return try output.print(
        json: NeedPage.json(need, placements: placements))
    }
    var table = Table([.init("What"), .init("Is", canShrink: true)], whenEmpty: "")
    for (label, value) in NeedPage.facts(need) { table.add([label, value]) }
    for placement in placements {
      table.add([
        placement.isActive ? "chosen" : "earlier",
        "\(placement.personName) (\(placement.person)), placement \(placement.number), \(placement.state)",
      ])
    }
    try output.print(table, json: .null)
  }
}
