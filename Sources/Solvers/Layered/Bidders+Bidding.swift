extension Bidders {
  /// How many bids pass between two looks at the time.
  private static let bidsBetweenLooks = 2_048

  /// Lets waiting units bid until none waits.
  ///
  /// - Parameter slack: by how much a unit may overlook something better outside its need's cache.
  mutating func bid(step: Price, slack: Price, _ market: borrowing Market) {
    var bidsToLook = 0
    var scanned = -1
    while waitingCount > 0 {
      let need = nextWaiting(market)
      while market.needs[need].missing > 0 {
        if bidsToLook == 0 {
          bidsToLook = Self.bidsBetweenLooks
          if isOver() { return stop(market) }
        }
        bidsToLook -= 1
        let best = twoCheapest(need, market)
        let state = market.needs[need]
        if best.first > state.bound + slack, state.bound + slack < state.penalty, scanned != need {
          scan(need, market)
          scanned = need
          continue
        }
        scanned = -1
        if best.first >= state.penalty {
          market.needs[need].missing = 0
          break
        }
        let second = max(best.first, min(best.second, state.bound, state.penalty))
        let arc = market.cache[need * Market.cacheSize + best.place]
        guard mayTake(arc.end, market) else {
          delay(need, market)
          break
        }
        place(need, arc, bid: price[Int(arc.end)] + (second - best.first) + step, market)
      }
    }
  }

  /// The cheapest and second cheapest value in a need's cache, what it holds left out.
  ///
  /// A value and its place travel in one number, so that comparing takes no branches.
  @inline(__always)
  private func twoCheapest(
    _ need: Int, _ market: borrowing Market
  ) -> (first: Price, second: Price, place: Int) {
    let arcs = market.cache.base + need &* Market.cacheSize
    let prices = price
    let held = Int(market.needs[need].held)
    let holds = market.holds.base + Int(market.needs[need].firstHold)
    var first = Int.max
    var second = Int.max
    for place in 0..<Market.cacheSize {
      let arc = arcs[place]
      var value = (Int(arc.cost) &+ prices[Int(arc.end)]) << 3 | place
      if held > 0 {
        for hold in 0..<held where holds[hold].end == arc.end { value = far << 3 | place }
      }
      let greater = max(first, value)
      first = min(first, value)
      second = min(second, greater)
    }
    return (first >> 3, second >> 3, first & 7)
  }

  /// Gives a need a slot of an arc's candidate, whoever has to go for it.
  @inline(__always)
  private mutating func place(_ need: Int, _ arc: Arc, bid: Price, _ market: borrowing Market) {
    let candidate = Int(arc.end)
    let home = Int(market.candidates[candidate].home)
    let slot: Int
    if market.isFull(candidate) {
      slot = market.lowestSlot(of: candidate)
      evict(market.slots[slot].need, from: arc.end, market)
    } else {
      if home >= 0 { makeRoom(at: home, market) }
      market.candidates[candidate].used += 1
      slot = market.freeSlot(of: candidate)
    }
    market.slots[slot] = Market.Slot(bid: bid, need: Int32(need), cost: arc.cost)
    market.hold(need, arc)
    market.needs[need].missing -= 1
    if home >= 0 {
      reprice(home: home, market)
    } else if market.isFull(candidate) {
      price[candidate] =
        market.candidates[candidate].capacity == 1
        ? bid : market.slots[market.lowestSlot(of: candidate)].bid
    }
  }

  /// Takes one place of a home, from its lowest bid when all are taken.
  private mutating func makeRoom(at home: Int, _ market: borrowing Market) {
    guard market.homes[home].isFull else {
      market.homes[home].used += 1
      return
    }
    let lowest = market.lowestSlot(ofHome: home)
    evict(market.slots[lowest.slot].need, from: Int32(lowest.candidate), market)
    market.slots[lowest.slot].need = -1
    market.candidates[lowest.candidate].used -= 1
  }

  /// Prices of a home and its candidates after one of them took somebody.
  func reprice(home: Int, _ market: borrowing Market) {
    if market.homes[home].isFull {
      market.homes[home].price = market.slots[market.lowestSlot(ofHome: home).slot].bid
    }
    let homePrice = market.homes[home].price
    for index in market.memberRange(home) {
      let candidate = Int(market.member[index])
      guard market.candidates[candidate].capacity > 0 else { continue }
      price[candidate] =
        market.isFull(candidate)
        ? market.slots[market.lowestSlot(of: candidate)].bid
        : max(market.candidates[candidate].floor, homePrice)
    }
  }

  /// Fills a need's cache with its cheapest arcs by present prices, and bounds the rest.
  ///
  /// The cache takes what lies within the need's *reach* of its cheapest arc, and its second cheapest; the
  /// reach is halved when that is too much and grows when it is little.
  private func scan(_ need: Int, _ market: borrowing Market) {
    let (first, second) = valueRow(need, market)
    var reach = market.needs[need].reach
    var (taken, rest) = fillCache(need, upTo: max(second, first + reach), market)
    while rest <= max(second, first + reach), reach > 0 {
      reach >>= 1
      if rest > second { break }
      (taken, rest) = fillCache(need, upTo: max(second, first + reach), market)
    }
    if taken < Market.cacheSize / 2 + 1 { reach += reach / 2 + 1 }
    let nobody = Arc(end: Int32(market.candidateCount), cost: 0)
    for place in taken..<Market.cacheSize { market.cache[need * Market.cacheSize + place] = nobody }
    market.needs[need].reach = reach
    market.needs[need].bound = rest
  }

  /// Works out what each arc of a need would cost now.
  ///
  /// - Returns: the cheapest and second cheapest.
  @inline(__always)
  private func valueRow(_ need: Int, _ market: borrowing Market) -> (first: Price, second: Price) {
    let row = market.rows.base + market.needs[need].row
    let prices = price
    let values = values.base
    var first = far
    var second = far
    for index in 0..<Int(market.needs[need].length) {
      let value = Price(row[index].cost) &+ prices[Int(row[index].end)]
      values[index] = value
      let greater = max(first, value)
      first = min(first, value)
      second = min(second, greater)
    }
    return (first, second)
  }

  /// Takes arcs up to a value into the cache, as many as fit.
  ///
  /// - Returns: how many, and the cheapest value left out.
  @inline(__always)
  private func fillCache(
    _ need: Int, upTo limit: Price, _ market: borrowing Market
  ) -> (taken: Int, rest: Price) {
    let row = market.rows.base + market.needs[need].row
    let cache = market.cache.base + need &* Market.cacheSize
    let values = values.base
    var taken = 0
    var rest = far
    for index in 0..<Int(market.needs[need].length) {
      let value = values[index]
      let isTaken = value <= limit && taken < Market.cacheSize
      if isTaken {
        cache[taken] = row[index]
        taken &+= 1
      }
      rest = min(rest, isTaken ? far : value)
    }
    return (taken, rest)
  }
}
