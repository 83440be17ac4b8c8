/// Turns a nearly optimal market into an optimal one, by shortest paths over reduced costs.
///
/// Nodes are needs, candidates, homes and the *sink*, which takes everybody's units; candidates and
/// homes keep count of the units they pass on. Prices and counts are made to fit complementary
/// slackness first, by giving up what does not fit; that leaves nodes with more units than they pass on
/// (*excess*) and nodes with fewer (*deficit*). Each is then put right along a shortest path, after which
/// prices move by the distances, so that slackness holds again (successive shortest paths: Ahuja,
/// Magnanti and Orlin 1993, chapter 9.7). Distances are small after the auction and few nodes are visited.
struct ExactSearch: ~Copyable {
  let threads: Int
  let needCount: Int
  let candidateCount: Int
  let sink: Int
  /// Units that come to a node less those it passes on; the sink's is not kept.
  let excess: Table<Int32>
  /// Units a candidate passes on to its home, or to the sink where the home cannot be short.
  let sent: Table<Int32>
  /// Units a home passes on to the sink.
  let out: Table<Int32>
  let distance: Table<Price>
  /// The node a node was reached from.
  let origin: Table<Int32>
  let state: Table<State>
  let touched: Table<Int32>
  var touchedCount = 0
  let settled: Table<Int32>
  var settledCount = 0
  var queue = NodeQueue()
  /// Nodes further away than this are not looked at until nothing nearer is left.
  var horizon: Price = 0
  /// A horizon that most searches stay within.
  private var usualHorizon: Price = 4
  /// Whether the search met nodes beyond the horizon.
  var isCut = false

  /// Nodes whose excess a change may have moved from 0.
  private var noted: [Int] = []
  /// Whether arcs taken and left are written down.
  var keepsMoves = false
  private(set) var moves: [Move] = []

  /// An arc that a need took (1) or left (-1).
  struct Move {
    let need: Int32
    let candidate: Int32
    let amount: Int
  }

  enum State: UInt8, BitwiseCopyable { case untouched, reached, settled }

  init(_ market: borrowing Market, threads: Int) {
    self.threads = threads
    needCount = market.needCount
    candidateCount = market.candidateCount
    sink = needCount + candidateCount + market.homes.count
    excess = Table(repeating: 0, count: sink)
    sent = Table(repeating: 0, count: candidateCount)
    out = Table(repeating: 0, count: market.homes.count)
    distance = Table(repeating: 0, count: sink + 1)
    origin = Table(repeating: -1, count: sink + 1)
    state = Table(repeating: .untouched, count: sink + 1)
    touched = Table(repeating: 0, count: sink + 1)
    settled = Table(repeating: 0, count: sink + 1)
  }

  var homeBase: Int { needCount + candidateCount }

  mutating func run(_ market: borrowing Market) {
    fitPrices(market)
    Refining.run(market, threads: threads)
    giveUpMisfits(market)
    for node in 0..<sink {
      while excess[node] > 0 { carry(from: node, forward: true, market) }
    }
    for node in 0..<sink {
      while excess[node] < 0 { carry(from: node, forward: false, market) }
    }
  }

  mutating func note(_ node: Int) { noted.append(node) }

  /// Does for the nodes noted what `run` does for all.
  mutating func putRight(_ market: borrowing Market) {
    for node in noted { while excess[node] > 0 { carry(from: node, forward: true, market) } }
    for node in noted { while excess[node] < 0 { carry(from: node, forward: false, market) } }
    noted.removeAll(keepingCapacity: true)
  }

  /// Moves one unit out of an excess, or into a deficit, along a shortest path.
  mutating func carry(from start: Int, forward: Bool, _ market: borrowing Market) {
    horizon = usualHorizon
    while true {
      isCut = false
      reach(start, at: 0, from: -1)
      let end = forward ? searchForward(market) : searchBackward(market)
      if let end {
        usualHorizon = max(1, (7 * usualHorizon + 4 * distance[end]) / 8)
        movePrices(by: distance[end], forward: forward, market)
        excess[start] += forward ? -1 : 1
        if end != sink { excess[end] += forward ? 1 : -1 }
        shift(from: end, forward: forward, market)
        return clear()
      }
      // The sink can be reached from everywhere, so a search that ends was cut.
      precondition(isCut, "every unit can be left unfilled")
      clear()
      horizon *= 8
    }
  }

  @inline(__always)
  mutating func reach(_ node: Int, at length: Price, from by: Int32) {
    assert(length >= 0)
    if length > horizon {
      isCut = true
      return
    }
    switch state[node] {
    case .untouched:
      state[node] = .reached
      touched[touchedCount] = Int32(node)
      touchedCount &+= 1
    case .reached where distance[node] > length: break
    default: return
    }
    distance[node] = length
    origin[node] = by
    queue.push(Int32(node), at: length)
  }

  /// The nearest node not yet settled.
  mutating func next() -> (distance: Price, node: Int)? {
    while let found = queue.pop() {
      if state[found.node] != .settled, distance[found.node] == found.distance { return found }
    }
    return nil
  }

  mutating func settle(_ node: Int) {
    state[node] = .settled
    settled[settledCount] = Int32(node)
    settledCount &+= 1
  }

  mutating func clear() {
    for index in 0..<touchedCount { state[touched[index]] = .untouched }
    touchedCount = 0
    settledCount = 0
    queue.removeAll()
  }

  /// Raises (forward) or lowers prices of settled nodes, so that the path's arcs come to reduced cost 0.
  func movePrices(by length: Price, forward: Bool, _ market: borrowing Market) {
    for index in 0..<settledCount {
      let node = Int(settled[index])
      let amount = forward ? length - distance[node] : distance[node] - length
      if node < needCount {
        market.needPrice[node] += amount
      } else if node < homeBase {
        market.price[node - needCount] += amount
      } else {
        market.homes[node - homeBase].price += amount
      }
    }
  }

  /// Moves the unit between the end of a search and where it began; what needs leave goes first, so that
  /// there is room for what they take.
  mutating func shift(from end: Int, forward: Bool, _ market: borrowing Market) {
    for leaves in [true, false] {
      var node = end
      while origin[node] >= 0 {
        let other = Int(origin[node])
        if forward {
          step(from: other, to: node, leaves: leaves, market)
        } else {
          step(from: node, to: other, leaves: leaves, market)
        }
        node = other
      }
    }
  }

  /// One unit over one arc of the network, forwards or backwards.
  private mutating func step(from: Int, to: Int, leaves: Bool, _ market: borrowing Market) {
    let isNeed = to < needCount
    let fromCandidate = from >= needCount && from < homeBase
    guard leaves == (fromCandidate && isNeed) else { return }
    if from < needCount {
      if to < sink { take(from, to - needCount, market) }
    } else if fromCandidate {
      if isNeed { leave(to, from - needCount, market) } else { sent[from - needCount] += 1 }
    } else if from < sink {
      if to == sink { out[from - homeBase] += 1 } else { sent[to - needCount] -= 1 }
    } else if !isNeed {
      if to < homeBase { sent[to - needCount] -= 1 } else { out[to - homeBase] -= 1 }
    }
  }

  private mutating func take(_ need: Int, _ candidate: Int, _ market: borrowing Market) {
    var arc = market.needs[need].row
    while market.rows[arc].end != Int32(candidate) { arc += 1 }
    assert(market.rowRange(need).contains(arc))
    market.slots[market.freeSlot(of: candidate)] = Market.Slot(
      bid: 0, need: Int32(need), cost: market.rows[arc].cost)
    market.candidates[candidate].used += 1
    let home = market.candidates[candidate].home
    if home >= 0 { market.homes[home].used += 1 }
    market.hold(need, market.rows[arc])
    if keepsMoves { moves.append(Move(need: Int32(need), candidate: Int32(candidate), amount: 1)) }
  }

  mutating func leave(_ need: Int, _ candidate: Int, _ market: borrowing Market) {
    market.slots[market.slot(of: candidate, heldBy: need)].need = -1
    market.candidates[candidate].used -= 1
    let home = market.candidates[candidate].home
    if home >= 0 { market.homes[home].used -= 1 }
    market.unhold(need, Int32(candidate))
    if keepsMoves { moves.append(Move(need: Int32(need), candidate: Int32(candidate), amount: -1)) }
  }

  /// The moves since they were last asked for.
  mutating func takeMoves() -> [Move] {
    defer { moves.removeAll(keepingCapacity: true) }
    return moves
  }
}
