/// Looks for the prices of rows with the least bound.
///
/// The subgradient method (Held, Wolfe and Crowder 1974, doi:10.1007/BF01580223): a row that the choice passes
/// gets dearer, one with room left cheaper, by a step that would reach the worth of the best plan if the bound were
/// flat. The direction remembers earlier ones (Camerini, Fratta and Maffioli 1975, doi:10.1007/BFb0120697). When
/// the bound does not fall for a while the search returns to the best prices with half the step. Prices are
/// rounded to whole steps before each evaluation, so that every evaluation is an exact bound. Departure: steps are in
/// each row's own scale, or the one row that asks for all must-fill units, with thousands in it, would shorten them
/// for all others.
final class PriceSearch {
  let pricing: Pricing
  /// The prices of the least bound so far.
  let bestPrice: Table<Int>
  private(set) var bestBound = Int.max
  /// Prices of homes' limits that went with them: where homes are only bounded the bound depends on both.
  private let bestLimitPrice: Table<Int>

  private let position: Table<Double>
  private let direction: Table<Double>
  /// By row: the square of its scale, in which an excess of all that it takes is one alike for all rows.
  private let weight: Table<Double>
  private var scale = 1.0
  private var stalled = 0

  init(_ pricing: Pricing) {
    self.pricing = pricing
    let rows = pricing.tables.rowCount
    bestPrice = Table(repeating: 0, count: rows)
    bestLimitPrice = Table(repeating: 0, count: pricing.tables.capacity.count)
    position = Table(repeating: 0, count: rows)
    direction = Table(repeating: 0, count: rows)
    weight = Table(count: rows) { 1 / Double(max(1, abs(pricing.tables.rowCapacity[$0]))) }
  }

  /// Begins from the prices that are set.
  func begin(scale: Double) {
    self.scale = scale
    stalled = 0
    for row in 0..<position.count {
      position[row] = Double(pricing.price[row])
      direction[row] = 0
    }
    pricing.settle()
    keep()
  }

  var isFine: Bool { scale < 0.00002 }

  /// One evaluation.
  ///
  /// - Parameter target: in 64ths: what a plan is worth.
  func step(target: Int, patience: Int, memory: Double = 0.7) {
    let tables = pricing.tables
    var square = 0.0
    for row in 0..<tables.rowCount {
      var excess = Double(Int(pricing.activity[row]) - tables.rowCapacity[row])
      if excess < 0, pricing.price[row] == 0 { excess = 0 }
      let moved = (1 - memory) * excess + memory * direction[row]
      direction[row] = moved
      square += moved * moved * weight[row]
    }
    guard square > 0 else { return }
    let gap = Double(max(Pricing.unit, pricing.bound - target))
    let length = scale * gap / square
    for row in 0..<tables.rowCount where direction[row] != 0 {
      position[row] = min(
        max(0, position[row] + length * weight[row] * direction[row]),
        Double(Pricing.mostPrice - 1))
    }
    moveToPosition()
    pricing.settle()
    if pricing.bound < bestBound { stalled = 0 } else { stalled += 1 }
    keep()
    if stalled >= patience { returnToBest() }
  }

  /// Evaluations one after the other, until it is enough.
  func run(_ evaluations: Int, target: Int, patience: Int, isEnough: () -> Bool) {
    for _ in 0..<evaluations where !isEnough() { step(target: target, patience: patience) }
  }

  private func keep() {
    guard pricing.bound < bestBound else { return }
    bestBound = pricing.bound
    for row in 0..<bestPrice.count { bestPrice[row] = pricing.price[row] }
    pricing.eachLimitPrice { bestLimitPrice[$0] = $1 }
  }

  /// The best prices become the current ones, with half the step.
  func returnToBest() {
    scale *= 0.5
    stalled = 0
    for row in 0..<position.count {
      position[row] = Double(bestPrice[row])
      direction[row] = 0
    }
    moveToPosition()
    pricing.suggest { bestLimitPrice[$0] }
    pricing.settle()
  }

  /// Stays at the best prices.
  func settled() -> [Int] {
    returnToBest()
    return (0..<bestPrice.count).map { bestPrice[$0] }
  }

  private func moveToPosition() {
    let tables = pricing.tables
    var entries = 0
    for row in 0..<position.count where rounded(row) != pricing.price[row] {
      entries += tables.entries(row).count
    }
    if entries > tables.entry.count / 4 {
      pricing.setPrices(rounded)
    } else {
      for row in 0..<position.count { pricing.setPrice(row, rounded(row)) }
    }
  }

  @inline(__always)
  private func rounded(_ row: Int) -> Int { Int(position[row].rounded()) }
}
