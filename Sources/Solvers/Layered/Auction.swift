/// An epsilon-scaling auction in which units of needs bid for slots of candidates.
///
/// A unit bids for its cheapest candidate, raising the price until it would do as well at its second
/// cheapest, and a step more: the *epsilon*. The lowest bid of a full candidate, or else of its full home,
/// gives way and bids again. When nobody is left without a place or content to stay unfilled, every unit is
/// within epsilon of its cheapest place. Phases repeat this with ever smaller steps, each from prices a
/// little below those of the last.
///
/// Sources: Bertsekas 1988 (doi:10.1007/BF02186476) for the auction and its scaling; Bertsekas and Castanon
/// 1989 (doi:10.1007/BF02216923) for transportation problems, whose similar objects are the slots here;
/// Bertsekas, Castanon and Tsaknakis 1993 (doi:10.1137/0803014) for the reverse auction that lowers the
/// prices of candidates with room. Departures: homes share a second limit; each need keeps its few
/// cheapest arcs and a bound on the rest (*lazy pricing*), and in coarse phases may overlook what is better
/// by less than a few steps; evicted units bid next, so that the search stays where it is.
struct Auction: ~Copyable {
  /// The first step is the largest cost divided by this, and each next the last divided by `factor`.
  private static let firstDivisor = 20
  private static let factor = 5
  /// A need looks this part of the largest cost beyond its cheapest arc at first.
  private static let reachDivisor = 120

  /// A ring of needs with units that look for a place; evicted ones come first.
  let waiting: Table<Int32>
  var head = 0
  var waitingCount = 0
  /// The prices along one row.
  let values: Table<Price>
  /// Candidates with room whose price is too high, and whether one is listed.
  let stranded: Table<Int32>
  let isListed: Table<Bool>
  /// What a need pays at its dearest place.
  let worth: Table<Price>
  /// Asked now and then; the search stops early when it says so.
  let isOver: () -> Bool
  var wasStopped = false
  /// How many steps more than usual prices fall between phases: one more each time the reverse part had
  /// to do more than the candidates are many, because prices had been left too high.
  var caution = 0
  /// Set once the reverse part came to no end: it would leave each finer phase with prices to raise again.
  var hasGivenUpReverse = false

  init(_ market: borrowing Market, isOver: @escaping () -> Bool) {
    waiting = Table(repeating: 0, count: market.needCount)
    values = Table(repeating: 0, count: market.longestRow)
    stranded = Table(repeating: 0, count: market.candidateCount)
    isListed = Table(repeating: false, count: market.candidateCount)
    worth = Table(repeating: 0, count: market.needCount)
    self.isOver = isOver
  }

  /// Runs all phases, or as many as time allows: whenever it ends, what is held is a plan.
  mutating func run(_ market: borrowing Market) {
    let largest = prepare(market)
    var step = max(1, largest / Self.firstDivisor)
    while true {
      open(market)
      let isLast = step == 1
      let slack = isLast ? 0 : step > Self.fineStep ? 3 * step : step
      bid(step: step, slack: slack, market)
      for _ in 0..<Self.reverseRounds where !wasStopped {
        lowerStranded(step: step, market)
        guard waitingCount > 0 else { break }
        bid(step: step, slack: slack, market)
      }
      if isLast || wasStopped { return }
      lowerPrices(
        by: step > Self.fineStep ? step * (5 + 2 * caution) / 2 : step * (3 + caution), market)
      step = max(1, step / Self.factor)
    }
  }

  /// Steps up to this are fine: overlooking then costs the exact search more than it saves here.
  private static let fineStep = 100
  private static let reverseRounds = 3

  /// Sets how far each need looks at first.
  ///
  /// - Returns: the size of the largest cost or penalty.
  private func prepare(_ market: borrowing Market) -> Price {
    var largest = max(abs(market.arcCosts.lowerBound), abs(market.arcCosts.upperBound))
    for need in 0..<market.needCount { largest = max(largest, abs(market.needs[need].penalty)) }
    for need in 0..<market.needCount {
      market.needs[need].reach = max(1, largest / Self.reachDivisor)
    }
    return largest
  }

  /// Takes everybody's places away and lists all needs.
  private mutating func open(_ market: borrowing Market) {
    for slot in 0..<market.slots.count { market.slots[slot].need = -1 }
    for candidate in 0..<market.candidateCount { market.candidates[candidate].used = 0 }
    for home in 0..<market.homes.count { market.homes[home].used = 0 }
    head = 0
    waitingCount = 0
    for need in 0..<market.needCount {
      let units = market.needs[need].units
      market.needs[need].held = 0
      market.needs[need].missing = units
      market.needs[need].isWaiting = units > 0
      guard units > 0 else { continue }
      waiting[waitingCount] = Int32(need)
      waitingCount += 1
    }
  }

  /// Before a finer phase: bounds on what caches leave out fall with the prices.
  private func lowerPrices(by amount: Price, _ market: borrowing Market) {
    for candidate in 0..<market.candidateCount where market.hasPlaces(candidate) {
      let price = max(0, market.price[candidate] - amount)
      market.price[candidate] = price
      market.candidates[candidate].floor = price
    }
    for home in 0..<market.homes.count where market.homes[home].capacity > 0 {
      market.homes[home].price = max(0, market.homes[home].price - amount)
    }
    for need in 0..<market.needCount where market.needs[need].bound < far {
      market.needs[need].bound -= amount
    }
  }

  @inline(__always)
  mutating func evict(_ need: Int32, from candidate: Int32, _ market: borrowing Market) {
    market.unhold(Int(need), candidate)
    market.needs[need].missing += 1
    guard !market.needs[need].isWaiting else { return }
    market.needs[need].isWaiting = true
    head = head == 0 ? waiting.count - 1 : head - 1
    waiting[head] = need
    waitingCount += 1
    assert(waitingCount <= waiting.count, "a need waits once")
  }
}
