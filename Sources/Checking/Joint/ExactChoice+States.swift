extension ExactChoice {
  /// What choices so far are worth and leave, one state after another.
  struct States {
    /// Limits to a state.
    let limits: Int
    private(set) var worth: [Int] = []
    /// Limits the person at hand is counted in, a bit each.
    var counted: [UInt64] = []
    /// What each state leaves of each limit, state by state.
    private(set) var left: [Int] = []

    init(limits: Int) { self.limits = limits }

    var count: Int { worth.count }

    func left(_ state: Int) -> ArraySlice<Int> { left[state * limits..<(state + 1) * limits] }

    mutating func add(worth: Int, counted: UInt64, left: ArraySlice<Int>) {
      self.worth.append(worth)
      self.counted.append(counted)
      self.left += left
    }

    mutating func removeLast() {
      worth.removeLast()
      counted.removeLast()
      left.removeLast(limits)
    }

    /// The last state takes an item; false, and the state is gone, when it does not fit.
    mutating func take(_ item: Item, _ kinds: [Limit]) -> Bool {
      let last = worth.count - 1
      worth[last] += item.worth
      for use in item.uses {
        let place = last * limits + use.limit
        if !kinds[use.limit].countsPeople {
          left[place] -= use.amount
        } else if counted[last] & (1 << UInt64(use.limit)) == 0 {
          counted[last] |= 1 << UInt64(use.limit)
          left[place] -= 1
          worth[last] -= kinds[use.limit].charge
        }
        if left[place] < 0 {
          removeLast()
          return false
        }
      }
      return true
    }

    /// No later part can use more of a limit than this.
    mutating func clip(_ futures: [Int]) {
      var place = 0
      for _ in worth {
        for future in futures {
          if left[place] > future { left[place] = future }
          place += 1
        }
      }
    }
  }

  /// The most of some people, or of the choices looked at.
  ///
  /// - Parameters:
  ///   - ends: where each person's items end.
  ///   - later: what people from each position on are worth at most.
  ///   - width: how many states to keep at a time; nil for all.
  ///   - known: what some choice is worth.
  mutating func most(
    of range: Range<Int>, ends: [Int], _ later: [Int], width: Int? = nil, known: Int = 0
  ) -> Int? {
    var futures = [Int](repeating: 0, count: limits.count)
    for item in range {
      for use in items[item].uses { futures[use.limit] += future(use) }
    }
    var most = max(known, 0)
    var states = States(limits: limits.count)
    states.add(worth: 0, counted: 0, left: limits.map(\.left)[...])
    var person = 0
    for item in range {
      if item == ends[person] { person += 1 }
      if item == range.lowerBound || item == ends[max(0, person - 1)] {
        for state in 0..<states.count { states.counted[state] = countedBefore[item] }
      }
      for use in items[item].uses { futures[use.limit] -= future(use) }
      var next = States(limits: limits.count)
      for state in 0..<states.count {
        next.add(
          worth: states.worth[state], counted: states.counted[state], left: states.left(state))
        next.add(
          worth: states.worth[state], counted: states.counted[state], left: states.left(state))
        if next.take(items[item], limits) { most = max(most, next.worth[next.count - 1]) }
      }
      next.clip(futures)
      let hopeful = (0..<next.count).filter {
        let needed = most - next.worth[$0]
        return relaxation.most(of: item + 1..<range.upperBound, left: next.left($0)) > needed
          && rest(next, $0, after: item, to: ends[person])
            + later[person + 1] > needed
      }
      guard let kept = undominated(next, hopeful, width) else { return nil }
      states = kept
    }
    return most
  }

  private func future(_ use: Use) -> Int { limits[use.limit].countsPeople ? 1 : use.amount }

  /// No choice among the same person's items after this one is worth more: they are taken by what they
  /// win per amount of the scarce limit, the last of them in part.
  private func rest(_ states: States, _ state: Int, after item: Int, to end: Int) -> Int {
    let scarce = scarceLimit[item]
    var room = scarce < 0 ? 0 : states.left[state * limits.count + scarce]
    var sum = 0
    for next in item + 1..<max(end, item + 1) where items[next].worth > 0 {
      let (amount, worth) = (scarceAmount[next], items[next].worth)
      guard amount > room else {
        room -= amount
        sum += worth
        continue
      }
      return sum + amount.dividingFullWidth(room.multipliedFullWidth(by: worth)).quotient
    }
    return sum
  }

  /// The states that no other is as good as in everything; nil when that takes too much work.
  private mutating func undominated(
    _ states: States, _ hopeful: [Int], _ width: Int?
  ) -> States? {
    var kept = States(limits: limits.count)
    for state in hopeful.sorted(by: { (states.worth[$0], $1) > (states.worth[$1], $0) }) {
      if let width, kept.count == width { break }
      work += kept.count + 1
      guard work <= mostWork else { return nil }
      if !(0..<kept.count).contains(where: { isAsGood(kept, $0, as: states, state) }) {
        kept.add(
          worth: states.worth[state], counted: states.counted[state], left: states.left(state))
      }
    }
    return kept
  }

  /// Whether one state, having paid for every limit the other is counted in, is no worse in anything.
  private func isAsGood(
    _ kept: States, _ one: Int, as states: States, _ other: Int
  ) -> Bool {
    var worth = kept.worth[one]
    let missing = states.counted[other] & ~kept.counted[one]
    for limit in 0..<limits.count {
      var left = kept.left[one * limits.count + limit]
      if missing & (1 << UInt64(limit)) != 0 {
        worth -= limits[limit].charge
        left -= 1
      }
      if left < states.left[other * limits.count + limit] { return false }
    }
    return worth >= states.worth[other]
  }
}
