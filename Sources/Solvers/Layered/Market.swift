typealias Price = Int

/// Above every price and every distance (`LayeredNetwork.Limit`).
let far: Price = 1 << 58

/// One end of an arc, seen from the other, and its cost (in a market, by `Market.scale`).
struct Arc: BitwiseCopyable {
  var end: Int32
  var cost: Int32
}

/// Who holds what, at which prices: the state both searches work on.
///
/// Needs and candidates are renumbered so that those who share arcs lie close together in memory
/// (`Locality`). A place of a candidate is a *slot*; the unit that holds it has a *bid* on it.
/// The *price* of a candidate is what a place costs in all: its own price and its home's.
struct Market: ~Copyable {
  /// Arcs of a need kept at hand; its number fits into the three bits the search packs it in.
  static let cacheSize = 8

  struct Need: BitwiseCopyable {
    var penalty: Price
    /// No arc outside the need's cache is cheaper than this.
    var bound: Price = -far
    /// How far above the cheapest arc the cache reaches.
    var reach: Price
    var row: Int
    var length: Int32
    var firstHold: Int32
    var units: Int32
    /// Slots held: `holds[firstHold..<firstHold + held]`.
    var held: Int32 = 0
    /// Units that still look for a place.
    var missing: Int32 = 0
    var isWaiting = false
  }

  struct Candidate: BitwiseCopyable {
    /// The price while there is room.
    var floor: Price = 0
    var firstSlot: Int32 = 0
    var capacity: Int32
    var used: Int32 = 0
    /// -1 where the home can never be short of places.
    var home: Int32
  }

  struct Slot: BitwiseCopyable {
    var bid: Price = 0
    /// -1 when free.
    var need: Int32 = -1
    var cost: Int32 = 0
  }

  struct Home: BitwiseCopyable {
    var price: Price = 0
    var firstMember: Int32 = 0
    var members: Int32 = 0
    var capacity: Int32
    var used: Int32 = 0

    var isFull: Bool { used == capacity }
  }

  let needs: Table<Need>
  /// The needs' own prices, for the exact search.
  let needPrice: Table<Price>
  let candidates: Table<Candidate>
  /// One more than the candidates: the last is what an empty place in a cache points to.
  let price: Table<Price>
  let slots: Table<Slot>
  let homes: Table<Home>
  /// Candidates by home, homes that can be short of places only.
  let member: Table<Int32>
  let holds: Table<Arc>
  let cache: Table<Arc>
  let rows: Table<Arc>
  /// Arcs of candidate `c`, with needs as their ends, are `columnStart[c]..<columnEnd[c]`.
  let columnStart: Table<Int>
  let columnEnd: Table<Int>
  let columns: Table<Arc>
  let locality: Locality
  let halves: Halves
  /// Where the rows of needs began in the network, by former number.
  let rowStart: [Int]
  let longestRow: Int
  let scale: CostScale
  /// From the cheapest arc to the dearest.
  let arcCosts: ClosedRange<Price>

  var needCount: Int { needs.count }
  var candidateCount: Int { candidates.count }
}

extension Market {
  @inline(__always)
  func isHolding(_ need: Int, _ candidate: Int32) -> Bool {
    let first = Int(needs[need].firstHold)
    for hold in first..<first + Int(needs[need].held) where holds[hold].end == candidate {
      return true
    }
    return false
  }

  /// Adds an arc to what a need holds.
  @inline(__always)
  func hold(_ need: Int, _ arc: Arc) {
    holds[Int(needs[need].firstHold + needs[need].held)] = arc
    needs[need].held += 1
  }

  /// Strikes a candidate off what a need holds; its slot is the caller's to free.
  @inline(__always)
  func unhold(_ need: Int, _ candidate: Int32) {
    let first = Int(needs[need].firstHold)
    let last = first + Int(needs[need].held) - 1
    var hold = first
    while holds[hold].end != candidate { hold += 1 }
    assert(hold <= last)
    holds[hold] = holds[last]
    needs[need].held -= 1
  }

  @inline(__always)
  func slotRange(_ candidate: Int) -> Range<Int> {
    let first = Int(candidates[candidate].firstSlot)
    return first..<first + Int(candidates[candidate].capacity)
  }

  @inline(__always)
  func memberRange(_ home: Int) -> Range<Int> {
    let first = Int(homes[home].firstMember)
    return first..<first + Int(homes[home].members)
  }

  @inline(__always)
  func holdRange(_ need: Int) -> Range<Int> {
    let first = Int(needs[need].firstHold)
    return first..<first + Int(needs[need].held)
  }

  @inline(__always)
  func rowRange(_ need: Int) -> Range<Int> {
    needs[need].row..<needs[need].row + Int(needs[need].length)
  }

  @inline(__always)
  func columnRange(_ candidate: Int) -> Range<Int> {
    columnStart[candidate]..<columnEnd[candidate]
  }

  @inline(__always)
  func freeSlot(of candidate: Int) -> Int {
    var slot = Int(candidates[candidate].firstSlot)
    while slots[slot].need >= 0 { slot += 1 }
    assert(slotRange(candidate).contains(slot))
    return slot
  }

  /// The slot of a candidate that a need holds.
  func slot(of candidate: Int, heldBy need: Int) -> Int {
    var slot = Int(candidates[candidate].firstSlot)
    while slots[slot].need != Int32(need) { slot += 1 }
    assert(slotRange(candidate).contains(slot))
    return slot
  }

  /// The occupied slot with the lowest bid; -1 when none is occupied.
  @inline(__always)
  func lowestSlot(of candidate: Int) -> Int {
    var lowest = -1
    var bid = far
    for slot in slotRange(candidate) where slots[slot].need >= 0 && slots[slot].bid < bid {
      lowest = slot
      bid = slots[slot].bid
    }
    return lowest
  }

  /// The occupied slot with the lowest bid among a home's candidates, and whose it is.
  func lowestSlot(ofHome home: Int) -> (slot: Int, candidate: Int) {
    var lowest = (slot: -1, candidate: -1)
    var bid = far
    for index in memberRange(home) {
      let candidate = Int(member[index])
      let slot = lowestSlot(of: candidate)
      if slot >= 0, slots[slot].bid < bid {
        lowest = (slot, candidate)
        bid = slots[slot].bid
      }
    }
    return lowest
  }

  @inline(__always)
  func isFull(_ candidate: Int) -> Bool {
    candidates[candidate].used == candidates[candidate].capacity
  }

  /// Whether anybody could ever hold a place of a candidate.
  func hasPlaces(_ candidate: Int) -> Bool {
    let home = candidates[candidate].home
    return candidates[candidate].capacity > 0 && (home < 0 || homes[home].capacity > 0)
  }

  /// The price of the home of a candidate, 0 where the home can never be short.
  func homePrice(of candidate: Int) -> Price {
    let home = candidates[candidate].home
    return home < 0 ? 0 : homes[home].price
  }
}
