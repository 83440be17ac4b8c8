/// Needs whose units bid for candidates, all of them or those of one half of the order.
///
/// Those of one half bid for candidates of that half only. Prices of the others are as they were when the
/// half began, so never too high: what a unit bids stays right. A unit whose cheapest candidate is not of its
/// half is put off until both halves are done.
struct Bidders: ~Copyable {
  /// 0 or 1 for a half, nil for all.
  let half: Int?
  let needs: Range<Int>
  /// A ring of needs with units that look for a place; evicted ones come first.
  let waiting: Table<Int32>
  var head = 0
  var waitingCount = 0
  /// Needs put off.
  let putOff: Table<Int32>
  var putOffCount = 0
  /// Prices of places as this half sees them; the market's own where there are no halves.
  let price: UnsafeMutablePointer<Price>
  /// The prices along one row.
  let values: Table<Price>
  /// Candidates with room whose price is too high, and whether one is listed.
  let stranded: Table<Int32>
  let isListed: Table<Bool>
  /// Asked now and then; the search stops early when it says so.
  let isOver: () -> Bool
  var wasStopped = false

  init(_ market: borrowing Market, half: Int?, isOver: @escaping () -> Bool) {
    self.half = half
    self.isOver = isOver
    needs = half.map { market.halves.needs(of: $0, of: market.needCount) } ?? 0..<market.needCount
    waiting = Table(repeating: 0, count: needs.count)
    putOff = Table(repeating: 0, count: half == nil ? 0 : needs.count)
    values = Table(repeating: 0, count: market.longestRow)
    stranded = Table(repeating: 0, count: market.candidateCount)
    isListed = Table(repeating: false, count: market.candidateCount)
    if half == nil {
      price = market.price.base
    } else {
      price = .allocate(capacity: market.price.count)
      price.initialize(repeating: 0, count: market.price.count)
    }
  }

  deinit { if half != nil { price.deallocate() } }

  /// Whether these needs may bid for a candidate now.
  @inline(__always)
  func mayTake(_ candidate: Int32, _ market: borrowing Market) -> Bool {
    guard let half else { return true }
    return market.halves.side[candidate] == UInt8(truncatingIfNeeded: half)
  }
}

extension Bidders {
  /// Sees the market's prices as they are now.
  func seePrices(_ market: borrowing Market) {
    price.update(from: market.price.base, count: market.price.count)
  }

  /// Takes the needs' places away and lists them all.
  mutating func listAll(_ market: borrowing Market) {
    head = 0
    waitingCount = 0
    putOffCount = 0
    for need in needs {
      let units = market.needs[need].units
      market.needs[need].held = 0
      market.needs[need].missing = units
      market.needs[need].isWaiting = units > 0
      guard units > 0 else { continue }
      waiting[waitingCount] = Int32(need)
      waitingCount += 1
    }
  }

  mutating func listNone() {
    head = 0
    waitingCount = 0
  }

  /// Lists the needs a half has put off.
  mutating func list(from half: borrowing Bidders) {
    assert(waitingCount + half.putOffCount <= waiting.count)
    for index in 0..<half.putOffCount {
      var place = head + waitingCount
      if place >= waiting.count { place -= waiting.count }
      waiting[place] = half.putOff[index]
      waitingCount += 1
    }
  }

  mutating func nextWaiting(_ market: borrowing Market) -> Int {
    let need = Int(waiting[head])
    head = head + 1 == waiting.count ? 0 : head + 1
    waitingCount -= 1
    market.needs[need].isWaiting = false
    return need
  }

  @inline(__always)
  mutating func evict(_ need: Int32, from candidate: Int32, _ market: borrowing Market) {
    market.unhold(Int(need), candidate)
    market.needs[need].missing += 1
    guard !market.needs[need].isWaiting else { return }
    market.needs[need].isWaiting = true
    head = head == 0 ? waiting.count - 1 : head - 1
    waiting[head] = need
    waitingCount += 1
    assert(waitingCount <= waiting.count, "a need waits once")
  }

  /// Keeps a need for when both halves are done.
  mutating func delay(_ need: Int, _ market: borrowing Market) {
    market.needs[need].isWaiting = true
    putOff[putOffCount] = Int32(need)
    putOffCount += 1
  }

  /// Time is over: units that still wait stay unfilled.
  mutating func stop(_ market: borrowing Market) {
    wasStopped = true
    waitingCount = 0
    putOffCount = 0
    for need in needs { market.needs[need].missing = 0 }
  }
}
