/// The whole search: prices, plans built from them, neighbourhoods, and a tree that closes what is left.
final class PackingSearch {
  typealias State = BlockSearch.State

  private let tables: PackingTables
  private let pricing: Pricing
  private let enough: Int
  private let effort: PackingEffort
  private let isOver: () -> Bool
  private var best: Draft
  private var neighbourhoodWork = 0

  init(
    _ problem: PackingProblem, enough: Int, effort: PackingEffort, isOver: @escaping () -> Bool
  ) {
    tables = PackingTables(problem)
    pricing = Pricing(tables)
    best = Draft(tables)
    pricing.mostNodes = Self.nodesOfGroup
    self.enough = enough
    // Homes that share limits are many times as dear to solve.
    var effort = effort
    if tables.isJoined {
      effort.neighbourhoods /= Self.dearness
      effort.closing /= Self.dearness
    }
    self.effort = effort
    self.isOver = isOver
  }

  func result(from start: PackingStart) throws(PackingError) -> PackingResult {
    setFirstPrices(start.prices)
    let construction = Construction(pricing: pricing)
    best = try construction.first(start)
    let least = leastPrices(isGiven: start.prices != nil)
    pricing.splitBounded()
    if isOpen, !isOver(), tables.isJoined { rebuild() }
    if isOpen, !isOver() {
      let search = NeighbourhoodSearch(pricing, best, enough: enough, isOver: isOver)
      search.run(mostWork: effort.neighbourhoods)
      neighbourhoodWork = search.work
    }
    while isOpen, !isOver() {
      switch Closing(pricing, best, effort: effort, isOver: isOver).run() {
      case .closed(let evidence):
        return answer(
          bound: best.value, prices: [least] + evidence.prices, strikes: [0],
          leaves: evidence.leaves)
      case .better(let parts): replaceBest(parts)
      case .gaveUp: return unclosed(least)
      }
    }
    return unclosed(least)
  }

  private static let rebuildingsOfRow = 30

  private func rebuild() {
    let rebuilding = Rebuilding(pricing, best, isOver: isOver)
    rebuilding.run(rounds: min(effort.rebuildings, Self.rebuildingsOfRow * tables.openRows))
    if rebuilding.bestValue > best.value { replaceBest(rebuilding.bestParts) }
  }

  private var isOpen: Bool {
    best.value < enough && pricing.bound >= (best.value + 1) * Pricing.unit
  }

  private func setFirstPrices(_ given: [Int]?) {
    pricing.setPrices { row in
      given.map { max(0, min(Pricing.mostPrice - 1, $0[row])) } ?? suggestedPrice(row)
    }
  }

  /// What the dearest part of a row is worth; nothing for what parts provide.
  private func suggestedPrice(_ row: Int) -> Int {
    guard !tables.isProvided[row] else { return 0 }
    var most = 0
    for index in tables.entries(row) {
      most = max(most, Int(tables.value[tables.entry[index].part]))
    }
    return most * Pricing.unit
  }

  /// Nodes for one group of limits; homes that need more are split, so that a checker need not search longer.
  private static let nodesOfGroup = 300
  private static let dearness = 40
  private static let patience = 8
  private static let evaluationsBetweenPlans = 25

  /// The prices of the least bound, which are set afterwards. Plans are built on the way.
  private func leastPrices(isGiven: Bool) -> [Int] {
    let search = PriceSearch(pricing)
    search.begin(scale: isGiven ? 0.3 : 1)
    build()
    for round in 0..<effort.evaluations {
      guard best.value < enough, search.bestBound >= (best.value + 1) * Pricing.unit,
        !search.isFine, !isOver()
      else { break }
      search.step(target: best.value * Pricing.unit, patience: Self.patience)
      if round % Self.evaluationsBetweenPlans == Self.evaluationsBetweenPlans - 1 { build() }
    }
    search.returnToBest()
    build()
    return (0..<tables.rowCount).map { search.bestPrice[$0] }
  }

  private func build() {
    let draft = Construction(pricing: pricing).plan()
    if draft.passesNoRow, draft.value > best.value { best = draft }
  }

  private func replaceBest(_ parts: [Int]) {
    best.empty()
    for part in parts { best.put(part) }
  }

  private func unclosed(_ least: [Int]) -> PackingResult {
    // Towards the smaller whole number, below 0 too.
    let whole = pricing.bound >> 6
    return answer(
      bound: max(best.value, whole), prices: [least], strikes: [],
      leaves: [.init(decided: [], prices: 0)])
  }

  private func answer(
    bound: Int, prices: [[Int]], strikes: [Int], leaves: [PackingResult.Leaf]
  ) -> PackingResult {
    let splitHomes = (0..<tables.homeCount).filter { pricing.splits[$0] }
    let limits = splitHomes.flatMap { home in
      (tables.limitStart[home]..<tables.limitStart[home + 1]).compactMap { limit in
        let price = pricing.splitSearch.price.table[limit]
        return price > 0 ? PackingResult.LimitPrice(limit: limit, price: price) : nil
      }
    }
    return PackingResult(
      chosen: best.chosen(), value: best.value, bound: bound,
      prices: prices.map {
        .init(row: $0, splitHomes: splitHomes.map(Int32.init), limits: limits)
      }, strikes: strikes, leaves: leaves, work: neighbourhoodWork + pricing.work)
  }
}
