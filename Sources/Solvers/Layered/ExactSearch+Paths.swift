extension ExactSearch {
  /// The nearest node that can take a unit from the start: the sink or one with a deficit; nil when
  /// there is none within the horizon.
  mutating func searchForward(_ market: borrowing Market) -> Int? {
    while let (length, node) = next() {
      if node == sink || excess[node] < 0 { return node }
      settle(node)
      if node < needCount {
        goOn(fromNeed: node, length, market)
      } else if node < homeBase {
        goOn(fromCandidate: node - needCount, length, market)
      } else {
        goOn(fromHome: node - homeBase, length, market)
      }
    }
    return nil
  }

  /// Over arcs not held, and to the sink by leaving a unit unfilled.
  private mutating func goOn(fromNeed need: Int, _ length: Price, _ market: borrowing Market) {
    let base = length - market.needPrice[need]
    reach(sink, at: base + market.needs[need].penalty, from: Int32(need))
    let nearest = state[sink] == .reached ? distance[sink] : .max
    let rows = market.rows.base
    let prices = market.price.base
    for arc in market.rowRange(need) {
      let end = rows[arc].end
      let there = base &+ Price(rows[arc].cost) &+ prices[Int(end)]
      if there >= nearest || market.isHolding(need, end) { continue }
      reach(needCount &+ Int(end), at: there, from: Int32(need))
    }
  }

  /// To its home or the sink while it can pass on more, and back to those who hold a place.
  private mutating func goOn(
    fromCandidate candidate: Int, _ length: Price, _ market: borrowing Market
  ) {
    let state = market.candidates[candidate]
    let base = length - market.price[candidate]
    let node = Int32(needCount + candidate)
    if sent[candidate] < state.capacity {
      let next = state.home < 0 ? sink : homeBase + Int(state.home)
      reach(next, at: base + market.homePrice(of: candidate), from: node)
    }
    for slot in market.slotRange(candidate) where market.slots[slot].need >= 0 {
      let held = market.slots[slot]
      reach(
        Int(held.need), at: base + market.needPrice[held.need] - Price(held.cost), from: node)
    }
  }

  private mutating func goOn(fromHome home: Int, _ length: Price, _ market: borrowing Market) {
    let state = market.homes[home]
    let node = Int32(homeBase + home)
    if out[home] < state.capacity {
      reach(sink, at: length - state.price, from: node)
      // With room to spare nothing is nearer than the sink.
      if state.price == 0 { return }
    }
    for index in market.memberRange(home) where sent[market.member[index]] > 0 {
      let member = Int(market.member[index])
      reach(needCount + member, at: length + market.price[member] - state.price, from: node)
    }
  }

  /// The nearest node that can give a unit to the start: the sink or one with an excess; nil when
  /// there is none within the horizon.
  mutating func searchBackward(_ market: borrowing Market) -> Int? {
    while let (length, node) = next() {
      if node == sink || excess[node] > 0 { return node }
      settle(node)
      if node < needCount {
        goBack(fromNeed: node, length, market)
      } else if node < homeBase {
        goBack(fromCandidate: node - needCount, length, market)
      } else {
        goBack(fromHome: node - homeBase, length, market)
      }
    }
    return nil
  }

  /// Places the need could leave, and a unit left unfilled that could be filled.
  private mutating func goBack(fromNeed need: Int, _ length: Price, _ market: borrowing Market) {
    let base = length + market.needPrice[need]
    for hold in market.holdRange(need) {
      let arc = market.holds[hold]
      reach(
        needCount + Int(arc.end), at: base - market.price[arc.end] - Price(arc.cost),
        from: Int32(need))
    }
    let state = market.needs[need]
    assert(excess[need] <= 0)
    if state.units > state.held { reach(sink, at: base - state.penalty, from: Int32(need)) }
  }

  private mutating func goBack(
    fromCandidate candidate: Int, _ length: Price, _ market: borrowing Market
  ) {
    let home = market.candidates[candidate].home
    let base = length + market.price[candidate]
    let node = Int32(needCount + candidate)
    if sent[candidate] > 0 {
      let next = home < 0 ? sink : homeBase + Int(home)
      reach(next, at: base - market.homePrice(of: candidate), from: node)
    }
    let nearest = state[sink] == .reached ? distance[sink] : .max
    let columns = market.columns.base
    let needPrice = market.needPrice.base
    for index in market.columnRange(candidate) {
      let need = Int(columns[index].end)
      let there = base &+ Price(columns[index].cost) &- needPrice[need]
      if there >= nearest || market.isHolding(need, Int32(candidate)) { continue }
      reach(need, at: there, from: node)
    }
  }

  private mutating func goBack(fromHome home: Int, _ length: Price, _ market: borrowing Market) {
    let state = market.homes[home]
    let node = Int32(homeBase + home)
    if out[home] > 0 {
      reach(sink, at: length + state.price, from: node)
      if state.price == 0 { return }
    }
    for index in market.memberRange(home) {
      let member = Int(market.member[index])
      guard sent[member] < market.candidates[member].capacity else { continue }
      reach(needCount + member, at: length + state.price - market.price[member], from: node)
    }
  }
}
