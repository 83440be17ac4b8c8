import ArgumentParser

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "What your organisation decides: rules, weights, norms, lists.",
    subcommands: [ConfigShow.self], defaultSubcommand: ConfigShow.self)
}

struct ConfigShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print every setting in force and where it comes from.",
    discussion: """
      To change one, put a file of the same name (weights.yaml, rules.yaml, ...) with just the keys \
      that differ into $XDG_CONFIG_HOME/talent, usually ~/.config/talent.
      """)

  func run() throws {
    let configuration = try Session().configuration
    _ = try configuration.policy()
    _ = try configuration.vocabulary()
    try Terminal.print(configuration.shown())
  }
}
