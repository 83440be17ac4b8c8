extension Replanner {
  /// Adds a need and its arcs.
  ///
  /// - Parameters:
  ///   - candidates: one end of each arc, each another.
  ///   - costs: the cost of each arc.
  /// - Returns: the need's number, one more than the last.
  /// - Throws: `NetworkError` when the arcs do not belong to the network or its sums could overflow; nothing
  ///   has changed then.
  public mutating func addNeed(
    _ need: LayeredNetwork.Need, candidates: [Int32], costs: [Int32]
  ) throws(NetworkError) -> Int {
    try check(ends: candidates, below: counts.candidates, costs)
    guard need.units >= 0 else { throw .negativeSupply(node: counts.needs) }
    try check(need, costs)
    var needed = RoomNeeded(
      rows: RoomNeeded.toGrow(to: costs.count),
      holds: RoomNeeded.toGrow(to: min(Int(need.units), costs.count) + 1))
    for candidate in candidates {
      needed.columns += Runs.most(
        toGrow: market.columnRange(Int(candidateNumber[Int(candidate)])).count)
      needed.slots += roomToWiden(candidate: Int(candidate), by: 0)
    }
    makeRoom(needed, costs, penalty: need.penalty)
    let added = counts.needs
    counts.needs += 1
    asked[added] = need
    let number = Int(needNumber[added])
    market.needs[number].penalty = market.scale.penalty(need.penalty)
    market.needPrice[number] = market.needs[number].penalty
    for (candidate, cost) in zip(candidates, costs) {
      join(number, Int(candidateNumber[Int(candidate)]), cost)
    }
    for candidate in candidates { widen(candidate: Int(candidate)) }
    widen(need: added)
    search.putRight(market)
    return added
  }

  /// Adds a candidate and their arcs, at a home there is.
  ///
  /// - Parameters:
  ///   - needs: one end of each arc, each another.
  ///   - costs: the cost of each arc.
  /// - Returns: the candidate's number, one more than the last.
  /// - Throws: `NetworkError` when the arcs or the home do not belong to the network or its sums could
  ///   overflow; nothing has changed then.
  public mutating func addCandidate(
    _ candidate: LayeredNetwork.Candidate, needs: [Int32], costs: [Int32]
  ) throws(NetworkError) -> Int {
    try check(ends: needs, below: counts.needs, costs)
    guard candidate.capacity >= 0 else { throw .negativeCapacity(arc: counts.candidates) }
    let home = Int(candidate.home)
    guard home >= 0, home < counts.homes else { throw .endOutOfRange(arc: counts.candidates) }
    try check(nil, costs)
    var needed = RoomNeeded(
      columns: RoomNeeded.toGrow(to: costs.count),
      slots: RoomNeeded.toGrow(to: min(Int(candidate.capacity), costs.count) + 1),
      members: Runs.most(toGrow: Int(market.homes[home].members)))
    for need in needs {
      needed.rows += Runs.most(toGrow: Int(market.needs[needNumber[Int(need)]].length))
      needed.holds += roomToWiden(need: Int(need), by: 0)
    }
    makeRoom(needed, costs, penalty: 0)
    let added = counts.candidates
    counts.candidates += 1
    offered[added] = candidate
    let number = Int(candidateNumber[added])
    settle(number, at: home)
    for (need, cost) in zip(needs, costs) { join(Int(needNumber[Int(need)]), number, cost) }
    widen(candidate: added)
    for need in needs { widen(need: Int(need)) }
    search.putRight(market)
    return added
  }

  /// Adds a home that can let go so many, with nobody yet.
  ///
  /// - Returns: the home's number, one more than the last.
  public mutating func addHome(capacity: Int32) -> Int {
    makeRoom(RoomNeeded())
    let added = counts.homes
    counts.homes += 1
    homeCapacity[added] = capacity
    market.homes[added].capacity = capacity
    return added
  }
}

extension Replanner {
  /// Lets a need hold as many as it asks for and has arcs to.
  mutating func widen(need: Int) {
    let number = Int(needNumber[need])
    let wanted = min(asked[need].units, market.needs[number].length)
    while market.needs[number].units < wanted {
      let units = Int(market.needs[number].units)
      market.needs[number].firstHold = Int32(
        runs.holds.grow(
          number, first: Int(market.needs[number].firstHold), count: units, in: market.holds))
      market.needs[number].units += 1
      search.excess[number] += 1
      search.note(number)
    }
  }

  /// Lets a candidate serve as many as they offer and have arcs to.
  mutating func widen(candidate: Int) {
    let number = Int(candidateNumber[candidate])
    let wanted = min(offered[candidate].capacity, Int32(clamping: market.columnRange(number).count))
    while market.candidates[number].capacity < wanted {
      let places = Int(market.candidates[number].capacity)
      market.candidates[number].firstSlot = Int32(
        runs.slots.grow(
          number, first: Int(market.candidates[number].firstSlot), count: places, in: market.slots))
      market.candidates[number].capacity += 1
      if market.price[number] >= far { market.price[number] = priceToReturn(number) }
      if market.price[number] > market.homePrice(of: number) { pass(number, 1) }
    }
  }

  /// What `widen(need:)` may take when so much more is asked, and the need has an arc more.
  func roomToWiden(need: Int, by amount: Int32) -> Int {
    let state = market.needs[needNumber[need]]
    let wanted = min(Int(asked[need].units) + Int(amount), Int(state.length) + 1)
    return wanted > Int(state.units) ? RoomNeeded.toGrow(to: wanted) : 0
  }

  /// What `widen(candidate:)` may take when so much more is offered, and the candidate has an arc more.
  func roomToWiden(candidate: Int, by amount: Int32) -> Int {
    let number = Int(candidateNumber[candidate])
    let wanted = min(
      Int(offered[candidate].capacity) + Int(amount), market.columnRange(number).count + 1)
    return wanted > Int(market.candidates[number].capacity) ? RoomNeeded.toGrow(to: wanted) : 0
  }

  /// An arc more between a need that does not hold it and a candidate. It may not look better than what the
  /// need holds: the need of a new arc is new, or the candidate's price beyond all.
  private mutating func join(_ need: Int, _ candidate: Int, _ cost: Int32) {
    let cost = market.scale.arc(cost)
    let length = Int(market.needs[need].length)
    let row = runs.rows.grow(need, first: market.needs[need].row, count: length, in: market.rows)
    market.needs[need].row = row
    market.needs[need].length += 1
    market.rows[row + length] = Arc(end: Int32(candidate), cost: cost)
    let count = market.columnRange(candidate).count
    let column = runs.columns.grow(
      candidate, first: market.columnStart[candidate], count: count, in: market.columns)
    market.columnStart[candidate] = column
    market.columnEnd[candidate] = column + count + 1
    market.columns[column + count] = Arc(end: Int32(need), cost: cost)
    market.needPrice[need] = min(market.needPrice[need], Price(cost) + market.price[candidate])
  }

  private mutating func settle(_ candidate: Int, at home: Int) {
    let members = Int(market.homes[home].members)
    let first = runs.members.grow(
      home, first: Int(market.homes[home].firstMember), count: members, in: market.member)
    market.homes[home].firstMember = Int32(first)
    market.homes[home].members += 1
    market.member[first + members] = Int32(candidate)
    market.candidates[candidate].home = Int32(home)
  }
}

extension Replanner {
  /// Makes the index again if tables have too little room left, or costs are larger than it can hold.
  mutating func makeRoom(_ needed: RoomNeeded, _ costs: [Int32] = [], penalty: Int = 0) {
    var range = arcCosts
    for cost in costs {
      range = min(range.lowerBound, Int(cost))...max(range.upperBound, Int(cost))
    }
    let isFine = market.scale.fineness == 1 || !CostScale.isTooLargeToRefine(range)
    let hasNodes =
      counts.needs < asked.count && counts.candidates < offered.count
      && counts.homes + 1 < homeCapacity.count
    if !isFine || !hasNodes || !runs.have(needed) { makeAgain(needed, costs: range) }
    arcCosts = range
  }

  /// The network as it would be given now.
  func network(costs: ClosedRange<Int>) -> LayeredNetwork {
    let start = Array(rowStart()[...counts.needs])
    let rows = Table<Arc>(unfilled: start[counts.needs])
    for need in 0..<counts.needs {
      let first = market.needs[needNumber[need]].row
      for place in 0..<start[need + 1] - start[need] {
        let arc = market.rows[first + place]
        rows[start[need] + place] = Arc(
          end: market.locality.candidates[Int(arc.end)],
          cost: Int32(market.scale.cost(ofArc: arc.cost)))
      }
    }
    return LayeredNetwork(
      unchecked: Array(asked[..<counts.needs]), Array(offered[..<counts.candidates]),
      Array(homeCapacity[..<counts.homes]), start, rows, costs)
  }

  private func check(ends: [Int32], below count: Int, _ costs: [Int32]) throws(NetworkError) {
    guard ends.count == costs.count else { throw .arcArraysDiffer }
    var seen: Set<Int32> = []
    for (index, end) in ends.enumerated() {
      guard end >= 0, end < count else { throw .endOutOfRange(arc: index) }
      guard seen.insert(end).inserted else { throw .repeatedArc(index) }
    }
  }

  /// Whether sums stay within their bounds with a need more and costs like these.
  private func check(_ need: LayeredNetwork.Need?, _ costs: [Int32]) throws(NetworkError) {
    let needs = asked[..<counts.needs] + (need.map { [$0] } ?? [])
    let sizes = counts.needs + counts.candidates + counts.homes
    let arcs = (0..<counts.needs).reduce(costs.count) {
      $0 + Int(market.needs[needNumber[$1]].length)
    }
    guard sizes + 1 + arcs <= LayeredNetwork.Limit.nodesAndArcs else {
      throw .tooManyNodesAndArcs(sizes + 1 + arcs)
    }
    guard needs.reduce(0, { $0 + Int($1.units) }) <= LayeredNetwork.Limit.units else {
      throw .supplyCouldOverflow
    }
    var largest = max(abs(arcCosts.lowerBound), abs(arcCosts.upperBound))
    for cost in costs { largest = max(largest, Int(cost.magnitude)) }
    for need in needs { largest = max(largest, Int(clamping: need.penalty.magnitude)) }
    try LayeredNetwork.checkSums(Array(needs), largestCost: largest)
  }
}
