import Domain

extension JointProblem {
  /// A choice without the parts that provide what nobody asks for and win nothing: no proposal tells of them.
  ///
  /// A search that is stopped may leave some behind. What only such a part asked for goes with it.
  ///
  /// - Parameter chosen: parts within every limit and row, ascending.
  func withoutIdle(_ chosen: [Int]) -> [Int] {
    var sum = [Int](repeating: 0, count: rowCapacity.count)
    var providers: [Int32: [Int]] = [:]
    for part in chosen {
      for link in links(ofPart: part) {
        sum[Int(link.row)] += Int(link.coefficient)
        if link.coefficient < 0 { providers[link.row, default: []].append(part) }
      }
    }
    var idle: Set<Int> = []
    var inDoubt = chosen
    while let part = inDoubt.popLast() {
      guard !idle.contains(part), isIdle(part, sum) else { continue }
      idle.insert(part)
      for link in links(ofPart: part) {
        sum[Int(link.row)] -= Int(link.coefficient)
        if link.coefficient > 0 { inDoubt += providers[link.row] ?? [] }
      }
    }
    return chosen.filter { !idle.contains($0) }
  }

  /// Whether it wins nothing, and every row that it provides for is kept without it.
  private func isIdle(_ part: Int, _ sum: [Int]) -> Bool {
    guard value[part] <= 0, !isPinned[part], !mustFill[part] else { return false }
    let provided = links(ofPart: part).filter { $0.coefficient < 0 }
    return !provided.isEmpty
      && provided.allSatisfy { sum[Int($0.row)] < Int(rowCapacity[Int($0.row)]) }
  }
}
