import ArgumentParser
import Domain

/// `bench joint export FILE OUT.mps|OUT.lp`: the points stage for other solvers, must-fill by a large value.
struct JointExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a joint problem as an MPS or LP file for other solvers.",
    discussion: """
      Part i is the binary column xi, to be maximised; in MPS the objective is turned round and minimised, with \
      the problem's constant as the objective row's right-hand side. A limit that counts people has a binary column \
      yLIMIT_PERSON that is 1 when one of the person's parts uses it. With --filled the must-fill units that \
      have to be filled are a row; nothing else says that must-fill comes first.
      """)

  @Argument(help: "The joint problem.") var path: String
  @Argument(help: "Where to write it: ends in .mps or .lp.") var out: String
  @Option(help: "Must-fill units to be filled at least.") var filled = 0
  @Flag(help: "Generalised assignment: the most instead of the least.") var maximise = false

  func run() throws {
    let problems = try NamedJointProblem.all(contentsOf: path, maximising: maximise)
    guard problems.count == 1, let first = problems.first else {
      throw InstanceError(
        file: path, problem: "holds \(problems.count) problems", remedy: "give a file of one")
    }
    guard out.hasSuffix(".mps") || out.hasSuffix(".lp") else {
      throw ValidationError("\(out) ends in neither .mps nor .lp")
    }
    let program = JointProgram(first.problem, filled: filled)
    var file = try WrittenFile(out)
    file.put(Array((out.hasSuffix(".mps") ? program.mps() : program.lp()).utf8))
    try file.finish()
  }
}
