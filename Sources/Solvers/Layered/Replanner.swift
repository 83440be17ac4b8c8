/// A solved network kept at hand, so that after a change only what the change touches is solved again.
///
/// A change breaks complementary slackness at a few nodes; shortest paths from the prices in force put
/// them right (`ExactSearch`). Everything else stays as it was, so that among equally good solutions the
/// one in force keeps its arcs. The costs reached are those of solving from nothing.
///
/// - Complexity: a change visits the nodes nearer than where its units end up: measured at a million
///   arcs, well under a millisecond, where solving from nothing takes a hundred.
public struct Replanner: ~Copyable {
  let market: Market
  var search: ExactSearch
  /// The new number of each need and candidate.
  let needNumber: [Int32]
  let candidateNumber: [Int32]
  /// Those of the network, and spare ones after them.
  var asked: [LayeredNetwork.Need]
  var offered: [LayeredNetwork.Candidate]
  var homeCapacity: [Int32]
  /// How many of each are none of the spare ones.
  var counts: (needs: Int, candidates: Int, homes: Int)
  var arcCosts: ClosedRange<Int>
  var runs: NodeRuns
  /// How often each arc was taken, less how often given up, since that was last asked.
  private var amounts: [ReplannedArc: Int] = [:]

  /// - Parameter earlier: a solution of this network or one like it, to begin from; arcs it chose are kept
  ///   where they may be, and its prices need not prove anything.
  public init(_ network: consuming LayeredNetwork, from earlier: LayeredOptimum? = nil) {
    let spare = network.usualSpare
    self.init(network, from: earlier, spare: spare)
  }

  init(_ network: consuming LayeredNetwork, from earlier: LayeredOptimum?, spare: Spare) {
    counts = (network.needs.count, network.candidates.count, network.homeCapacity.count)
    arcCosts = network.arcCosts
    let network = network.adding(spareNodes: spare.nodes)
    asked = network.needs
    offered = network.candidates
    homeCapacity = network.homeCapacity
    let threads = coresToSearchOn
    market = Market(network, spare: spare, threads: threads)
    runs = NodeRuns(market)
    needNumber = Self.inverse(market.locality.needs)
    candidateNumber = Self.inverse(market.locality.candidates)
    if let earlier {
      market.adopt(earlier)
      search = ExactSearch(market, threads: threads)
      search.run(market)
    } else {
      let gaps = PenaltyGaps(closing: market)
      var auction = Auction(market, threads: threads) { false }
      auction.run(market)
      search = ExactSearch(market, threads: threads)
      search.run(market)
      search.open(gaps, market)
    }
    search.keepsMoves = true
  }

  private static func inverse(_ order: [Int32]) -> [Int32] {
    var inverse = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { inverse[Int(old)] = Int32(new) }
    return inverse
  }

  /// Costs of the arcs chosen now and penalties of the units left unfilled.
  ///
  /// - Complexity: linear in the needs.
  public func cost() -> Int {
    var cost = 0
    for need in asked.indices {
      let number = Int(needNumber[need])
      cost += (Int(asked[need].units) - Int(market.needs[number].held)) * asked[need].penalty
      for hold in market.holdRange(number) {
        cost += market.scale.cost(ofArc: market.holds[hold].cost)
      }
    }
    return cost
  }

  /// How many candidates a need has now.
  public func filled(ofNeed need: Int) -> Int { Int(market.needs[Int(needNumber[need])].held) }

  /// The whole solution, with the prices that prove it: of the network as it would be given now, the arcs
  /// added to a need after those it had.
  ///
  /// - Complexity: linear in needs, candidates, homes and arcs.
  public func optimum() -> LayeredOptimum {
    var optimum = market.optimum(
      asked, offered, homeCapacity, rowStart: rowStart(), isExact: true, threads: search.threads)
    optimum.needPrice.removeLast(asked.count - counts.needs)
    optimum.candidatePrice.removeLast(offered.count - counts.candidates)
    optimum.homePrice.removeLast(homeCapacity.count - counts.homes)
    return optimum
  }

  /// Where each need's row begins now, and one more.
  func rowStart() -> [Int] {
    var start = [0]
    start.reserveCapacity(asked.count + 1)
    for number in needNumber {
      start.append(start[start.count - 1] + Int(market.needs[number].length))
    }
    return start
  }

  /// The arcs taken and given up since this was last asked (or since the index was made), by need and
  /// candidate; one given up and taken again is none.
  public mutating func takeChanges() -> [ReplannedArc] {
    countMoves()
    defer { amounts = [:] }
    return amounts.filter { $0.value != 0 }.map {
      ReplannedArc(need: $0.key.need, candidate: $0.key.candidate, isChosen: $0.value > 0)
    }.sorted { ($0.need, $0.candidate) < ($1.need, $1.candidate) }
  }

  private mutating func countMoves() {
    for move in search.takeMoves() {
      let arc = ReplannedArc(
        need: Int(market.locality.needs[Int(move.need)]),
        candidate: Int(market.locality.candidates[Int(move.candidate)]), isChosen: true)
      amounts[arc, default: 0] += move.amount
    }
  }

  /// Makes the index again, with room for what is to come; nothing changes by that.
  mutating func makeAgain(_ needed: RoomNeeded, costs: ClosedRange<Int>) {
    countMoves()
    let kept = amounts
    let earlier = optimum()
    let network = network(costs: costs)
    var spare = network.usualSpare
    spare.arcs += max(needed.rows, needed.columns)
    spare.places += max(needed.slots, needed.holds, needed.members)
    self = Replanner(network, from: earlier, spare: spare)
    amounts = kept
  }
}

extension Replanner {
  /// Asks more (1, ...) or fewer (-1, ...) of a need.
  public mutating func changeUnits(ofNeed need: Int, by amount: Int32) {
    makeRoom(RoomNeeded(holds: roomToWiden(need: need, by: amount)))
    asked[need].units += amount
    let number = Int(needNumber[need])
    widen(need: need)
    let wanted = min(asked[need].units, market.needs[number].length)
    while market.needs[number].units > wanted {
      if market.needs[number].held == market.needs[number].units { giveUpDearest(number) }
      market.needs[number].units -= 1
    }
    search.putRight(market)
  }

  /// Gives a candidate places more (1, ...) or fewer (-1, ...).
  public mutating func changeCapacity(ofCandidate candidate: Int, by amount: Int32) {
    makeRoom(RoomNeeded(slots: roomToWiden(candidate: candidate, by: amount)))
    offered[candidate].capacity += amount
    let number = Int(candidateNumber[candidate])
    widen(candidate: candidate)
    let wanted = min(offered[candidate].capacity, Int32(clamping: market.columnRange(number).count))
    while market.candidates[number].capacity > wanted {
      if market.isFull(number) { giveUpLast(number) }
      dropSlot(number)
      if search.sent[number] > market.candidates[number].capacity { pass(number, -1) }
    }
    search.putRight(market)
  }

  /// Lets a home give places more (1, ...) or fewer (-1, ...).
  public mutating func changeCapacity(ofHome home: Int, by amount: Int32) {
    homeCapacity[home] += amount
    let node = search.homeBase + home
    while market.homes[home].capacity < homeCapacity[home] {
      market.homes[home].capacity += 1
      guard market.homes[home].price > 0 else { continue }
      search.out[home] += 1
      search.excess[node] -= 1
      search.note(node)
    }
    while market.homes[home].capacity > homeCapacity[home] {
      market.homes[home].capacity -= 1
      guard search.out[home] > market.homes[home].capacity else { continue }
      search.out[home] -= 1
      search.excess[node] += 1
      search.note(node)
    }
    search.putRight(market)
  }

  /// Takes a need's dearest candidate away. One it was glad of is first made to cost what it is worth, by
  /// lowering the need's price: what it does not hold may never look better than that.
  private mutating func giveUpDearest(_ need: Int) {
    var dearest = (value: -far, candidate: -1)
    for hold in market.holdRange(need) {
      let arc = market.holds[hold]
      let value = Price(arc.cost) + market.price[arc.end]
      if value > dearest.value { dearest = (value, Int(arc.end)) }
    }
    market.needPrice[need] = min(market.needPrice[need], dearest.value)
    giveUp(need, dearest.candidate)
  }

  /// Takes a full candidate away from the need that is least glad of it, raising the price to what that
  /// need would pay.
  private mutating func giveUpLast(_ candidate: Int) {
    var last = (offer: far, need: -1)
    for slot in market.slotRange(candidate) {
      let held = market.slots[slot]
      let offer = market.needPrice[held.need] - Price(held.cost)
      if offer < last.offer { last = (offer, Int(held.need)) }
    }
    market.price[candidate] = max(market.price[candidate], last.offer)
    giveUp(last.need, candidate)
    search.excess[last.need] += 1
    search.note(last.need)
  }

  /// Takes the last slot of a candidate who has a free one away, moving its holder there.
  private func dropSlot(_ candidate: Int) {
    let free = market.freeSlot(of: candidate)
    let last = market.slotRange(candidate).upperBound - 1
    market.slots[free] = market.slots[last]
    market.slots[last].need = -1
    market.candidates[candidate].capacity -= 1
  }

  /// Takes a candidate from a need; the need's unit is the caller's to count.
  private mutating func giveUp(_ need: Int, _ candidate: Int) {
    search.leave(need, candidate, market)
    search.excess[search.needCount + candidate] -= 1
    search.note(search.needCount + candidate)
    guard market.price[candidate] <= market.homePrice(of: candidate) else { return }
    pass(candidate, -1)
  }

  /// Lets a candidate pass on one unit more or fewer.
  mutating func pass(_ candidate: Int, _ amount: Int32) {
    search.sent[candidate] += amount
    search.excess[search.needCount + candidate] -= amount
    search.note(search.needCount + candidate)
    let home = market.candidates[candidate].home
    guard home >= 0 else { return }
    search.excess[search.homeBase + Int(home)] += amount
    search.note(search.homeBase + Int(home))
  }

  /// A price at which nobody is drawn to a candidate who comes back, and the home is paid.
  func priceToReturn(_ candidate: Int) -> Price {
    market.columnRange(candidate).reduce(market.homePrice(of: candidate)) {
      let arc = market.columns[$1]
      return max($0, market.needPrice[arc.end] - Price(arc.cost))
    }
  }
}
