extension GroupSearch {
  private static let steps = 30
  /// A person with more counted limits than this pays none of them in the bound, which is then weaker.
  static let mostCounted = 8

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
      // In shares of the room, or limits counted in small units would not be heard.
      var square = 0.0
      for place in 0..<limitCount where slack[place] < 0 || trialPrice[place] > 0 {
        let share = Double(slack[place]) / Double(max(1, room[place]))
        square += share * share
      }
      guard square > 0, bound > floor else { break }
      let step = scale * Double(bound - floor) / square
      for place in 0..<limitCount {
        let width = Double(max(1, room[place]))
        let moved = Double(trialPrice[place]) - step * Double(slack[place]) / (width * width)
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
      use(index, counted[index] & ~out, 1)
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
      use(index, counted[index] & ~before, -1)
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
    let width = all.nonzeroBitCount
    guard width > 0, width <= Self.mostCounted else {
      var sum = 0
      for index in items where reduced[index] > 0 { sum += reduced[index] }
      spend(items, all, isPaying: false)
      return sum
    }
    sumOverSubsets(items, all, width)
    var (best, bestSet, paid) = (subsetSum[0], 0, 0)
    // Sets of limits in the order of Gray's code: one is paid for or given back at a time.
    for step in 1..<1 << width {
      let set = step ^ (step >> 1)
      let bit = step.trailingZeroBitCount
      paid += set >> bit & 1 == 1 ? price[subsetPlace[bit]] : -price[subsetPlace[bit]]
      if subsetSum[set] - paid > best { (best, bestSet) = (subsetSum[set] - paid, set) }
    }
    var out: UInt64 = 0
    for bit in 0..<width where bestSet >> bit & 1 == 1 { out |= 1 << UInt64(subsetPlace[bit]) }
    spend(items, out, isPaying: true)
    return best
  }

  /// For each set of the limits in `all`: what items that count no other limit are worth after paying.
  private func sumOverSubsets(_ items: Range<Int>, _ all: UInt64, _ width: Int) {
    var (bits, next) = (all, 0)
    while bits != 0 {
      subsetPlace[next] = bits.trailingZeroBitCount
      next += 1
      bits &= bits - 1
    }
    for set in 0..<1 << width { subsetSum[set] = 0 }
    for index in items where reduced[index] > 0 {
      var set = 0
      for bit in 0..<width where counted[index] >> UInt64(subsetPlace[bit]) & 1 == 1 {
        set |= 1 << bit
      }
      subsetSum[set] += reduced[index]
    }
    for bit in 0..<width {
      for set in 0..<1 << width where set >> bit & 1 == 1 {
        subsetSum[set] += subsetSum[set ^ (1 << bit)]
      }
    }
  }

  private func spend(_ items: Range<Int>, _ out: UInt64, isPaying: Bool) {
    for index in items where reduced[index] > 0 && counted[index] & ~out == 0 {
      for use in uses(index) { slack[self.use[use].limit] -= Int(self.use[use].amount) }
    }
    var bits = isPaying ? out : 0
    while bits != 0 {
      slack[bits.trailingZeroBitCount] -= 1
      bits &= bits - 1
    }
  }
}
