/// Tries to prove that no choice is better than the best one: first by striking parts out, then by a tree.
struct Closing {
  typealias State = BlockSearch.State

  struct Evidence {
    let prices: [[Int]]
    /// Their prices are numbered from 1: the prices that strike come first.
    let leaves: [PackingResult.Leaf]
  }

  enum Outcome {
    case closed(Evidence)
    /// A better choice: what was struck has to be struck again by its worth.
    case better([Int])
    case gaveUp
  }

  /// Numbers in all prices of leaves together, at most.
  private static let mostNumbers = 4_000_000

  private let pricing: Pricing
  private let best: Draft
  private let effort: PackingEffort
  private let isOver: () -> Bool
  private var tables: PackingTables { pricing.tables }

  /// - Parameter pricing: at the prices of the least bound, settled; left so unless the gap is closed.
  init(
    _ pricing: Pricing, _ best: Draft, effort: PackingEffort, isOver: @escaping () -> Bool
  ) {
    self.pricing = pricing
    self.best = best
    self.effort = effort
    self.isOver = isOver
  }

  func run() -> Outcome {
    let inDoubt = strikeByWorth()
    // Each that is left costs a home solved twice.
    guard inDoubt.count <= effort.closing else {
      setAllFree()
      return .gaveUp
    }
    for part in inDoubt where !isOver() { strike(part) }
    pricing.settle()
    let branching = Branching(
      pricing, bestValue: best.value, mostWork: effort.closing, isRecorded: true,
      mostPrices: 1 + Self.mostNumbers / max(1, tables.rowCount), isOver: isOver)
    branching.run()
    if branching.bestParts == nil, branching.isComplete {
      return .closed(evidence(branching))
    }
    setAllFree()
    return branching.bestParts.map(Outcome.better) ?? .gaveUp
  }

  private func evidence(_ branching: Branching) -> Evidence {
    Evidence(
      prices: branching.prices,
      leaves: branching.leaves.map { leaf in
        PackingResult.Leaf(
          decided: leaf.decided.map { .init(part: Int($0.part), isChosen: $0.isChosen) },
          prices: leaf.prices + 1)
      })
  }

  private func setAllFree() {
    for part in 0..<tables.partCount {
      pricing.setState(part, tables.isPinned[part] ? State.taken : State.free)
    }
    pricing.settle()
  }

  /// Strikes out what the bound alone says cannot be; the rest, about which a home has to be asked.
  private func strikeByWorth() -> [Int] {
    let least = (best.value + 1) * Pricing.unit - pricing.bound
    var inDoubt: [Int] = []
    for part in 0..<tables.partCount where pricing.state[part] == State.free {
      if !pricing.isChosen[part], pricing.worth[part] < least {
        pricing.setState(part, State.struck)
      } else {
        inDoubt.append(part)
      }
    }
    return inDoubt
  }

  /// Strikes a part out or settles it, when the bound with it, or without it, is not above the plan.
  private func strike(_ part: Int) {
    let other = pricing.bound - pricing.most[Int(tables.home[part])]
    let enough = (best.value + 1) * Pricing.unit
    if pricing.isChosen[part] {
      if other + pricing.most(with: part, isTaken: false) < enough {
        pricing.setState(part, State.taken)
      }
    } else if other + pricing.most(with: part, isTaken: true) < enough {
      pricing.setState(part, State.struck)
    }
  }
}
