import ArgumentParser
import Reporting
import Storing

struct OrgCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "org", abstract: "The organisations that own records here.",
    subcommands: [OrgList.self, OrgAdd.self, OrgUse.self], defaultSubcommand: OrgList.self)
}

struct OrgList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List them; * marks the one in use.")

  @OptionGroup var output: Output

  func run() throws {
    let organisations = try Session().store().organisations()
    var table = Table([.init(""), .init("Organisation")], whenEmpty: "No organisation.")
    for organisation in organisations {
      table.add([organisation.inUse ? "*" : " ", organisation.name])
    }
    try output.print(
      table,
      json: .array(
        organisations.map { ["name": .string($0.name), "in_use": .bool($0.inUse)] }))
  }
}

struct OrgAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an organisation.")

  @Argument(help: "Its name.") var name: String

  func run() throws {
    try Session().store().addOrganisation(name)
    try Terminal.print("Added \(shown(name)). To work for it: talent org use '\(shown(name))'")
  }
}

struct OrgUse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Work for another organisation from now on.")

  @Argument(help: "Its name.") var name: String

  func run() throws {
    try Session().store().useOrganisation(name)
    try Terminal.print("Commands now act for \(shown(name)).")
  }
}
