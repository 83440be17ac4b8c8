extension Bidders {
  /// Lowers the prices of candidates with room until each is taken or costs no more than its home.
  ///
  /// A candidate with room and a price looks for the need that would gain most by coming to it, and lowers
  /// its price to just below what its second choice would give. The place that need leaves may then be
  /// stranded in its turn. Full homes are left to the exact search.
  ///
  /// - Parameter most: how many steps it may take.
  /// - Returns: how many it took; nil when they were not enough.
  mutating func lowerStranded(step: Price, most: Int, _ market: borrowing Market) -> Int? {
    var listed = listStranded(market)
    guard listed > 0 else { return 0 }
    for need in needs { setWorth(need, market) }
    var stepsLeft = most
    while listed > 0 {
      guard stepsLeft > 0 else { return nil }
      stepsLeft -= 1
      listed -= 1
      let candidate = Int(stranded[listed])
      isListed[candidate] = false
      guard isStranded(candidate, market) else { continue }
      listed = attract(to: candidate, step: step, listed, market)
    }
    return most - stepsLeft
  }

  private mutating func listStranded(_ market: borrowing Market) -> Int {
    var listed = 0
    for candidate in 0..<market.candidateCount {
      isListed[candidate] = false
      list(candidate, &listed, market)
    }
    return listed
  }

  private func list(_ candidate: Int, _ listed: inout Int, _ market: borrowing Market) {
    guard market.halves.isOpen(Int32(candidate), to: half), !isListed[candidate],
      isStranded(candidate, market)
    else { return }
    isListed[candidate] = true
    stranded[listed] = Int32(candidate)
    listed += 1
  }

  private func isStranded(_ candidate: Int, _ market: borrowing Market) -> Bool {
    !market.isFull(candidate) && price[candidate] > leastPrice(candidate, market)
  }

  /// What a place at a candidate with room costs at least: its home's price when that is full.
  private func leastPrice(_ candidate: Int, _ market: borrowing Market) -> Price {
    let home = market.candidates[candidate].home
    return home >= 0 && market.homes[home].isFull ? market.homes[home].price : 0
  }

  /// Sets as a need's price what it pays at its dearest place.
  private func setWorth(_ need: Int, _ market: borrowing Market) {
    let state = market.needs[need]
    var dearest = state.held < state.units ? state.penalty : -far
    for hold in market.holdRange(need) {
      let arc = market.holds[hold]
      dearest = max(dearest, Price(arc.cost) + price[Int(arc.end)])
    }
    market.needPrice[need] = dearest
  }

  /// One step of the reverse auction.
  ///
  /// - Returns: how many candidates are listed now.
  private mutating func attract(
    to candidate: Int, step: Price, _ listed: Int, _ market: borrowing Market
  ) -> Int {
    let least = leastPrice(candidate, market)
    let home = market.candidates[candidate].home
    let (first, second, arc) = twoBestOffers(candidate, market)
    if first <= least + step || home >= 0 && market.homes[home].isFull {
      let lowest = min(price[candidate], max(least, first - step))
      market.candidates[candidate].floor = lowest
      price[candidate] = lowest
      return listed
    }
    var listed = listed
    let need = Int(arc.end)
    if market.needs[need].held == market.needs[need].units {
      leaveDearest(need, &listed, market)
    } else if market.needs[need].missing > 0 {
      market.needs[need].missing -= 1
    }
    let lowest = max(least, second - step)
    if home >= 0 { market.homes[home].used += 1 }
    market.candidates[candidate].used += 1
    market.slots[market.freeSlot(of: candidate)] = Market.Slot(
      bid: lowest, need: arc.end, cost: arc.cost)
    market.candidates[candidate].floor = lowest
    price[candidate] = lowest
    market.hold(need, Arc(end: Int32(candidate), cost: arc.cost))
    if home >= 0, market.homes[home].isFull { reprice(home: Int(home), market) }
    setWorth(need, market)
    list(candidate, &listed, market)
    return listed
  }

  /// The two highest prices needs would pay to leave their dearest place for this candidate, and the
  /// arc of the highest.
  private func twoBestOffers(
    _ candidate: Int, _ market: borrowing Market
  ) -> (first: Price, second: Price, arc: Arc) {
    var first = -far
    var second = -far
    var best = Arc(end: -1, cost: 0)
    for index in market.columnRange(candidate) {
      let arc = market.columns[index]
      let offer = market.needPrice[arc.end] &- Price(arc.cost)
      guard offer > second, !market.isHolding(Int(arc.end), Int32(candidate)) else { continue }
      if offer > first {
        second = first
        first = offer
        best = arc
      } else {
        second = offer
      }
    }
    return (first, second, best)
  }

  /// Takes a need away from its dearest candidate, who has room from then on.
  private mutating func leaveDearest(_ need: Int, _ listed: inout Int, _ market: borrowing Market) {
    var dearest = -far
    var candidate = -1
    for hold in market.holdRange(need) {
      let arc = market.holds[hold]
      let value = Price(arc.cost) + price[Int(arc.end)]
      if value > dearest {
        dearest = value
        candidate = Int(arc.end)
      }
    }
    market.slots[market.slot(of: candidate, heldBy: need)].need = -1
    market.candidates[candidate].used -= 1
    market.candidates[candidate].floor = price[candidate]
    market.unhold(need, Int32(candidate))
    let home = Int(market.candidates[candidate].home)
    if home >= 0 {
      market.homes[home].used -= 1
      market.homes[home].price = 0
      for index in market.memberRange(home) {
        let member = Int(market.member[index])
        guard !market.isFull(member) else { continue }
        market.candidates[member].floor = price[member]
        list(member, &listed, market)
      }
    }
    list(candidate, &listed, market)
  }
}
