/// A neighbourhood and what was found there: a piece of work that touches nothing else.
final class FreedHomes {
  private static let nodesOfGroup = 200

  let near: Neighbourhood
  /// Parts of the neighbourhood that a plan holds, and what they are worth together.
  let held: [Int]
  private let value: Int
  private let prices: [Int]
  /// The parts to hold instead, when better ones were found.
  private(set) var better: [Int]?
  /// Whether nothing better than what was found is there.
  private(set) var isComplete = true
  private(set) var work = 0

  init(_ near: Neighbourhood, _ pricing: Pricing, _ draft: Draft) {
    self.near = near
    held = near.parts.indices.filter { draft.isIn[near.parts[$0]] }
    value = held.reduce(0) { $0 + Int(near.problem.value[$1]) }
    prices = near.rows.map { pricing.price[$0] }
  }

  /// Solves it by branch and bound: first as a whole, then what is left open of it by itself.
  func search(mostWork: Int) {
    let pricing = Pricing(PackingTables(near.problem))
    pricing.mostNodes = Self.nodesOfGroup
    pricing.setPrices { prices[$0] }
    let root = Branching(pricing, bestValue: value, mostWork: mostWork)
    let isOpen = root.narrow()
    better = root.bestParts
    work = pricing.work
    if isOpen { searchRest(of: pricing, bestValue: root.bestValue, mostWork: mostWork) }
  }

  private func searchRest(of whole: Pricing, bestValue: Int, mostWork: Int) {
    let rest = OpenRest(of: whole)
    let settledValue = rest.settled.reduce(0) { $0 + Int(whole.tables.value[$1]) }
    let pricing = Pricing(PackingTables(rest.problem))
    pricing.mostNodes = Self.nodesOfGroup
    pricing.setPrices { whole.price[rest.rows[$0]] }
    let branching = Branching(pricing, bestValue: bestValue - settledValue, mostWork: mostWork)
    branching.run()
    if let found = branching.bestParts { better = rest.settled + found.map { rest.parts[$0] } }
    isComplete = branching.isComplete
    work += pricing.work
  }
}
