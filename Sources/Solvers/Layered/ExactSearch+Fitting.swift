extension ExactSearch {
  /// Prices that could be part of an optimal solution: none at homes that matter to nobody, and no
  /// need's price above what leaving it unfilled or an arc it does not hold would cost.
  func fitPrices(_ market: borrowing Market) {
    for candidate in 0..<candidateCount {
      let state = market.candidates[candidate]
      guard state.home >= 0, state.capacity > 0 else { continue }
      let home = market.homes[state.home]
      if market.price[candidate] < home.price || !market.isFull(candidate) && home.isFull {
        market.price[candidate] = home.price
      }
    }
    for need in 0..<needCount { market.needPrice[need] = cheapestNotHeld(need, market) }
  }

  private func cheapestNotHeld(_ need: Int, _ market: borrowing Market) -> Price {
    let rows = market.rows.base
    let prices = market.price.base
    var least = market.needs[need].penalty
    let holdsNone = market.needs[need].held == 0
    for arc in market.rowRange(need) {
      let value = Price(rows[arc].cost) &+ prices[Int(rows[arc].end)]
      if value < least, holdsNone || !market.isHolding(need, rows[arc].end) { least = value }
    }
    return least
  }

  /// Gives up the places that cost their need too much and counts what every node then passes on.
  func giveUpMisfits(_ market: borrowing Market) {
    for need in 0..<needCount {
      let price = market.needPrice[need]
      var hold = market.holdRange(need).lowerBound
      while hold < market.holdRange(need).upperBound {
        let arc = market.holds[hold]
        if Price(arc.cost) + market.price[arc.end] > price {
          leave(need, Int(arc.end), market)
        } else {
          hold += 1
        }
      }
      let state = market.needs[need]
      excess[need] = price == state.penalty ? 0 : state.units - state.held
    }
    for candidate in 0..<candidateCount {
      let state = market.candidates[candidate]
      let own = state.capacity == 0 ? 0 : market.price[candidate] - market.homePrice(of: candidate)
      sent[candidate] = own > 0 ? state.capacity : state.used
      excess[needCount + candidate] = state.used - sent[candidate]
    }
    for home in 0..<market.homes.count where market.homes[home].members > 0 {
      let state = market.homes[home]
      var total: Int32 = 0
      for index in market.memberRange(home) { total += sent[market.member[index]] }
      out[home] = state.price > 0 ? state.capacity : min(total, state.capacity)
      excess[homeBase + home] = total - out[home]
    }
  }

  /// By how much refining may lower one price: further down it would be chasing a better plan, which is the
  /// exact search's work.
  private static let refiningDepth: Price = 32

  /// Lowers prices of candidates whose holders would rather be elsewhere, as far as that helps everybody.
  ///
  /// Most misfits of the auction are not wrong places but prices a step too high, above all where many
  /// costs are equal: giving those places up and finding them again took ten times as long. (The price
  /// refinement of Goldberg 1997, doi:10.1006/jagm.1995.0805, for this network.)
  func refine(_ market: borrowing Market) {
    var waiting = RefiningQueue(candidateCount)
    let lowered = Table<Price>(repeating: 0, count: candidateCount)
    for need in 0..<needCount { waiting.addDear(need, market) }
    var scansLeft = 16 * candidateCount
    while scansLeft > 0, let candidate = waiting.next() {
      var target = market.price[candidate]
      for slot in market.slotRange(candidate) where market.slots[slot].need >= 0 {
        let holder = market.slots[slot]
        target = min(target, market.needPrice[holder.need] - Price(holder.cost))
      }
      let amount = market.price[candidate] - target
      guard amount > 0, target >= 0, lowered[candidate] + amount <= Self.refiningDepth
      else { continue }
      lowered[candidate] += amount
      if target < market.homePrice(of: candidate) {
        let home = Int(market.candidates[candidate].home)
        market.homes[home].price = target
        for index in market.memberRange(home) {
          let member = Int(market.member[index])
          guard member != candidate, !market.isFull(member), market.price[member] > target
          else { continue }
          lower(member, to: target, &waiting, market)
          scansLeft -= 1
        }
      }
      lower(candidate, to: target, &waiting, market)
      scansLeft -= 1
    }
  }

  private func lower(
    _ candidate: Int, to price: Price, _ waiting: inout RefiningQueue, _ market: borrowing Market
  ) {
    market.price[candidate] = price
    for index in market.columnRange(candidate) {
      let arc = market.columns[index]
      let value = Price(arc.cost) &+ price
      guard value < market.needPrice[arc.end],
        !market.isHolding(Int(arc.end), Int32(candidate))
      else { continue }
      market.needPrice[arc.end] = value
      waiting.addDear(Int(arc.end), market)
    }
  }
}

/// Candidates whose price some holder finds too high, first in, first out, each once.
private struct RefiningQueue: ~Copyable {
  private let ring: Table<Int32>
  private let isQueued: Table<Bool>
  private var head = 0
  private var count = 0

  init(_ candidates: Int) {
    ring = Table(repeating: 0, count: candidates)
    isQueued = Table(repeating: false, count: candidates)
  }

  /// Adds the candidates that cost a need more than its price.
  mutating func addDear(_ need: Int, _ market: borrowing Market) {
    let price = market.needPrice[need]
    for hold in market.holdRange(need) {
      let arc = market.holds[hold]
      guard Price(arc.cost) + market.price[arc.end] > price, !isQueued[arc.end] else { continue }
      isQueued[arc.end] = true
      let last = head + count
      ring[last < ring.count ? last : last - ring.count] = arc.end
      count += 1
    }
  }

  mutating func next() -> Int? {
    guard count > 0 else { return nil }
    let candidate = Int(ring[head])
    head = head + 1 == ring.count ? 0 : head + 1
    count -= 1
    isQueued[candidate] = false
    return candidate
  }
}
