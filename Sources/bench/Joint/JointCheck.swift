import ArgumentParser
import Checking
import Domain

/// `bench joint check FILE CHOSEN`: whether the parts somebody chose are a plan, and what it is worth.
struct JointCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check parts chosen by any solver: print the plan's value and must-fill units left.")

  @Argument(help: "The joint problem.") var path: String
  @Argument(help: "The parts chosen, one a line, in any order.") var chosen: String

  func run() throws {
    let problems = try NamedJointProblem.all(contentsOf: path, maximising: false)
    guard problems.count == 1, let problem = problems.first?.problem else {
      throw InstanceError(
        file: path, problem: "holds \(problems.count) problems", remedy: "give a file of one")
    }
    var file = try StoredFile(chosen)
    let text = String(decoding: try file.take(file.remaining) as [UInt8], as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace)
    let parts = words.compactMap { Int($0) }
    guard parts.count == words.count else {
      throw InstanceError(
        file: chosen, problem: "holds other than parts",
        remedy: "give the numbers of the parts, one a line")
    }
    let plan = Self.plan(of: problem, parts.sorted())
    if let complaint = Self.complaint(problem, plan) {
      print("not allowed: \(complaint)")
      throw ExitCode(1)
    }
    print("{\"objective\":\(plan.objective),\"must_fill_unfilled\":\(plan.mustFillUnfilled)}")
  }

  /// Parts with the least of proofs: at no prices at all.
  static func plan(of problem: JointProblem, _ parts: [Int]) -> JointSolution {
    let known = parts.filter(problem.parts.contains)
    let free = JointProof(
      prices: [.init(row: problem.rowCapacity.map { _ in 0 })], strikes: [],
      leaves: [.init(decided: [], prices: 0)])
    return JointSolution(
      chosen: parts, mustFillUnfilled: problem.mustFillUnits - known.count { problem.mustFill[$0] },
      mustFillBound: 0, objective: known.reduce(problem.constant) { $0 + Int(problem.value[$1]) },
      bound: .max, mustFillProof: .notNeeded, pointsProof: free)
  }

  static func complaint(_ problem: JointProblem, _ plan: JointSolution) -> String? {
    var plan = plan
    return claimWhatIsShown(problem, &plan).objection?.sentence
  }
}
