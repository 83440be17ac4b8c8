/// Wide gaps between penalties, closed while the auction runs and opened again for the exact search.
///
/// Penalties far above what places cost say only that a need comes first; the auction would climb to them
/// step by step, and half its phases would be about nothing else. So the penalties above a wide gap come down
/// until it is no wider than twice what places differ by. The plan found is then nearly always the best at
/// the true penalties too: `ExactSearch.open` raises the prices of everything a unit left unfilled could
/// displace, and fills the few units that are worth it only now.
struct PenaltyGaps {
  struct Gap {
    /// Needs of this penalty and more are above the gap, while it is closed and all above it are open.
    let foot: Price
    /// By how much penalties above the gap were lowered.
    let amount: Price
  }

  /// What places differ by at most, times this, is what is left of a gap.
  private static let widthLeft = 2
  /// Gaps closed at most: the widest.
  private static let most = 4

  /// Lowest first.
  private let gaps: [Gap]

  var fromTop: ReversedCollection<[Gap]> { gaps.reversed() }
}

extension PenaltyGaps {
  /// Closes the gaps worth closing.
  ///
  /// - Complexity: linear in the needs, and sorting those with wide gaps below.
  init(closing market: borrowing Market) {
    let dearest = market.arcCosts.upperBound
    let left = max(1, dearest - market.arcCosts.lowerBound) * Self.widthLeft
    var penalties: [Price] = []
    for need in 0..<market.needCount where market.needs[need].penalty > dearest {
      penalties.append(market.needs[need].penalty)
    }
    guard penalties.contains(where: { $0 > dearest + left }) else {
      gaps = []
      return
    }
    penalties.sort()
    let below = [dearest] + penalties.dropLast()
    let wide = zip(below, penalties).filter { $1 - $0 > left }
    let widest = wide.map { $1 - $0 }.sorted(by: >).prefix(Self.most).last ?? 0
    var lowered = 0
    gaps = wide.filter { $1 - $0 >= widest }.prefix(Self.most).map { from, to in
      defer { lowered += to - from - left }
      return Gap(foot: from - lowered + left, amount: to - from - left)
    }
    for gap in gaps {
      for need in 0..<market.needCount where market.needs[need].penalty >= gap.foot + gap.amount {
        market.needs[need].penalty -= gap.amount
      }
    }
  }

  /// Gives all needs their penalties back without looking for a better plan.
  func restorePenalties(in market: borrowing Market) {
    for gap in fromTop { gap.open(in: market) }
  }
}

extension PenaltyGaps.Gap {
  /// Gives needs above the gap their penalties back.
  fileprivate func open(in market: borrowing Market) {
    for need in 0..<market.needCount where market.needs[need].penalty >= foot {
      market.needs[need].penalty += amount
    }
  }
}

extension ExactSearch {
  /// Makes an optimal market optimal again with the gaps opened, one by one.
  mutating func open(_ gaps: PenaltyGaps, _ market: borrowing Market) {
    for gap in gaps.fromTop { open(gap, market) }
  }

  /// Every unit left unfilled above the gap starts a search, all at once: what they reach rises together,
  /// until leaving them unfilled costs what it truly does, or one of them finds a place that is worth it.
  ///
  /// - Complexity: a search for each unit filled, of which there are no more than units, and one more.
  private mutating func open(_ gap: PenaltyGaps.Gap, _ market: borrowing Market) {
    gap.open(in: market)
    var left = gap.amount
    while left > 0 {
      horizon = left
      for need in 0..<needCount where market.needs[need].held < market.needs[need].units {
        guard market.needs[need].penalty - market.needPrice[need] == left else { continue }
        reach(need, at: 0, from: -1)
      }
      guard touchedCount > 0, let end = searchForward(market) else { break }
      left -= distance[end]
      movePrices(by: distance[end], forward: true, market)
      if left > 0 { shift(from: end, forward: true, market) }
      clear()
    }
  }
}
