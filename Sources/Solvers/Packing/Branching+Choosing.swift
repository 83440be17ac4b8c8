extension Branching {
  /// Decides parts that every better choice decides like the bound's own; leaves that are kept cannot say so.
  ///
  /// - Returns: parts that are left to decide.
  @discardableResult
  func strike() -> Int {
    let enough = (bestValue + 1) * Pricing.unit
    var free = 0
    for home in 0..<tables.homeCount {
      pricing.eachFlip(ofHome: home) { part, bound in
        boundIfFlipped[part] = bound
        if bound < enough, !isRecorded {
          set(part, pricing.isChosen[part] ? State.taken : State.struck)
        } else {
          free += 1
        }
      }
    }
    pricing.settle()
    return free
  }

  /// The part that lowers the bound most whichever way it is decided.
  func branchingPart() -> Int? {
    _ = findMismatched()
    var found: (part: Int, score: (Int, Int))?
    for row in mismatched {
      let isPassed = Int(pricing.activity[row]) > tables.rowCapacity[row]
      guard let candidate = isPassed ? partOfPassed(row) : partOfOpen(row) else { continue }
      if let found, found.score >= candidate.score { continue }
      found = candidate
    }
    return found?.part ?? (0..<tables.partCount).first { pricing.state[$0] == State.free }
  }

  /// Of a row that the choice passes, the part that is missed most if it is out; if it is in, the others are out.
  private func partOfPassed(_ row: Int) -> (part: Int, score: (Int, Int))? {
    var (part, dearest, all) = (-1, -1, 0)
    eachFree(of: row, isChosen: true) { other, loss in
      all += loss
      if loss > dearest { (part, dearest) = (other, loss) }
    }
    return part < 0 ? nil : (part, (1 + min(dearest, all - dearest), dearest))
  }

  /// Of a row that the choice leaves room in, the part that is had most cheaply; after every row that is passed.
  private func partOfOpen(_ row: Int) -> (part: Int, score: (Int, Int))? {
    var (part, cheapest) = (-1, Int.max)
    eachFree(of: row, isChosen: false) { other, loss in
      if loss < cheapest { (part, cheapest) = (other, loss) }
    }
    return part < 0 ? nil : (part, (0, pricing.price[row] - cheapest))
  }

  /// The row's free parts that the choice holds, or does not hold, each with what the bound loses by deciding it
  /// otherwise.
  private func eachFree(of row: Int, isChosen: Bool, _ body: (Int, Int) -> Void) {
    for index in tables.entries(row) where tables.entry[index].coefficient > 0 {
      let part = Int(tables.entry[index].part)
      guard pricing.state[part] == State.free, pricing.isChosen[part] == isChosen else { continue }
      body(part, pricing.bound - boundIfFlipped[part])
    }
  }
}
