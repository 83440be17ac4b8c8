/// What one contender showed on one instance, over all rounds.
struct ContenderResult {
  struct Round {
    let objective: Int
    let solveSeconds: Double
    let solveCPUSeconds: Double
    let peakKilobytes: Int
  }

  let name: String
  var rounds: [Round] = []
  /// Why it runs no more: it failed, took too long, or chose what is not allowed.
  var failure: String?

  init(name: String) { self.name = name }

  var objective: Int? { rounds.first?.objective }
  var solveSeconds: Double? { median(\.solveSeconds) }
  var solveCPUSeconds: Double? { median(\.solveCPUSeconds) }
  var peakMegabytes: Int? { rounds.map { $0.peakKilobytes / 1024 }.max() }

  private func median(_ value: KeyPath<Round, Double>) -> Double? {
    rounds.isEmpty ? nil : rounds.map { $0[keyPath: value] }.sorted()[rounds.count / 2]
  }
}

extension ContenderResult.Round {
  /// Reads the line of JSON; nil when it is not there or names no optimum.
  init?(_ run: ProcessRun) {
    let text = String(decoding: run.output, as: UTF8.self)
    guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix("{") }),
      line.contains("\"OPTIMAL\""), let objective = Self.field("objective", in: line),
      let seconds = Self.field("solve_s", in: line),
      let cpuSeconds = Self.field("solve_cpu_s", in: line), let whole = Int(objective)
    else { return nil }
    self.objective = whole
    solveSeconds = Double(seconds) ?? 0
    solveCPUSeconds = Double(cpuSeconds) ?? 0
    peakKilobytes = run.peakKilobytes
  }

  static func field(_ name: String, in line: Substring) -> Substring? {
    guard let start = line.ranges(of: "\"\(name)\":").first?.upperBound else { return nil }
    return line[start...].drop { $0 == " " }.prefix { $0.isNumber || "+-.eE".contains($0) }
  }
}
