import ArgumentParser
import Domain
import Glibc

/// What each contender made of one joint problem within the same time, in a process of its own.
struct JointComparison {
  /// What one of them showed.
  struct Result {
    var name: String
    /// Of its plan, as checked; nil when it found none, or one that is not allowed.
    var value: Int?
    var bound: Int?
    var seconds: Double?
    var cpuSeconds: Double?
    var peakMegabytes: Int?
    /// Why there is no value.
    var failure: String?
    /// Whether that is for a plan that is not allowed, or a bound below its own plan.
    var isWrong = false
  }

  let name: String
  /// What a plan that fills nothing is worth.
  let constant: Int
  private(set) var results: [Result] = []

  var isWrong: Bool { results.contains(where: \.isWrong) }

  /// Seconds for reading, building and whatever a solver does after its time is up.
  private static let patience = 300.0

  /// - Parameters:
  ///   - scratch: where the MPS file and choices may lie for a moment.
  ///   - bench: our own program.
  init(
    _ problem: String, _ contenders: [Contender], limit: Double, scratch: String, bench: String
  ) throws {
    name = String(problem.split(separator: "/").last ?? "")
    constant = try Self.constant(problem)
    let (mps, out) = ("\(scratch)/problem.mps", "\(scratch)/chosen")
    defer { for path in [mps, out] { unlink(path) } }
    for contender in contenders {
      unlink(out)
      let command = contender.command([
        "{i}": problem, "{m}": mps, "{o}": out, "{t}": "\(limit)",
      ])
      let run = try ProcessRun(command, limitSeconds: limit + Self.patience)
      var checked: Substring?
      if access(out, R_OK) == 0 {
        let check = [bench, "joint", "check", problem, out]
        checked = Self.line(try ProcessRun(check, limitSeconds: Self.patience))
      }
      results.append(Self.result(contender.name, run, checked, limit: limit))
      if results.count == 1, contenders.count > 1 {
        try Self.export(problem, to: mps, filledBy: run, bench: bench)
      }
    }
  }

  /// The MPS file of the points stage, with as many must-fill units as ours filled.
  private static func export(
    _ problem: String, to mps: String, filledBy run: ProcessRun, bench: String
  ) throws {
    let units =
      try NamedJointProblem.all(contentsOf: problem, maximising: false)
      .first?.problem.mustFillUnits ?? 0
    let left = whole("must_fill_unfilled", in: line(run)) ?? units
    let export = try ProcessRun(
      [bench, "joint", "export", problem, mps, "--filled", "\(units - left)"])
    guard export.code == 0 else { throw ValidationError("\(problem) could not be written as MPS") }
  }

  /// - Parameter checked: what the check said of its plan; nil when there is none.
  private static func result(
    _ name: String, _ run: ProcessRun, _ checked: Substring?, limit: Double
  ) -> Result {
    let said = line(run)
    var result = Result(name: name)
    result.bound = whole("bound", in: said)
    result.seconds = ContenderResult.Round.field("solve_s", in: said).flatMap { Double($0) }
    result.cpuSeconds = ContenderResult.Round.field("solve_cpu_s", in: said).flatMap { Double($0) }
    result.peakMegabytes = run.peakKilobytes / 1024
    guard run.code == 0, !run.isOverTime, !said.isEmpty else {
      result.failure = run.isOverTime ? "did not end" : "failed, exit code \(run.code)"
      return result
    }
    guard let checked else {
      result.failure = "no plan in \(ComparisonTable.rounded(limit, 1)) s"
      return result
    }
    guard let value = whole("objective", in: checked) else {
      result.failure = checked.isEmpty ? "its plan cannot be read" : String(checked)
      result.isWrong = true
      return result
    }
    result.value = value
    if let bound = result.bound, bound < value {
      result.failure = "its bound is below its plan"
      result.isWrong = true
    }
    return result
  }

  private static func line(_ run: ProcessRun) -> Substring {
    let text = String(decoding: run.output, as: UTF8.self)
    let lines = text.split(separator: "\n")
    return lines.last { $0.hasPrefix("{") } ?? lines.last ?? ""
  }

  private static func whole(_ name: String, in line: Substring) -> Int? {
    ContenderResult.Round.field(name, in: line).flatMap { Int($0) }
  }

  private static func constant(_ path: String) throws(InstanceError) -> Int {
    try NamedJointProblem.all(contentsOf: path, maximising: false).first?.problem.constant ?? 0
  }
}

extension JointComparison {
  static let head = """
    | problem | solver | plan's value | bound | gap, % | search, s | CPU, s | peak MB | x our gap | x our s | x our MB |
    |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
    """

  /// What a bound leaves open, in hundredths of what it says a plan could win.
  func gap(_ result: Result) -> Double? {
    guard let value = result.value, let bound = result.bound, bound > constant else { return nil }
    return 100 * JointSolution.gap(objective: value, bound: bound, constant: constant)
  }

  /// A row for each contender.
  var rows: String { results.map(row).joined(separator: "\n") }

  private func row(_ result: Result) -> String {
    let gap = gap(result)
    let ours = results[0]
    var cells = [name, result.name]
    cells.append(result.failure ?? Self.shown(result.value))
    cells.append(Self.shown(result.bound))
    cells.append(gap.map { $0 == 0 ? "proven" : ComparisonTable.rounded($0, 4) } ?? "")
    cells.append(result.seconds.map { ComparisonTable.rounded($0, 2) } ?? "")
    cells.append(result.cpuSeconds.map { ComparisonTable.rounded($0, 2) } ?? "")
    cells.append(Self.shown(result.peakMegabytes))
    cells +=
      result.name == ours.name
      ? ["", "", ""]
      : [
        ComparisonTable.ratio(gap, self.gap(ours)),
        ComparisonTable.ratio(result.seconds, ours.seconds),
        ComparisonTable.ratio(
          result.peakMegabytes.map(Double.init), ours.peakMegabytes.map(Double.init)),
      ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private static func shown(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
}
