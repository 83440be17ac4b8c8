import ArgumentParser

struct NeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "need", abstract: "What schools ask for.",
    subcommands: [NeedAdd.self, NeedList.self, NeedShow.self, NeedClose.self])
}
