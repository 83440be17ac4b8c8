import ArgumentParser

/// The command line: the only room that sees the others, and the only one with a clock, files and a
/// terminal.
///
/// One file a verb: its options, then `run`, which opens a `Session`, asks the rooms, and prints
/// through `Output`. Results go to stdout, everything else to stderr. Errors become an exit code in
/// `Failure`: 0 done; 1 our fault; 2 no connection; 3 input refused; 4 not permitted or not
/// compatible; 5 conflict, stale or locked; 6 without proof; 64 usage.
public struct Talent: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "talent",
    abstract:
      "Find, match and follow school leaders: a talent pool with plans that prove themselves.",
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Every day", subcommands: [Find.self, Propose.self, Explain.self]),
      CommandGroup(
        name: "Talent manager",
        subcommands: [PersonCommand.self, DuplicatesCommand.self, ConflictCommand.self]),
      CommandGroup(
        name: "Alliance lead",
        subcommands: [
          NeedCommand.self, PlanCommand.self, Decide.self, PlacementCommand.self,
          ReleaseCommand.self, ClusterCommand.self, SchoolCommand.self,
        ]),
      CommandGroup(
        name: "Admin",
        subcommands: [
          Load.self, LoadsCommand.self, Export.self, Template.self, MapCommand.self, DbCommand.self,
          OrgCommand.self,
          ConfigCommand.self,
          Sample.self,
        ]),
    ])

  public init() {}

  /// Runs what the arguments ask for and exits with its code.
  public static func start() -> Never {
    Terminal.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
      try Terminal.finish()
      Foundationless.exit(0)
    } catch {
      Foundationless.exit(report(error))
    }
  }

  private static func report(_ error: any Error) -> Int32 {
    if let failure = Failure(error) {
      try? Terminal.finish()
      if !failure.message.isEmpty { Terminal.complain("talent: \(failure.message)") }
      return failure.code
    }
    let message = fullMessage(for: error)
    let code = exitCode(for: error)
    if code == .success {
      try? Terminal.print(message)
      try? Terminal.finish()
    } else {
      Terminal.complain(message)
    }
    return code.rawValue
  }
}
