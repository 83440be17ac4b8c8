/// Comparisons as a Markdown table; the first contender is the yardstick of the others.
struct ComparisonTable {
  static let head = """
    | instance | solver | objective | solve, s | CPU, s | peak MB | x ours, s | x ours, CPU | x ours, MB |
    |---|---|--:|--:|--:|--:|--:|--:|--:|
    """

  /// A row for each contender.
  static func rows(_ comparison: Comparison) -> String {
    let name = comparison.instance.split(separator: "/").last ?? ""
    let ours = comparison.results[0]
    return comparison.results.map { result in
      var cells = [String(name), result.name]
      cells.append(result.failure ?? result.objective.map { "\($0)" } ?? "")
      cells.append(result.solveSeconds.map { rounded($0, 4) } ?? "")
      cells.append(result.solveCPUSeconds.map { rounded($0, 4) } ?? "")
      cells.append(result.peakMegabytes.map { "\($0)" } ?? "")
      if result.name != ours.name {
        cells.append(ratio(result.solveSeconds, ours.solveSeconds))
        cells.append(ratio(result.solveCPUSeconds, ours.solveCPUSeconds))
        cells.append(
          ratio(result.peakMegabytes.map(Double.init), ours.peakMegabytes.map(Double.init)))
      } else {
        cells += ["", "", ""]
      }
      return "| \(cells.joined(separator: " | ")) |"
    }.joined(separator: "\n")
  }

  static func ratio(_ theirs: Double?, _ ours: Double?) -> String {
    guard let theirs, let ours, ours > 0 else { return "" }
    return rounded(theirs / ours, 2)
  }

  /// So many decimals, none of them left out.
  static func rounded(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard value >= 0 else { return "-" + rounded(-value, decimals) }
    let digits = String(Int((value * scale).rounded()))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
