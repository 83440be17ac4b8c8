import ArgumentParser
import Glibc
import Solvers

/// `bench solve INSTANCE [OUT]`: one line of JSON with what was found and how long each part took.
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Solve a stored instance and print one line of JSON.",
    discussion: StoredInstance.formats)

  @Argument(help: "A flow or an assignment in one of the forms below.")
  var instance: String

  @Argument(
    help: """
      Where to write what was chosen, as 64-bit little-endian numbers: the positions of the chosen edges \
      (DEPLOY1), the column of each row from 0 or -1 (assignments), the flow of each arc (p min).
      """)
  var out: String?

  @Flag(help: "Find the dearest assignment instead of the cheapest.")
  var maximise = false

  func run() throws {
    let began = seconds(CLOCK_MONOTONIC)
    let stored = try StoredInstance(contentsOf: instance, maximising: maximise)
    let read = seconds(CLOCK_MONOTONIC)
    let prepared = try prepare(stored)
    let solver = prepared.solver
    let built = seconds(CLOCK_MONOTONIC)
    let builtCPU = seconds(CLOCK_PROCESS_CPUTIME_ID)
    let answer = try prepared.solve()
    let solvedCPU = seconds(CLOCK_PROCESS_CPUTIME_ID)
    let solved = seconds(CLOCK_MONOTONIC)
    let times = [
      ("read_s", read - began), ("build_s", built - read), ("solve_s", solved - built),
      ("solve_cpu_s", solvedCPU - builtCPU), ("total_s", solved - began),
    ]
    print(line(solver, answer, times))
    if let out, case .optimal(_, let marks) = answer { try writeMarks(marks(), to: out) }
  }

  private func prepare(_ stored: StoredInstance) throws -> PreparedSolve {
    do { return try PreparedSolve(stored) } catch {
      throw InstanceError(
        file: instance, problem: "cannot be solved: \(error)",
        remedy: "count costs and capacities in larger units")
    }
  }

  private func line(
    _ solver: String, _ answer: SolveAnswer, _ times: [(String, Double)]
  ) -> String {
    let objective = answer.objective.map { "\($0)" } ?? "null"
    var fields = [
      "\"solver\":\"\(solver)\"", "\"objective\":\(objective)", "\"status\":\"\(answer.status)\"",
    ]
    fields += times.map { "\"\($0.0)\":\(($0.1 * 1_000_000).rounded() / 1_000_000)" }
    return "{\(fields.joined(separator: ","))}"
  }

  private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
