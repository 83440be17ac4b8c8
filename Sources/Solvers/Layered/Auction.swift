import Synchronization

/// An epsilon-scaling auction in which units of needs bid for slots of candidates.
///
/// A unit bids for its cheapest candidate, raising the price until it would do as well at its second
/// cheapest, and a step more: the *epsilon*. The lowest bid of a full candidate, or else of its full home,
/// gives way and bids again. When nobody is left without a place or content to stay unfilled, every unit is
/// within epsilon of its cheapest place. Phases repeat this with ever smaller steps, each from prices a
/// little below those of the last.
///
/// Sources: Bertsekas 1988 (doi:10.1007/BF02186476) for the auction and its scaling; Bertsekas and Castanon
/// 1989 (doi:10.1007/BF02216923) for transportation problems, whose similar objects are the slots here;
/// Bertsekas, Castanon and Tsaknakis 1993 (doi:10.1137/0803014) for the reverse auction that lowers the
/// prices of candidates with room. Departures: homes share a second limit; each need keeps its few
/// cheapest arcs and a bound on the rest (*lazy pricing*), and in coarse phases may overlook what is better
/// by less than a few steps; evicted units bid next, so that the search stays where it is.
///
/// Large networks are worked on in two halves side by side (`Halves`), and what touches both after them.
struct Auction: ~Copyable {
  /// The first step is the largest cost divided by this, and each next the last divided by `factor`.
  private static let firstDivisor = 20
  private static let factor = 5
  /// A need looks this part of the largest cost beyond its cheapest arc at first.
  private static let reachDivisor = 120
  /// Steps up to this are fine: overlooking then costs the exact search more than it saves here.
  private static let fineStep = 100

  private let threads: Int
  /// Those of each half, where there are halves, and last all.
  private let bidders: UnsafeMutablePointer<Bidders>
  private let count: Int
  private(set) var wasStopped = false
  /// How many steps more than usual prices fall between phases: one more each time the reverse part had
  /// to do more than the candidates are many, because prices had been left too high.
  private var caution = 0
  /// Set once the reverse part came to no end: it would leave each finer phase with prices to raise again.
  private var hasGivenUpReverse = false

  init(_ market: borrowing Market, threads: Int, isOver: @escaping () -> Bool) {
    self.threads = threads
    count = market.halves.areApart ? 3 : 1
    bidders = .allocate(capacity: count)
    let stop = StopSign(isOver)
    if count == 3 {
      (bidders + 0).initialize(to: Bidders(market, half: 0, isOver: stop.ask))
      (bidders + 1).initialize(to: Bidders(market, half: 1, isOver: stop.look))
    }
    (bidders + count - 1).initialize(to: Bidders(market, half: nil, isOver: stop.ask))
  }

  deinit {
    bidders.deinitialize(count: count)
    bidders.deallocate()
  }

  /// Runs all phases, or as many as time allows: whenever it ends, what is held is a plan.
  mutating func run(_ market: borrowing Market) {
    let largest = prepare(market)
    let first = max(1, largest / Self.firstDivisor)
    var step = first
    while true {
      let isLast = step == 1
      open(market)
      bid(step: step, slack: isLast ? 0 : slack(step, isFirst: step == first), market)
      if !wasStopped { lowerStranded(step: step, market) }
      if isLast || wasStopped { return }
      lowerPrices(
        by: step > Self.fineStep ? step * (5 + 2 * caution) / 2 : step * (3 + caution), market)
      step = max(1, step / Self.factor)
    }
  }

  /// By how much a unit may overlook something better.
  ///
  /// What the first phase overlooks leaves some prices far too high: where supply is about what is asked for,
  /// all later phases then pay for it (with three steps, up to three times as long in all).
  private func slack(_ step: Price, isFirst: Bool) -> Price {
    isFirst || step <= Self.fineStep ? step : 2 * step
  }

  /// Sets how far each need looks at first.
  ///
  /// - Returns: the size of the largest cost or penalty.
  private func prepare(_ market: borrowing Market) -> Price {
    var largest = max(abs(market.arcCosts.lowerBound), abs(market.arcCosts.upperBound))
    for need in 0..<market.needCount { largest = max(largest, abs(market.needs[need].penalty)) }
    for need in 0..<market.needCount {
      market.needs[need].reach = max(1, largest / Self.reachDivisor)
    }
    return largest
  }

  /// Takes everybody's places away.
  private func open(_ market: borrowing Market) {
    for slot in 0..<market.slots.count { market.slots[slot].need = -1 }
    for candidate in 0..<market.candidateCount { market.candidates[candidate].used = 0 }
    for home in 0..<market.homes.count { market.homes[home].used = 0 }
  }

  /// Lets all units bid, those of the halves side by side first.
  private mutating func bid(step: Price, slack: Price, _ market: borrowing Market) {
    guard count == 3 else {
      bidders[0].listAll(market)
      bidders[0].bid(step: step, slack: slack, market)
      wasStopped = bidders[0].wasStopped
      return
    }
    apart(market) { half in
      bidders[half].listAll(market)
      bidders[half].bid(step: step, slack: slack, market)
    }
    bidders[2].listNone()
    for half in 0...1 {
      bidders[2].list(from: bidders[half])
      wasStopped = wasStopped || bidders[half].wasStopped
    }
    bidders[2].bid(step: step, slack: slack, market)
    wasStopped = wasStopped || bidders[2].wasStopped
  }

  /// Does the same to both halves, each with its own prices, and puts their prices together.
  private func apart(_ market: borrowing Market, _ body: (Int) -> Void) {
    sideBySide(threads: threads) { half in
      bidders[half].seePrices(market)
      body(half)
    }
    for candidate in 0..<market.candidateCount where market.halves.side[candidate] != Halves.both {
      market.price[candidate] = bidders[Int(market.halves.side[candidate])].price[candidate]
    }
  }

  /// Lowers the prices of candidates with room, as far as that comes to an end.
  private mutating func lowerStranded(step: Price, _ market: borrowing Market) {
    guard !hasGivenUpReverse else { return }
    for home in 0..<market.homes.count where !market.homes[home].isFull {
      market.homes[home].price = 0
    }
    // Where a shortage and a surplus meet, prices could come down in very many steps: then enough is enough.
    let most = 2 * (market.candidateCount + market.needCount)
    var steps: [Int?] = [0, 0]
    if count == 3 {
      steps.withUnsafeMutableBufferPointer { steps in
        apart(market) { half in
          steps[half] = bidders[half].lowerStranded(step: step, most: most, market)
        }
      }
    }
    steps.append(bidders[count - 1].lowerStranded(step: step, most: 2 * most, market))
    if steps.reduce(0, { $0 + ($1 ?? most) }) > market.candidateCount { caution += 1 }
    hasGivenUpReverse = steps.contains(nil)
  }

  /// Before a finer phase: bounds on what caches leave out fall with the prices.
  private func lowerPrices(by amount: Price, _ market: borrowing Market) {
    for candidate in 0..<market.candidateCount where market.hasPlaces(candidate) {
      let price = max(0, market.price[candidate] - amount)
      market.price[candidate] = price
      market.candidates[candidate].floor = price
    }
    for home in 0..<market.homes.count where market.homes[home].capacity > 0 {
      market.homes[home].price = max(0, market.homes[home].price - amount)
    }
    for need in 0..<market.needCount where market.needs[need].bound < far {
      market.needs[need].bound -= amount
    }
  }
}

/// The question whether time is over, asked on one thread and heard on both.
private final class StopSign {
  private let isOver: () -> Bool
  private let wasSaid = Atomic(false)

  init(_ isOver: @escaping () -> Bool) { self.isOver = isOver }

  func ask() -> Bool {
    if isOver() { wasSaid.store(true, ordering: .relaxed) }
    return look()
  }

  func look() -> Bool { wasSaid.load(ordering: .relaxed) }
}
