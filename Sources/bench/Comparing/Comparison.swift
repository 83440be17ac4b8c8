import ArgumentParser
import Glibc

/// Runs contenders on one instance in turn, round after round, each time in a fresh process.
struct Comparison {
  let instance: String
  private(set) var results: [ContenderResult]

  /// - Parameters:
  ///   - scratch: where matching files may lie for a moment.
  ///   - checker: `bench check`, to be followed by an instance and a matching file.
  init(
    _ instance: String, _ contenders: [Contender], rounds: Int, limitSeconds: Double,
    scratch: String, checker: [String]
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
          if round == 0 { results[index].failure = try complaint(out, shown.objective, checker) }
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

  /// What is wrong with a matching file; nil when nothing is, or when none was written.
  ///
  /// Looked at in another process: what this one holds would count in the peaks of those it starts.
  private func complaint(
    _ out: String, _ objective: Int, _ checker: [String]
  ) throws -> String? {
    guard access(out, R_OK) == 0 else { return nil }
    let run = try ProcessRun(checker + [instance, out], limitSeconds: 600)
    let verdict = String(decoding: run.output, as: UTF8.self).split(separator: "\n").last ?? ""
    guard let found = Int(verdict) else {
      return verdict.isEmpty ? "its choice cannot be read" : String(verdict)
    }
    return found == objective ? nil : "its choice costs \(found)"
  }
}
