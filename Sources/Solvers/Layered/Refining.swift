/// Lowers prices of candidates whose holders would rather be elsewhere, as far as that helps everybody.
///
/// Most misfits of the auction are not wrong places but prices a step too high, above all where many
/// costs are equal: giving those places up and finding them again took ten times as long. (The price
/// refinement of Goldberg 1997, doi:10.1006/jagm.1995.0805, for this network.)
struct Refining: ~Copyable {
  /// By how much one price may fall: further down it would be chasing a better plan, which is the
  /// exact search's work.
  private static let depth: Price = 32

  /// 0 or 1 for the candidates inside a half, nil for all.
  private let half: Int?
  /// Candidates whose price some holder finds too high, first in, first out, each once.
  private let ring: Table<Int32>
  private let isQueued: Table<Bool>
  private var head = 0
  private var count = 0
  private let lowered: Table<Price>

  private init(_ market: borrowing Market, half: Int?) {
    self.half = half
    lowered = Table(repeating: 0, count: market.candidateCount)
    ring = Table(repeating: 0, count: market.candidateCount)
    isQueued = Table(repeating: false, count: market.candidateCount)
  }

  /// Refines inside both halves side by side, and then everywhere.
  static func run(_ market: borrowing Market, threads: Int) {
    if market.halves.areApart {
      sideBySide(threads: threads) { half in
        var refining = Refining(market, half: half)
        refining.run(market, over: market.halves.needs(of: half, of: market.needCount))
      }
    }
    var refining = Refining(market, half: nil)
    refining.run(market, over: 0..<market.needCount)
  }

  private mutating func run(_ market: borrowing Market, over needs: Range<Int>) {
    for need in needs { addDear(need, market) }
    var scansLeft = 16 * market.candidateCount
    while scansLeft > 0, let candidate = next() {
      var target = market.price[candidate]
      for slot in market.slotRange(candidate) where market.slots[slot].need >= 0 {
        let holder = market.slots[slot]
        target = min(target, market.needPrice[holder.need] - Price(holder.cost))
      }
      let amount = market.price[candidate] - target
      guard amount > 0, target >= 0, lowered[candidate] + amount <= Self.depth else { continue }
      lowered[candidate] += amount
      scansLeft -= 1
      if target < market.homePrice(of: candidate) {
        scansLeft -= lowerHome(of: candidate, to: target, market)
      }
      lower(candidate, to: target, market)
    }
  }

  /// Lowers the price of a home and of its candidates with room, but for one of them.
  ///
  /// - Returns: how many those are.
  private mutating func lowerHome(
    of candidate: Int, to target: Price, _ market: borrowing Market
  ) -> Int {
    let home = Int(market.candidates[candidate].home)
    market.homes[home].price = target
    var count = 0
    for index in market.memberRange(home) {
      let member = Int(market.member[index])
      guard member != candidate, !market.isFull(member), market.price[member] > target
      else { continue }
      lower(member, to: target, market)
      count += 1
    }
    return count
  }

  private mutating func lower(_ candidate: Int, to price: Price, _ market: borrowing Market) {
    market.price[candidate] = price
    for index in market.columnRange(candidate) {
      let arc = market.columns[index]
      let value = Price(arc.cost) &+ price
      guard value < market.needPrice[arc.end],
        !market.isHolding(Int(arc.end), Int32(candidate))
      else { continue }
      market.needPrice[arc.end] = value
      addDear(Int(arc.end), market)
    }
  }

  /// Adds the candidates that cost a need more than its price.
  private mutating func addDear(_ need: Int, _ market: borrowing Market) {
    let price = market.needPrice[need]
    for hold in market.holdRange(need) {
      let arc = market.holds[hold]
      guard market.halves.isOpen(arc.end, to: half), !isQueued[arc.end],
        Price(arc.cost) + market.price[arc.end] > price
      else { continue }
      isQueued[arc.end] = true
      let last = head + count
      ring[last < ring.count ? last : last - ring.count] = arc.end
      count += 1
    }
  }

  private mutating func next() -> Int? {
    guard count > 0 else { return nil }
    let candidate = Int(ring[head])
    head = head + 1 == ring.count ? 0 : head + 1
    count -= 1
    isQueued[candidate] = false
    return candidate
  }
}
