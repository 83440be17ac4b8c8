import ArgumentParser
import Checking
import Domain
import Glibc
import Matching

/// `bench joint solve FILE`: one line of JSON for each problem in it.
struct JointSolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solve joint problems, check them and print a line of JSON for each.",
    discussion: """
      A file holds one joint problem (p joint, as bench joint generate writes it), or generalised-assignment \
      problems in the form of OR-Library. Those are minimised with every job assigned (the a, b, c, d and e \
      files), or with --maximise as the gap files are.
      """)

  @Argument(help: "The file.") var path: String
  @Flag(help: "Generalised assignment: the most instead of the least.") var maximise = false
  @Option(help: "Stop after so many seconds and say what is proven by then.")
  var timeLimit: Double?
  @Option(help: "Where to write the parts chosen, one a line; of a file with one problem.")
  var chosen: String?

  func run() throws {
    let problems = try NamedJointProblem.all(contentsOf: path, maximising: maximise)
    guard chosen == nil || problems.count == 1 else {
      throw ValidationError("--chosen goes with a file of one problem")
    }
    for named in problems {
      do {
        print(try line(named))
      } catch MatchingError.malformedJoint(let reason) {
        throw InstanceError(
          file: path, problem: "holds a malformed joint problem: \(reason)",
          remedy: "correct it, or generate it again")
      }
    }
  }

  private func write(_ parts: [Int]) throws {
    guard let chosen else { return }
    var file = try WrittenFile(chosen)
    file.put(Array(parts.map { "\($0)\n" }.joined().utf8))
    try file.finish()
  }

  private func line(_ named: NamedJointProblem) throws -> String {
    let began = (wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
    let end = timeLimit.map { began.wall + $0 }
    var solution = try solveJointly(
      named.problem, isOver: { end.map { seconds(CLOCK_MONOTONIC) > $0 } ?? false })
    let wall = seconds(CLOCK_MONOTONIC) - began.wall
    let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - began.cpu
    let report = claimWhatIsShown(named.problem, &solution)
    if let objection = report.objection { throw ValidationError(objection.sentence) }
    try write(solution.chosen)
    let check = seconds(CLOCK_MONOTONIC) - began.wall - wall
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let answer = named.answer(solution)
    let gap = JointSolution.gap(
      objective: solution.objective, bound: solution.bound, constant: named.problem.constant)
    let fields: [(String, String)] = [
      ("name", "\"\(named.name)\""), ("objective", "\(answer.objective)"),
      ("bound", "\(answer.bound)"), ("gap_percent", rounded(100 * gap, 6)),
      ("must_fill_unfilled", "\(solution.mustFillUnfilled)"),
      ("must_fill_bound", "\(solution.mustFillBound)"), ("proven", "\(solution.isProven)"),
      ("parts", "\(named.problem.value.count)"), ("chosen", "\(solution.chosen.count)"),
      ("leaves", "\(solution.pointsProof.leaves.count)"),
      ("prices", "\(solution.pointsProof.prices.count)"), ("solve_s", rounded(wall, 3)),
      ("solve_cpu_s", rounded(cpu, 3)), ("check_s", rounded(check, 3)),
      ("peak_mb", "\(usage.ru_maxrss / 1024)"),
    ]
    return "{\(fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
  }

  private func rounded(_ value: Double, _ digits: Int) -> String {
    let scale = pow(10, Double(digits))
    return "\((value * scale).rounded() / scale)"
  }

  private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
