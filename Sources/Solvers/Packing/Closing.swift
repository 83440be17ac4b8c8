/// Tries to prove that no choice is better than the best one: first by striking parts out, at one set of prices after
/// another, then by a tree.
struct Closing {
  typealias State = BlockSearch.State

  struct Evidence {
    /// The first are those of the least bound.
    var prices: [[Int]]
    /// Which of them strike, in turn.
    let strikes: [Int]
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
  private static let mostStrikes = 8
  /// Parts left to decide, or an eighth of all: with more than that a tree has no end.
  private static let mostInTree = 5_000
  private static let evaluationsBetween = 100

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
    var prices: [[Int]] = []
    var last = Int.max
    while prices.count < Self.mostStrikes {
      prices.append((0..<tables.rowCount).map { pricing.price[$0] })
      guard let left = strikeAll() else { return giveUp(prices[0]) }
      if lowerBound() {
        let leaf = PackingResult.Leaf(decided: [], prices: prices.count)
        let strikes = Array(prices.indices)
        prices.append((0..<tables.rowCount).map { pricing.price[$0] })
        return .closed(Evidence(prices: prices, strikes: strikes, leaves: [leaf]))
      }
      let isLess = left < last / 10 * 9
      last = left
      guard isLess, !isOver() else { break }
    }
    guard last <= max(Self.mostInTree, tables.partCount / 8) else { return giveUp(prices[0]) }
    return closeByTree(after: prices)
  }

  private var enough: Int { (best.value + 1) * Pricing.unit }

  private func closeByTree(after prices: [[Int]]) -> Outcome {
    let branching = Branching(
      pricing, bestValue: best.value, mostWork: effort.closing, isRecorded: true,
      mostPrices: 1 + Self.mostNumbers / max(1, tables.rowCount), isOver: isOver)
    branching.run()
    if let better = branching.bestParts {
      _ = giveUp(prices[0])
      return .better(better)
    }
    guard branching.isComplete else { return giveUp(prices[0]) }
    let leaves = branching.leaves.map { leaf in
      PackingResult.Leaf(
        decided: leaf.decided.map { .init(part: Int($0.part), isChosen: $0.isChosen) },
        prices: leaf.prices + prices.count)
    }
    return .closed(
      Evidence(
        prices: prices + branching.prices, strikes: Array(prices.indices), leaves: leaves))
  }

  private func giveUp(_ prices: [Int]) -> Outcome {
    for part in 0..<tables.partCount {
      pricing.setState(part, tables.isPinned[part] ? State.taken : State.free)
    }
    pricing.setPrices { prices[$0] }
    pricing.settle()
    return .gaveUp
  }

  /// Looks for prices of a lower bound on what is left; whether it is now below anything better.
  private func lowerBound() -> Bool {
    let search = PriceSearch(pricing)
    search.begin(scale: 0.3)
    search.run(Self.evaluationsBetween, target: best.value * Pricing.unit, patience: 8) {
      pricing.bound < enough || isOver()
    }
    if pricing.bound >= enough { search.returnToBest() }
    return pricing.bound < enough
  }

  /// Strikes parts out or settles them, where the bound with one, or without it, is not above the plan.
  ///
  /// - Returns: parts that are left; nil where it would take too much.
  private func strikeAll() -> Int? {
    var inDoubt: [Int] = []
    var left = 0
    for home in 0..<tables.homeCount {
      pricing.eachFlip(ofHome: home) { part, bound in
        if bound < enough {
          pricing.setState(part, pricing.isChosen[part] ? State.taken : State.struck)
        } else {
          left += 1
          if !tables.isPlain(home) { inDoubt.append(part) }
        }
      }
    }
    // Each of those in doubt costs a home solved, and many that are left a tree without an end.
    guard left <= effort.closing else { return nil }
    for part in inDoubt where !isOver() { left -= strike(part) ? 1 : 0 }
    pricing.settle()
    return left
  }

  private func strike(_ part: Int) -> Bool {
    let isIn = pricing.isChosen[part]
    let other = pricing.bound - pricing.most[Int(tables.home[part])]
    guard other + pricing.most(with: part, isTaken: !isIn) < enough else { return false }
    pricing.setState(part, isIn ? State.taken : State.struck)
    return true
  }
}
