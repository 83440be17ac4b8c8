import Domain

/// Pinned parts put one beside the other, each with the first help that fits.
///
/// Help is not taken back from an earlier pin: where pins are so many that only another choice of supervisors or
/// covers would let all stand, the last of them may be let go.
struct PinnedParts {
  private let problem: JointProblem
  private let providers: RowParts
  private var taken: [Int32: Int] = [:]
  private var out: [Int32: Set<Int32>] = [:]
  private var filled: [Int32: Int] = [:]
  private var parts: Set<Int> = []

  init(_ problem: JointProblem) {
    self.problem = problem
    providers = RowParts(problem, coefficient: -1)
  }

  /// Adds a part with all the help it asks for, or nothing at all.
  mutating func addWhole(_ part: Int) -> Bool {
    let asksForHelp = problem.links(ofPart: part).contains {
      $0.coefficient > 0 && problem.rowCapacity[Int($0.row)] == 0
    }
    // Copying is dear: what asks for nothing fits as a whole or takes nothing.
    if !asksForHelp { return add(part) }
    var whole = self
    guard whole.add(part) else { return false }
    self = whole
    return true
  }

  /// - Returns: false when it does not fit; what its help has taken is then to be thrown away.
  private mutating func add(_ part: Int) -> Bool {
    guard !parts.contains(part), fits(part) else { return false }
    parts.insert(part)
    for use in problem.uses(ofPart: part) {
      taken[use.limit, default: 0] += Int(use.amount)
      out[use.limit, default: []].insert(problem.person[part])
    }
    for link in problem.links(ofPart: part) where link.coefficient > 0 {
      if problem.rowCapacity[Int(link.row)] > 0 {
        filled[link.row, default: 0] += 1
      } else if !addHelp(forRow: Int(link.row)) {
        return false
      }
    }
    return true
  }

  private mutating func addHelp(forRow row: Int) -> Bool {
    for provider in providers.parts(ofRow: row) where !parts.contains(provider) {
      if addWhole(provider) { return true }
    }
    return false
  }

  private func fits(_ part: Int) -> Bool {
    let isWithinLimits = problem.uses(ofPart: part).allSatisfy { use in
      let capacity = Int(problem.limits[Int(use.limit)].capacity)
      guard problem.limits[Int(use.limit)].countsPeople else {
        return taken[use.limit, default: 0] + Int(use.amount) <= capacity
      }
      let others = out[use.limit, default: []]
      return others.contains(problem.person[part]) || others.count < capacity
    }
    return isWithinLimits
      && problem.links(ofPart: part).allSatisfy { link in
        let capacity = Int(problem.rowCapacity[Int(link.row)])
        return capacity == 0 || filled[link.row, default: 0] < capacity
      }
  }
}
