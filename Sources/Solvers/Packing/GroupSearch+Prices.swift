extension GroupSearch {
  private static let steps = 10
  /// A person with more counted limits than this pays none of them in the bound, which is then weaker.
  private static let mostCounted = 4

  /// Moves the prices of the group's limits towards those with the least bound.
  mutating func improvePrices() {
    var least = Int.max
    let floor = greedy()
    for place in 0..<limitCount { trialPrice[place] = price[place] }
    var scale = 1.0
    for _ in 0..<Self.steps {
      let bound = pricedMost(trialPrice)
      if bound < least {
        least = bound
        for place in 0..<limitCount { price[place] = trialPrice[place] }
      } else {
        scale *= 0.6
      }
      var square = 0
      for place in 0..<limitCount where slack[place] < 0 || trialPrice[place] > 0 {
        square += slack[place] * slack[place]
      }
      guard square > 0, bound > floor else { break }
      let step = scale * Double(bound - floor) / Double(square)
      for place in 0..<limitCount {
        let moved = Double(trialPrice[place]) - step * Double(slack[place])
        trialPrice[place] = max(0, Int(moved.rounded()))
      }
    }
    for place in 0..<limitCount { limitPrice[limit[place]] = price[place] }
  }

  /// What taking items in turn is worth.
  private func greedy() -> Int {
    var value = 0
    var out: UInt64 = 0
    for index in 0..<count {
      if isFirst[index] { out = 0 }
      isIn[index] = fits(index, out)
      guard isIn[index] else { continue }
      _ = use(index, counted[index] & ~out, 1)
      out |= counted[index]
      value += worth[index]
    }
    for index in stride(from: count - 1, through: 0, by: -1) where isIn[index] {
      // Given back in the order of the items: what a person counted is found again.
      var before: UInt64 = 0
      var other = index
      while !isFirst[other] {
        other -= 1
        if isIn[other] { before |= counted[other] }
      }
      _ = use(index, counted[index] & ~before, -1)
    }
    return value
  }

  /// The bound at given prices; `slack` is what its choice leaves of the room.
  func pricedMost(_ price: borrowing Table<Int>) -> Int {
    var bound = 0
    for place in 0..<limitCount {
      bound += price[place] * room[place]
      slack[place] = room[place]
    }
    for index in 0..<count {
      var left = worth[index]
      for use in uses(index) {
        left -= Int(self.use[use].amount) * price[self.use[use].limit]
      }
      reduced[index] = left
    }
    var first = 0
    while first < count {
      var last = first + 1
      while last < count, !isFirst[last] { last += 1 }
      bound += personMost(first..<last, price)
      first = last
    }
    return bound
  }

  /// What a person's items are worth after paying, with each limit that counts people paid once.
  private func personMost(_ items: Range<Int>, _ price: borrowing Table<Int>) -> Int {
    var all: UInt64 = 0
    for index in items { all |= counted[index] }
    let isPaying = all.nonzeroBitCount <= Self.mostCounted
    var (best, bestOut) = (0, UInt64(0))
    // Subsets of `all`, from all of it down to none.
    var out = all
    while true {
      var sum = 0
      for index in items where reduced[index] > 0 && counted[index] & ~out == 0 {
        sum += reduced[index]
      }
      var bits = isPaying ? out : 0
      while bits != 0 {
        sum -= price[bits.trailingZeroBitCount]
        bits &= bits - 1
      }
      if sum > best { (best, bestOut) = (sum, out) }
      if out == 0 || !isPaying { break }
      out = (out - 1) & all
    }
    spend(items, bestOut, isPaying)
    return best
  }

  private func spend(_ items: Range<Int>, _ out: UInt64, _ isPaying: Bool) {
    for index in items where reduced[index] > 0 && counted[index] & ~out == 0 {
      for use in uses(index) { slack[self.use[use].limit] -= Int(self.use[use].amount) }
    }
    var bits = isPaying ? out : 0
    while bits != 0 {
      slack[bits.trailingZeroBitCount] -= 1
      bits &= bits - 1
    }
  }

  /// From each item on, what the bound adds: whole persons as they pay, the rest of one as if it had paid.
  func fillPricedRest() {
    pricedRest[count] = 0
    var last = count
    var first = count
    while first > 0 {
      first -= 1
      if !isFirst[first] { continue }
      let after = pricedRest[last]
      var rest = after
      for index in stride(from: last - 1, through: first, by: -1) {
        rest += max(0, reduced[index])
        pricedRest[index] = rest
      }
      pricedRest[first] = after + personMost(first..<last, price)
      last = first
    }
  }

  /// Within each person, items that are worth most after paying come first.
  func sortByReducedWorth() {
    _ = pricedMost(price)
    for index in 1..<max(1, count) where !isFirst[index] {
      var place = index
      while !isFirst[place], reduced[place - 1] < reduced[place] {
        swapItems(place - 1)
        place -= 1
      }
    }
  }

  /// An item and the next, of the same person.
  private func swapItems(_ index: Int) {
    swap(part, index)
    swap(worth, index)
    swap(counted, index)
    swap(reduced, index)
    let (start, middle, end) = (
      Int(useStart[index]), Int(useStart[index + 1]), Int(useStart[index + 2])
    )
    let moved = (start..<middle).map { use[$0] }
    for offset in 0..<end - middle { use[start + offset] = use[middle + offset] }
    for (offset, use) in moved.enumerated() { self.use[start + end - middle + offset] = use }
    useStart[index + 1] = Int32(start + end - middle)
  }

  private func swap<Element>(_ table: borrowing Table<Element>, _ index: Int) {
    let kept = table[index]
    table[index] = table[index + 1]
    table[index + 1] = kept
  }
}
