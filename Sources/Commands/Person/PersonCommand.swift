import ArgumentParser

struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Show, compare, add and edit people.",
    discussion: "A person is named by number (P17 or 17) or by TRN (seven digits).",
    subcommands: [
      PersonShow.self, PersonCompare.self, PersonAdd.self, PersonEdit.self, PersonMerge.self,
      PersonUnmerge.self,
    ])
}
