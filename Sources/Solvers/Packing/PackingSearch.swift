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
  private lazy var refitting = Refitting(pricing)

  init(
    _ problem: PackingProblem, enough: Int, effort: PackingEffort, isOver: @escaping () -> Bool
  ) {
    tables = PackingTables(problem)
    pricing = Pricing(tables)
    best = Draft(tables)
    self.enough = enough
    // Homes whose people share limits are many times as dear to solve, and those with several limits a few times.
    var effort = effort
    if tables.isJoined {
      let isSmall = tables.partCount < Self.fewParts
      effort.neighbourhoods = isSmall ? effort.neighbourhoods / Self.dearness / 8 : 0
      effort.closing /= (isSmall ? 5 : 50) * Self.dearness
    } else if tables.partCount >= effort.relaxedFrom, tables.plainHomes < tables.homeCount / 2 {
      effort.neighbourhoods /= Self.dearnessOfSeveral
    }
    self.effort = effort
    self.isOver = isOver
    pricing.mostNodes = isLarge ? Self.nodesWhileLarge : Self.nodesOfGroup
    if isRelaxable { pricing.stepsOfShared = Self.stepsOfShared }
  }

  func result(from start: PackingStart) throws(PackingError) -> PackingResult {
    setFirstPrices(start.prices)
    best = try Construction(pricing: pricing).first(start)
    let canRelax = start.prices == nil && isRelaxable
    // What the first prices find may be enough.
    if canRelax, enough < .max {
      pricing.settle()
      build()
    }
    let isRelaxed = canRelax && best.value < enough
    if isRelaxed { relax() }
    var least = leastPrices(
      evaluations: isRelaxed ? evaluationsOfRelaxed : effort.evaluations,
      isGiven: isRelaxed || start.prices != nil)
    if !isOver() {
      pricing.settleBounded(mostNodes: isLarge ? Self.nodesOfLastOfLarge : Self.nodesOfLast)
    }
    if isOpen, !isOver(), tables.isJoined || isCountry { anneal() }
    // An annealed plan has homes that would choose otherwise.
    if tables.isJoined { if enough < .max { contestForEnough() } else { contest() } }
    let search = NeighbourhoodSearch(pricing, best, enough: enough, isOver: isOver)
    for share in 1...Self.neighbourhoodRuns where isOpen && !isOver() {
      search.run(mostWork: effort.neighbourhoods * share / Self.neighbourhoodRuns)
      if !tables.isJoined, isOpen { least = finerPrices() }
    }
    neighbourhoodWork = search.work
    while isOpen, isClosable, !isOver() {
      switch Closing(pricing, best, effort: effort, isOver: isOver).run() {
      case .closed(let evidence):
        return answer(
          bound: best.value, prices: evidence.prices, strikes: evidence.strikes,
          leaves: evidence.leaves)
      case .better(let parts): replaceBest(parts)
      case .gaveUp: return unclosed(least)
      }
    }
    return unclosed(least)
  }

  private static let changesOfRow = 30_000

  private func anneal() {
    let annealing = PairedAnnealing(
      pricing, best, enough: enough, isCountry: isCountry, isOver: isOver)
    // Homes that share nothing are bettered by neighbourhoods in the end.
    let most = tables.isJoined ? effort.changes : effort.changes / 4
    annealing.run(changes: min(most, Self.changesOfRow * tables.openRows))
    if annealing.bestValue > best.value { replaceBest(annealing.bestParts) }
  }

  /// Too many joined homes for many evaluations of the bound.
  private var isLarge: Bool { tables.isJoined && isCountry && tables.homeCount >= Self.manyHomes }

  private var isCountry: Bool { tables.partCount >= effort.relaxedFrom }

  /// Evaluations alone would take longer to find prices as good.
  private var isRelaxable: Bool {
    guard tables.partCount >= Self.fewParts else { return false }
    return tables.isJoined || (isCountry && (enough < .max || !tables.owedRows.isEmpty))
  }

  private var evaluationsOfRelaxed: Int {
    if isLarge { return Self.evaluationsOfLarge }
    return min(
      effort.evaluations,
      tables.isJoined ? Self.evaluationsOfRelaxed : Self.evaluationsOfRelaxedPlain)
  }

  /// How far the first step goes from prices that are good already: the more parts, the nearer a good one is.
  private var scaleOfGiven: Double { isLarge ? 0.03 : isCountry ? 0.1 : 0.3 }

  /// Begins from prices that come near to solving the linear relaxation, where it is not stopped too soon for that.
  private func relax() {
    pricing.settle()
    let before = pricing.bound
    guard !isOver() else { return }
    let relaxation = LinearRelaxation(tables)
    let passed = tables.isJoined ? Self.entriesPassed : Self.entriesPassedPlain
    let iterations = min(Self.mostIterations, passed / max(1, relaxation.columns.value.count))
    relaxation.run(iterations: iterations, isOver: isOver)
    pricing.suggest(limitPrices: relaxation.price(ofLimit:))
    pricing.setPrices(relaxation.price(ofRow:))
    pricing.settle()
    if pricing.bound > before { setFirstPrices(nil) }
  }

  /// Homes contest until two passes together win less than a hundredth of what is lacking.
  private func contest() {
    var last = Int.max / 2
    contest { won in
      defer { last = won }
      return won + last > (pricing.bound / Pricing.unit - best.value) / 100
    }
  }

  /// Goes on beside plans that are as good: what is enough is near, and they may be steps towards it.
  private func contestForEnough() {
    let patience = max(
      Self.leastPatience, effort.changes / Self.changesOfContest / tables.homeCount)
    var idle = 0
    contest { won in
      idle = won > 0 ? 0 : idle + 1
      return idle < patience
    }
  }

  /// - Parameter goesOn: told what the last pass over all homes has won.
  private func contest(_ goesOn: (Int) -> Bool) {
    var won = 0
    repeat {
      guard isOpen, !isOver() else { return }
      let before = best.value
      refitting.contest(best, rounds: tables.homeCount)
      won = best.value - before
    } while goesOn(won)
  }

  private var isOpen: Bool {
    best.value < enough && pricing.bound >= (best.value + 1) * Pricing.unit
  }

  /// Flips of very many parts, or of many where much is lacking, cost more than they could close.
  private var isClosable: Bool {
    guard !isLarge else { return false }
    let lacking = pricing.bound / Pricing.unit - best.value
    return tables.partCount < Self.manyParts || lacking < best.value / Self.shareToClose
  }

  private static let manyParts = 500
  private static let shareToClose = 200
  private static let manyHomes = 1_000

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

  /// Nodes for one group of limits; homes that need more are bounded.
  private static let nodesOfGroup = 1_000
  /// For the bound that is reported.
  private static let nodesOfLast = 100_000
  private static let nodesWhileLarge = 300
  private static let nodesOfLastOfLarge = 20_000
  /// Of many parts more evaluations that are each less exact find better prices.
  private static let stepsOfShared = 2
  private static let evaluationsOfRelaxed = 150
  private static let evaluationsOfRelaxedPlain = 400
  private static let evaluationsOfLarge = 40
  private static let mostIterations = 600
  private static let entriesPassed = 4_000_000_000
  private static let entriesPassedPlain = 800_000_000
  /// Changes of annealing for which one home contests with nothing won, until what is enough is given up.
  private static let changesOfContest = 10_000
  private static let leastPatience = 5
  /// In a problem of few parts neighbourhoods win more than annealing does.
  private static let fewParts = 10_000
  private static let dearness = 20
  private static let dearnessOfSeveral = 4
  private static let patience = 10
  /// Neighbourhoods are searched in so many runs, with finer prices after each.
  private static let neighbourhoodRuns = 2
  /// Evaluations for finer prices than for the first.
  private static let timesFewer = 6
  private static let evaluationsBetweenPlans = 25

  /// The prices of the least bound, which are set afterwards. Plans are built on the way.
  private func leastPrices(evaluations: Int, isGiven: Bool) -> [Int] {
    let search = PriceSearch(pricing)
    search.begin(scale: isGiven ? scaleOfGiven : 1)
    build()
    for round in 0..<evaluations {
      guard best.value < enough, search.bestBound >= (best.value + 1) * Pricing.unit,
        !search.isFine, !isOver()
      else { break }
      search.step(target: best.value * Pricing.unit, patience: Self.patience)
      if round % Self.evaluationsBetweenPlans == Self.evaluationsBetweenPlans - 1 { build() }
    }
    let least = search.settled()
    build()
    return least
  }

  private func build() {
    let construction = Construction(pricing: pricing)
    var draft = construction.plan()
    if !draft.passesNoRow { draft = construction.plan(keeping: best) }
    guard draft.passesNoRow else { return }
    refitting.refitAll(draft)
    if draft.value > best.value { best = draft }
  }

  private func replaceBest(_ parts: [Int]) {
    best.empty()
    for part in parts { best.put(part) }
  }

  /// The prices of the least bound, looked for again now that the plan is better.
  private func finerPrices() -> [Int] {
    let search = PriceSearch(pricing)
    search.begin(scale: 1)
    let value = best.value
    search.run(
      effort.evaluations / Self.timesFewer, target: value * Pricing.unit, patience: Self.patience
    ) {
      search.bestBound < (value + 1) * Pricing.unit || isOver()
    }
    return search.settled()
  }

  private func unclosed(_ least: [Int]) -> PackingResult {
    // Towards the smaller whole number, below 0 too.
    let whole = pricing.bound >> 6
    return answer(
      bound: max(best.value, whole), prices: [least], limitPrices: pricing.limitPrices,
      strikes: [], leaves: [.init(decided: [], prices: 0)])
  }

  private func answer(
    bound: Int, prices: [[Int]], limitPrices: [PackingResult.LimitPrice] = [], strikes: [Int],
    leaves: [PackingResult.Leaf]
  ) -> PackingResult {
    PackingResult(
      chosen: best.chosen(), value: best.value, bound: bound, prices: prices,
      limitPrices: limitPrices, strikes: strikes, leaves: leaves,
      work: neighbourhoodWork + pricing.work)
  }
}
