import Domain

extension JointStage {
  /// Sizes and signs of every set of prices, used or not.
  func checkPrices() throws(Objection) {
    for (set, prices) in proof.prices.enumerated() {
      guard prices.row.count == problem.rowCapacity.count else {
        throw Objection(.prices(stage, set), "there is not one price for each row")
      }
      for row in prices.row.indices where !isPrice(prices.row[row]) {
        throw Objection(.row(row), "its price in set \(set) of \(name) is below 0 or too large")
      }
      guard isPrice(prices.mustFill), stage == .points || prices.mustFill == 0 else {
        throw Objection(
          .prices(stage, set), "the price of a must-fill unit is out of range for this stage")
      }
      try checkSplits(prices, set)
    }
  }

  private func isPrice(_ price: Int) -> Bool { (0..<JointProblem.Bound.price).contains(price) }

  private func checkSplits(_ prices: JointProof.Prices, _ set: Int) throws(Objection) {
    var last: Int32 = -1
    for home in prices.splitHomes {
      guard home > last, problem.homes.contains(Int(home)) else {
        throw Objection(
          .prices(stage, set), "the split homes are not in order, or one does not exist")
      }
      last = home
    }
    last = -1
    var split = prices.splitHomes[...]
    for limit in prices.limits {
      guard limit.limit > last, problem.limits.indices.contains(Int(limit.limit)) else {
        throw Objection(
          .prices(stage, set), "the priced limits are not in order, or one does not exist")
      }
      last = limit.limit
      let home = outline.homeOfLimit[Int(limit.limit)]
      while let first = split.first, first < home { split.removeFirst() }
      guard isPrice(limit.price), split.first != home || outline.isShared[Int(limit.limit)] else {
        throw Objection(
          .limit(Int(limit.limit)),
          "it is priced in set \(set) of \(name) out of range, or in a split home without being shared"
        )
      }
    }
  }

  /// Strikes and leaves name prices and parts that exist.
  func checkPositions() throws(Objection) {
    for strike in proof.strikes where !proof.prices.indices.contains(strike) {
      throw Objection(.stage(stage), "a strike names prices that do not exist")
    }
    guard !proof.leaves.isEmpty else {
      throw Objection(.stage(stage), "the proof bounds no case")
    }
    for (index, leaf) in proof.leaves.enumerated() {
      guard proof.prices.indices.contains(leaf.prices) else {
        throw Objection(.leaf(stage, index), "the case names prices that do not exist")
      }
      let parts = leaf.decided.map(\.part).sorted()
      guard parts.allSatisfy({ problem.parts.contains(Int($0)) }),
        zip(parts, parts.dropFirst()).allSatisfy({ $0 < $1 })
      else {
        throw Objection(
          .leaf(stage, index), "the case decides a part twice, or one that does not exist")
      }
    }
  }

  /// The leaves are a complete binary tree: every plan is in exactly one of them.
  func checkLeaves() throws(Objection) {
    let leaves = proof.leaves
    let order = leaves.indices.sorted { isBefore(leaves[$0].decided, leaves[$1].decided) }
    var branches = [(leaves: order[...], depth: 0)]
    while let (branch, depth) = branches.popLast(), let first = branch.first {
      guard leaves[first].decided.count > depth else {
        guard branch.count == 1 else {
          throw Objection(
            .leaf(stage, branch[branch.startIndex + 1]),
            "its plans are in case \(first) already")
        }
        continue
      }
      let part = leaves[first].decided[depth].part
      if let stray = branch.first(where: { leaves[$0].decided[depth].part != part }) {
        throw Objection(
          .leaf(stage, stray), "it decides another part than case \(first) after the same ones")
      }
      let yes =
        branch.firstIndex { leaves[$0].decided[depth].isChosen } ?? branch.endIndex
      guard yes > branch.startIndex, yes < branch.endIndex else {
        throw Objection(
          .leaf(stage, first), "no case decides the other way on part \(part)")
      }
      branches.append((branch[yes...], depth + 1))
      branches.append((branch[..<yes], depth + 1))
    }
  }

  /// By part, then no before yes; what ends first comes first.
  private func isBefore(_ a: [JointProof.Decision], _ b: [JointProof.Decision]) -> Bool {
    a.lexicographicallyPrecedes(b) {
      $0.part != $1.part ? $0.part < $1.part : !$0.isChosen && $1.isChosen
    }
  }
}
