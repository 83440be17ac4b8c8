import ArgumentParser
import Solvers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `bench solve INSTANCE [OUT]`: one line of JSON with what was found and how long each part took.
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Solve one deployment instance and print one line of JSON.")

  @Argument(help: "A DEPLOY1 file.")
  var instance: String

  @Argument(help: "Where to write the chosen edge positions, as 64-bit little-endian numbers.")
  var out: String?

  func run() throws {
    let began = seconds(CLOCK_MONOTONIC)
    let stored = try DeploymentInstance(readBytes(instance))
    let read = seconds(CLOCK_MONOTONIC)
    let deployment = try DeploymentNetwork(stored)
    let built = seconds(CLOCK_MONOTONIC)
    let builtCPU = seconds(CLOCK_PROCESS_CPUTIME_ID)
    let outcome = minimumCostFlow(deployment.network, from: deployment.start)
    let solvedCPU = seconds(CLOCK_PROCESS_CPUTIME_ID)
    let solved = seconds(CLOCK_MONOTONIC)
    let times = [
      ("read_s", read - began), ("build_s", built - read), ("solve_s", solved - built),
      ("solve_cpu_s", solvedCPU - builtCPU), ("total_s", solved - began),
    ]
    print(line(outcome, times))
    if let out, case .optimal(let found) = outcome {
      let edges = stored.candidate.indices.filter { found.flow[$0] > 0 }
      try writeBytes(edges.map { Int64($0).littleEndian }, to: out)
    }
  }

  private func line(_ outcome: FlowOutcome, _ times: [(String, Double)]) -> String {
    var fields = ["\"solver\":\"talent-network-simplex\""]
    switch outcome {
    case .optimal(let found): fields += ["\"objective\":\(found.cost)", "\"status\":\"OPTIMAL\""]
    case .infeasible: fields += ["\"objective\":null", "\"status\":\"INFEASIBLE\""]
    }
    fields += times.map { "\"\($0.0)\":\(($0.1 * 10_000).rounded() / 10_000)" }
    return "{\(fields.joined(separator: ","))}"
  }

  private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
