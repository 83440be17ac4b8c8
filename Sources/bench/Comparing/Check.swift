import ArgumentParser

/// `bench check INSTANCE OUT`: whether what a solver wrote is allowed, and what it costs.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recompute what a matching file chose: print its cost, or why it is not allowed.",
    discussion: "Follows the rules of the instance and shares nothing with the solver.")

  @Argument(help: "The instance that was solved.") var instance: String
  @Argument(help: "What the solver wrote.") var out: String

  func run() throws {
    let check = try Self.check(instance, out)
    print(check.objective.map { "\($0)" } ?? "not allowed: \(check.complaint ?? "")")
    if check.objective == nil { throw ExitCode(1) }
  }

  static func check(_ instance: String, _ out: String) throws(InstanceError) -> MarksCheck {
    var file = try StoredFile(out)
    let marks: [Int64] = try file.take(file.remaining / 8)
    return MarksCheck(try StoredInstance(contentsOf: instance), marks)
  }
}
