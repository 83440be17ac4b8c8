import ArgumentParser
import Glibc

/// Runs contenders on one instance in turn, round after round, each time in a fresh process.
struct Comparison {
  let instance: String
  private(set) var results: [ContenderResult]

  /// - Parameter scratch: where matching files may lie for a moment.
  init(
    _ instance: String, _ contenders: [Contender], rounds: Int, limitSeconds: Double,
    scratch: String
  ) throws {
    self.instance = instance
    results = contenders.map { ContenderResult(name: $0.name) }
    for round in 0..<rounds {
      for (index, contender) in contenders.enumerated() where results[index].failure == nil {
        let out = "\(scratch)/marks"
        unlink(out)
        let command = contender.command(instance: instance, out: out)
        let run = try ProcessRun(command, limitSeconds: limitSeconds)
        if let shown = ContenderResult.Round(run), run.code == 0, !run.isOverTime {
          results[index].rounds.append(shown)
          if round == 0 { results[index].failure = try complaint(out, shown.objective) }
        } else {
          results[index].failure =
            run.isOverTime ? "over \(Int(limitSeconds)) s" : "failed, exit code \(run.code)"
        }
      }
    }
    unlink("\(scratch)/marks")
  }

  /// The objectives differ, or a choice was not what was said of it.
  var isInDispute: Bool {
    Set(results.compactMap(\.objective)).count > 1
      || results.contains { !$0.rounds.isEmpty && $0.failure?.hasPrefix("over") == false }
  }

  private func complaint(_ out: String, _ objective: Int) throws -> String? {
    guard access(out, R_OK) == 0 else { return nil }
    var file = try StoredFile(out)
    let marks: [Int64] = try file.take(file.remaining / 8)
    let check = MarksCheck(try StoredInstance(contentsOf: instance), marks)
    if let complaint = check.complaint { return "not allowed: \(complaint)" }
    return check.objective == objective ? nil : "its choice costs \(check.objective ?? 0)"
  }
}
