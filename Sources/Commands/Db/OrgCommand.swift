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
    commandName: "list", abstract: "List them; * marks the one you work for.")

  @OptionGroup var output: Output

  func run() throws {
    let organisations = try Session().storeOfAnybody().organisations(
      chosen: ChosenOrganisation.name())
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
    guard !name.allSatisfy(\.isWhitespace) else {
      throw Failure(
        .usage, "an organisation has a name\n  Try: talent org add 'Wexcombe Alliance'")
    }
    let name = try Typed.words(name, for: "the name", atMost: 200)
    try Session().storeOfAnybody().addOrganisation(name)
    try Terminal.print("Added \(shown(name)). To work for it: talent org use '\(shown(name))'")
  }
}

struct OrgUse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Work for another organisation from now on.",
    discussion: "The choice is your own: on a shared database nobody else is switched.")

  @Argument(help: "Its name.") var name: String

  func run() throws {
    let store = try Session().store(of: name)
    try ChosenOrganisation.choose(store.organisationName)
    try Terminal.print("Your commands now act for \(shown(store.organisationName)).")
  }
}
