import ArgumentParser

/// Joint plans under all rules: problems made, solved, and written for other solvers.
struct Joint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make, solve, export and compare problems of the joint plan under all rules.",
    subcommands: [
      JointGenerate.self, JointSolve.self, JointExport.self, JointCheck.self, JointCompare.self,
    ])
}

/// `bench joint generate OUT`: a function of its arguments and nothing else.
struct JointGenerate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a joint problem under all rules.")

  @OptionGroup var request: JointRequest
  @Argument(help: "Where to write it, as text.") var out: String

  func run() throws {
    var generator = JointGenerator(request)
    try generator.problem().write(to: out)
  }
}
