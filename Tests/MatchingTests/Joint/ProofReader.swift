import Domain

/// Reads the evidence of a tiny problem by its definition: the most of a home is the best of all its choices.
struct ProofReader {
  let problem: JointProblem
  let value: [Int]
  let constant: Int
  /// Must-fill units that are filled at least.
  let filled: Int
  /// In points: what the plan itself is worth.
  let worth: Int
  private var isStruck: Set<Int> = []
  private var isTaken: Set<Int> = []

  init(_ problem: JointProblem, value: [Int], constant: Int, filled: Int, worth: Int) {
    self.problem = problem
    self.value = value
    self.constant = constant
    self.filled = filled
    self.worth = worth
    isTaken = Set(problem.parts.filter { problem.isPinned[$0] })
  }

  /// The bound proven, in points.
  mutating func bound(_ proof: JointProof) -> Int {
    for round in proof.strikes { strike(proof.prices[round]) }
    guard isCompleteTree(proof.leaves.map { $0.decided[...] }) else { return .max }
    return proof.leaves.reduce(worth) { most, leaf in
      let chosen = Set(leaf.decided.filter(\.isChosen).map { Int($0.part) })
      let left = Set(leaf.decided.filter { !$0.isChosen }.map { Int($0.part) })
      let found = bound(
        proof.prices[leaf.prices], isTaken.union(chosen), isStruck.union(left))
      return max(most, found.map { $0 >> 6 } ?? worth)
    }
  }

  private func isCompleteTree(_ leaves: [ArraySlice<JointProof.Decision>]) -> Bool {
    guard let first = leaves.first else { return false }
    guard let part = first.first?.part else { return leaves.count == 1 }
    guard leaves.allSatisfy({ $0.first?.part == part }) else { return false }
    return [true, false].allSatisfy { isChosen in
      isCompleteTree(leaves.filter { $0.first?.isChosen == isChosen }.map { $0.dropFirst() })
    }
  }

  private mutating func strike(_ prices: JointProof.Prices) {
    guard let whole = bound(prices, isTaken, isStruck) else { return }
    var (struck, taken): (Set<Int>, Set<Int>) = ([], [])
    for home in problem.homes {
      guard let most = most(home, prices, isTaken, isStruck) else { continue }
      for part in problem.parts(ofHome: home)
      where !isTaken.contains(part) && !isStruck.contains(part) {
        let with = self.most(home, prices, isTaken.union([part]), isStruck)
        if with.map({ (whole - most + $0) >> 6 <= worth }) ?? true { struck.insert(part) }
        let without = self.most(home, prices, isTaken, isStruck.union([part]))
        if without.map({ (whole - most + $0) >> 6 <= worth }) ?? true { taken.insert(part) }
      }
    }
    isStruck.formUnion(struck)
    isTaken.formUnion(taken)
  }

  /// In 64ths; nil when no choice stands.
  private func bound(_ prices: JointProof.Prices, _ taken: Set<Int>, _ struck: Set<Int>) -> Int? {
    var sum = 64 * constant - prices.mustFill * filled
    for (row, capacity) in problem.rowCapacity.enumerated() {
      sum += Int(capacity) * prices.row[row]
    }
    for home in problem.homes {
      guard let most = most(home, prices, taken, struck) else { return nil }
      sum += most
    }
    return sum
  }

  private func most(
    _ home: Int, _ prices: JointProof.Prices, _ taken: Set<Int>, _ struck: Set<Int>
  ) -> Int? {
    let parts = Array(problem.parts(ofHome: home))
    var best: Int?
    for choice in 0..<1 << parts.count {
      let chosen = parts.indices.filter { choice >> $0 & 1 == 1 }.map { parts[$0] }
      guard parts.allSatisfy({ !taken.contains($0) || chosen.contains($0) }),
        chosen.allSatisfy({ !struck.contains($0) }), fits(chosen, home)
      else { continue }
      let worth = chosen.reduce(0) { $0 + pricedWorth($1, prices) }
      best = max(best ?? worth, worth)
    }
    return best
  }

  private func fits(_ chosen: [Int], _ home: Int) -> Bool {
    problem.limits(ofHome: home).allSatisfy { limit in
      var (used, people) = (0, Set<Int32>())
      for part in chosen {
        for use in problem.uses(ofPart: part) where use.limit == limit {
          used += Int(use.amount)
          people.insert(problem.person[part])
        }
      }
      let rule = problem.limits[limit]
      return (rule.countsPeople ? people.count : used) <= rule.capacity
    }
  }

  private func pricedWorth(_ part: Int, _ prices: JointProof.Prices) -> Int {
    problem.links(ofPart: part).reduce(
      64 * value[part] + (problem.mustFill[part] ? prices.mustFill : 0)
    ) { $0 - Int($1.coefficient) * prices.row[Int($1.row)] }
  }
}
