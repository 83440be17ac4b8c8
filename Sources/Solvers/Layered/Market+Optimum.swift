extension Market {
  /// Reads the solution off, in the network's own numbers and units.
  ///
  /// - Parameters:
  ///   - rowStart: where each need's row begins in the network, where that is no longer as it was.
  ///   - isExact: whether prices meet complementary slackness; otherwise they only bound the cost.
  func optimum(
    _ asked: [LayeredNetwork.Need], _ offered: [LayeredNetwork.Candidate], _ homeCapacity: [Int32],
    rowStart: [Int]? = nil, isExact: Bool, threads: Int
  ) -> LayeredOptimum {
    var optimum = LayeredOptimum(
      chosen: [], cost: 0, bound: 0, needPrice: [Int](repeating: 0, count: needCount),
      candidatePrice: [Int](repeating: 0, count: candidateCount),
      homePrice: (0..<homes.count).map { max(0, scale.floored(homes[$0].price)) })
    choose(asked, rowStart ?? self.rowStart, isExact: isExact, threads: threads, &optimum)
    for candidate in 0..<candidateCount {
      let old = Int(locality.candidates[candidate])
      priceHome(candidate, offered[old], homeCapacity, &optimum)
    }
    for candidate in 0..<candidateCount {
      let old = Int(locality.candidates[candidate])
      optimum.candidatePrice[old] = ownPrice(candidate, offered[old], optimum)
    }
    optimum.bound = bound(optimum, asked, offered, homeCapacity)
    return optimum
  }

  /// Units beyond the arcs stay unfilled whatever happens: then one unit more costs its penalty.
  private func price(ofExact need: Int, _ units: Int32) -> Price {
    units > needs[need].units ? needs[need].penalty : needPrice[need]
  }

  /// The least a unit could cost at present prices.
  private func cheapest(_ need: Int) -> Price {
    rowRange(need).reduce(needs[need].penalty) {
      min($0, Price(rows[$1].cost) + price[rows[$1].end])
    }
  }

  /// Sets the arcs chosen, what they cost, and the needs' prices.
  private func choose(
    _ asked: [LayeredNetwork.Need], _ rowStart: [Int], isExact: Bool, threads: Int,
    _ optimum: inout LayeredOptimum
  ) {
    let number = Table<Int32>(repeating: 0, count: needCount)
    for (new, old) in locality.needs.enumerated() { number[old] = Int32(new) }
    var chosen: [[Int]] = [[], []]
    var cost = [0, 0]
    optimum.needPrice.withUnsafeMutableBufferPointer { needPrice in
      chosen.withUnsafeMutableBufferPointer { chosen in
        cost.withUnsafeMutableBufferPointer { cost in
          sideBySide(threads: halves.areApart ? threads : 1) { half in
            for old in half == 0 ? 0..<needCount / 2 : needCount / 2..<needCount {
              let need = Int(number[old])
              let price = isExact ? price(ofExact: need, asked[old].units) : cheapest(need)
              needPrice[old] = scale.floored(price) + scale.zero
              cost[half] += (Int(asked[old].units) - Int(needs[need].held)) * asked[old].penalty
              cost[half] += choose(need, from: rowStart[old], &chosen[half])
            }
          }
        }
      }
    }
    optimum.chosen = chosen[0] + chosen[1]
    optimum.cost = cost[0] + cost[1]
  }

  /// Lists the arcs a need holds.
  ///
  /// - Parameter start: the position of the need's first arc in the network.
  /// - Returns: what they cost.
  private func choose(_ need: Int, from start: Int, _ chosen: inout [Int]) -> Int {
    var left = needs[need].held
    var cost = 0
    var arc = needs[need].row
    while left > 0 {
      if isHolding(need, rows[arc].end) {
        chosen.append(start + arc - needs[need].row)
        cost += scale.cost(ofArc: rows[arc].cost)
        left -= 1
      }
      arc += 1
    }
    return cost
  }

  /// A candidate who alone could fill their home is limited by it: what their places cost is its price.
  /// A home with nothing to give is priced above what any need would pay.
  private func priceHome(
    _ candidate: Int, _ offered: LayeredNetwork.Candidate, _ homeCapacity: [Int32],
    _ optimum: inout LayeredOptimum
  ) {
    let home = Int(offered.home)
    guard offered.capacity > candidates[candidate].capacity,
      candidates[candidate].capacity == homeCapacity[home]
    else { return }
    let price =
      homeCapacity[home] == 0 ? dearest(candidate, optimum) : scale.floored(price[candidate])
    optimum.homePrice[home] = max(optimum.homePrice[home], price)
  }

  /// The price beyond the home's. A candidate with no places is priced above what any need would pay;
  /// one with more places than arcs has some left over, and a price of 0.
  private func ownPrice(
    _ candidate: Int, _ offered: LayeredNetwork.Candidate, _ optimum: LayeredOptimum
  ) -> Int {
    let total: Int
    if offered.capacity == 0 {
      total = dearest(candidate, optimum)
    } else if offered.capacity > candidates[candidate].capacity {
      return 0
    } else {
      total = scale.floored(price[candidate])
    }
    return max(0, total - optimum.homePrice[Int(offered.home)])
  }

  /// The most any need would pay for a candidate.
  private func dearest(_ candidate: Int, _ optimum: LayeredOptimum) -> Int {
    columnRange(candidate).reduce(0) {
      let arc = columns[$1]
      return max(
        $0, optimum.needPrice[Int(locality.needs[Int(arc.end)])] - scale.cost(ofArc: arc.cost))
    }
  }

  /// What the prices prove: no solution costs less.
  private func bound(
    _ optimum: borrowing LayeredOptimum, _ asked: [LayeredNetwork.Need],
    _ offered: [LayeredNetwork.Candidate], _ homeCapacity: [Int32]
  ) -> Int {
    var bound = 0
    for (need, price) in zip(asked, optimum.needPrice) { bound += Int(need.units) * price }
    for (candidate, price) in zip(offered, optimum.candidatePrice) {
      bound -= Int(candidate.capacity) * price
    }
    for (capacity, price) in zip(homeCapacity, optimum.homePrice) { bound -= Int(capacity) * price }
    for candidate in 0..<candidateCount {
      let old = Int(locality.candidates[candidate])
      let price = optimum.candidatePrice[old] + optimum.homePrice[Int(offered[old].home)]
      for slot in slotRange(candidate) where slots[slot].need >= 0 {
        let need = optimum.needPrice[Int(locality.needs[Int(slots[slot].need)])]
        bound += min(0, scale.cost(ofArc: slots[slot].cost) + price - need)
      }
    }
    return bound
  }
}
