extension Market {
  /// Everything unheld at prices of 0.
  ///
  /// - Parameter spare: how much longer than need be tables are, where capacities, units and arcs may change
  ///   later: then no limit is left out because it does not bind now either, and each has a place to spare.
  /// - Complexity: linear in needs, candidates, homes and arcs.
  init(_ network: consuming LayeredNetwork, spare: Spare? = nil, threads: Int) {
    let isToChange = spare != nil
    let threads = Halves.isWorthwhile(arcs: network.rows.count) ? threads : 1
    let locality = Locality(network)
    let scale = CostScale(network, isToChange: isToChange)
    let homes = Self.homes(network.homeCapacity)
    let needs = Self.needs(network, locality, scale)
    let next = Table(repeating: 0, count: 2 * network.candidates.count)
    rowStart = network.rowStart
    let rows = Self.renumbered(
      network.rows, needs, locality, rowStart, scale, counting: next, spare: spare?.arcs ?? 0,
      threads)
    let columnStart = Self.columnStart(next)
    let candidates = Self.candidates(network, locality, columnStart, isToChange)
    arcCosts = scale.range(network.arcCosts)
    _ = consume network
    let columns = Self.columns(rows, needs, next, threads)
    let member = Self.settle(candidates, in: homes, spare: spare?.places ?? 0)
    let count = candidates.count

    price = Table(count: count + 1) { $0 == count || candidates[$0].capacity == 0 ? far : 0 }
    slots = Table(repeating: Slot(), count: Self.layOutSlots(candidates, spare))
    holds = Self.holds(of: needs, spare)
    needPrice = Table(repeating: 0, count: needs.count)
    cache = Table(
      repeating: Arc(end: Int32(count), cost: 0), count: needs.count * Self.cacheSize)
    longestRow = (0..<needs.count).reduce(0) { max($0, Int(needs[$1].length)) }
    halves = Halves(needs: needs.count, candidates: count, arcs: rowStart.last ?? 0)
    columnEnd = Table(count: count) { columnStart[$0 + 1] }
    self.scale = scale
    self.needs = needs
    self.columnStart = columnStart
    self.columns = columns
    self.homes = homes
    self.candidates = candidates
    self.member = member
    self.locality = locality
    self.rows = rows
    layOutHalves(threads: threads)
    if isToChange { closeHomesWithoutPlaces() }
  }

  /// Prices homes that let nobody go so high that no need looks at their candidates.
  private func closeHomesWithoutPlaces() {
    for home in 0..<homes.count where homes[home].capacity == 0 {
      for index in memberRange(home) {
        for column in columnRange(Int(member[index])) {
          let arc = columns[column]
          homes[home].price = max(
            homes[home].price, needs[arc.end].penalty - Price(arc.cost))
        }
      }
      for index in memberRange(home) where candidates[member[index]].capacity > 0 {
        price[member[index]] = homes[home].price
      }
    }
  }

  /// Takes over what an earlier solution chose, as far as limits allow, and its prices.
  func adopt(_ earlier: LayeredOptimum) {
    for home in 0..<homes.count where homes[home].capacity > 0 {
      homes[home].price = homes[home].members == 0 ? 0 : scale.price(earlier.homePrice[home])
    }
    for candidate in 0..<candidateCount where hasPlaces(candidate) {
      let own = scale.price(earlier.candidatePrice[Int(locality.candidates[candidate])])
      price[candidate] = own + homePrice(of: candidate)
    }
    for need in 0..<needCount {
      let first = rowStart[Int(locality.needs[need])]
      let end = first + Int(needs[need].length)
      var next = earlier.chosen(before: first)
      while next < earlier.chosen.count, earlier.chosen[next] < end {
        adopt(rows[needs[need].row + earlier.chosen[next] - first], by: need)
        next += 1
      }
    }
  }

  private func adopt(_ arc: Arc, by need: Int) {
    let candidate = Int(arc.end)
    let home = candidates[candidate].home
    guard needs[need].held < needs[need].units, !isFull(candidate),
      home < 0 || !homes[home].isFull
    else { return }
    slots[freeSlot(of: candidate)] = Slot(bid: 0, need: Int32(need), cost: arc.cost)
    candidates[candidate].used += 1
    if home >= 0 { homes[home].used += 1 }
    hold(need, arc)
  }

  /// Rows in the new order of needs, with the new numbers of candidates.
  ///
  /// - Parameter ends: here the arcs of each candidate are counted, those of the first half of the needs
  ///   and then those of the second.
  private static func renumbered(
    _ rows: borrowing Table<Arc>, _ needs: borrowing Table<Need>, _ locality: borrowing Locality,
    _ rowStart: [Int], _ scale: CostScale, counting ends: borrowing Table<Int>, spare: Int,
    _ threads: Int
  ) -> Table<Arc> {
    let count = locality.candidates.count
    let number = Table<Int32>(repeating: 0, count: count)
    for (new, old) in locality.candidates.enumerated() { number[old] = Int32(new) }
    let order = locality.needs
    let renumbered = Table<Arc>(unfilled: rows.count + spare)
    sideBySide(threads: threads) { half in
      let counted = ends.base + half * count
      for need in part(half, of: needs.count) {
        let from = rows.base + rowStart[Int(order[need])]
        let to = renumbered.base + needs[need].row
        for index in 0..<Int(needs[need].length) {
          let arc = from[index]
          let end = number[arc.end]
          counted[Int(end)] += 1
          to[index] = Arc(end: end, cost: scale.arc(arc.cost))
        }
      }
    }
    return renumbered
  }

  private static func part(_ half: Int, of count: Int) -> Range<Int> {
    half == 0 ? 0..<count / 2 : count / 2..<count
  }

  /// Units beyond a need's arcs can never be filled: they are left out of the search.
  private static func needs(
    _ network: borrowing LayeredNetwork, _ locality: borrowing Locality, _ scale: CostScale
  ) -> Table<Need> {
    let order = locality.needs
    let needs = Table(
      repeating: Need(penalty: 0, reach: 1, row: 0, length: 0, firstHold: 0, units: 0),
      count: order.count)
    var row = 0
    for (new, old) in order.enumerated() {
      let length = Int32(network.rowStart[Int(old) + 1] - network.rowStart[Int(old)])
      let need = network.needs[Int(old)]
      needs[new].penalty = scale.penalty(need.penalty)
      needs[new].row = row
      needs[new].length = length
      row += Int(length)
      needs[new].units = min(need.units, length)
    }
    return needs
  }

  /// Where each candidate's column starts, and one more.
  ///
  /// - Parameter ends: the arcs of each half; where they go from then on.
  private static func columnStart(_ ends: borrowing Table<Int>) -> Table<Int> {
    let count = ends.count / 2
    var start = 0
    return Table(count: count + 1) { candidate in
      let begin = start
      if candidate < count {
        let first = ends[candidate]
        ends[candidate] = start
        start += first
        let second = ends[count + candidate]
        ends[count + candidate] = start
        start += second
      }
      return begin
    }
  }

  /// - Parameter next: where the next arc of each candidate goes, for each half of the needs.
  private static func columns(
    _ rows: borrowing Table<Arc>, _ needs: borrowing Table<Need>, _ next: borrowing Table<Int>,
    _ threads: Int
  ) -> Table<Arc> {
    let columns = Table<Arc>(unfilled: rows.count)
    sideBySide(threads: threads) { half in
      let next = next.base + half * (next.count / 2)
      let row = rows.base
      let column = columns.base
      for need in part(half, of: needs.count) {
        for arc in needs[need].row..<needs[need].row + Int(needs[need].length) {
          let end = Int(row[arc].end)
          column[next[end]] = Arc(end: Int32(need), cost: row[arc].cost)
          next[end] += 1
        }
      }
    }
    return columns
  }

  private static func homes(_ capacities: [Int32]) -> Table<Home> {
    Table(count: capacities.count) { Home(capacity: capacities[$0]) }
  }

  private static func candidates(
    _ network: borrowing LayeredNetwork, _ locality: borrowing Locality,
    _ columnStart: borrowing Table<Int>, _ isToChange: Bool
  ) -> Table<Candidate> {
    isToChange
      ? allCandidates(network, locality, columnStart)
      : boundCandidates(network, locality, columnStart)
  }

  /// Candidates by their new numbers, with no more places than arcs or their home could fill. A home
  /// that could let go all its candidates can serve never binds and is left out.
  private static func boundCandidates(
    _ network: borrowing LayeredNetwork, _ locality: borrowing Locality,
    _ columnStart: borrowing Table<Int>
  ) -> Table<Candidate> {
    let capacities = network.homeCapacity
    let most = Table<Int>(repeating: 0, count: capacities.count)
    let order = locality.candidates
    let candidates = Table(
      repeating: Candidate(capacity: 0, home: -1), count: order.count)
    for (new, old) in order.enumerated() {
      let candidate = network.candidates[Int(old)]
      let arcs = columnStart[new + 1] - columnStart[new]
      candidates[new].home = candidate.home
      candidates[new].capacity = min(
        candidate.capacity, Int32(clamping: arcs), capacities[Int(candidate.home)])
      most[candidate.home] += Int(candidates[new].capacity)
    }
    for candidate in 0..<candidates.count {
      let home = Int(candidates[candidate].home)
      if most[home] <= Int(capacities[home]) { candidates[candidate].home = -1 }
    }
    return candidates
  }

  /// Candidates by their new numbers, each with its home and every place an arc could fill.
  private static func allCandidates(
    _ network: borrowing LayeredNetwork, _ locality: borrowing Locality,
    _ columnStart: borrowing Table<Int>
  ) -> Table<Candidate> {
    let order = locality.candidates
    let offered = network.candidates
    return Table(count: order.count) {
      let candidate = offered[Int(order[$0])]
      let arcs = Int32(clamping: columnStart[$0 + 1] - columnStart[$0])
      return Candidate(capacity: min(candidate.capacity, arcs), home: candidate.home)
    }
  }

  /// The candidates of each home that can be short, in the homes' order.
  private static func settle(
    _ candidates: borrowing Table<Candidate>, in homes: borrowing Table<Home>, spare: Int
  ) -> Table<Int32> {
    var count = 0
    for candidate in 0..<candidates.count where candidates[candidate].home >= 0 {
      homes[candidates[candidate].home].members += 1
      count += 1
    }
    var first: Int32 = 0
    for home in 0..<homes.count {
      homes[home].firstMember = first
      first += homes[home].members
      homes[home].members = 0
    }
    let member = Table<Int32>(repeating: 0, count: count + spare)
    for candidate in 0..<candidates.count where candidates[candidate].home >= 0 {
      let home = candidates[candidate].home
      member[homes[home].firstMember + homes[home].members] = Int32(candidate)
      homes[home].members += 1
    }
    return member
  }

  private static func layOutSlots(
    _ candidates: borrowing Table<Candidate>, _ spare: Spare?
  ) -> Int {
    var first: Int32 = 0
    for candidate in 0..<candidates.count {
      candidates[candidate].firstSlot = first
      first += candidates[candidate].capacity + (spare == nil ? 0 : 1)
    }
    return Int(first) + (spare?.places ?? 0)
  }

  /// Places for what needs hold, after telling each need where its own begin.
  private static func holds(of needs: borrowing Table<Need>, _ spare: Spare?) -> Table<Arc> {
    var first: Int32 = 0
    for need in 0..<needs.count {
      needs[need].firstHold = first
      first += needs[need].units + (spare == nil ? 0 : 1)
    }
    return Table(repeating: Arc(end: -1, cost: 0), count: Int(first) + (spare?.places ?? 0))
  }
}
