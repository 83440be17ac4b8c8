extension ExactSearch {
  /// So few that a second thread would cost more than it saves.
  private static let fewNeeds = 2_000

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
    sideBySide(threads: market.needCount > Self.fewNeeds ? threads : 1) { half in
      for need in half == 0 ? 0..<needCount / 2 : needCount / 2..<needCount {
        market.needPrice[need] = cheapestNotHeld(need, market)
      }
    }
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
  mutating func giveUpMisfits(_ market: borrowing Market) {
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
}
