extension PeopleChoice {
  private static let moves = 16

  /// Moves prices towards the least bound, and stays at the best; that bound.
  mutating func lowerPrices() -> Int {
    var (least, kept) = (Int.max, prices)
    var eagerness = 64
    for _ in 0..<Self.moves {
      let used = findLater()
      let bound = prices.room + later[0]
      if bound < least { (least, kept) = (bound, prices) } else { eagerness = eagerness * 5 / 8 }
      guard bound > best, prices.move(prices.excess(used), lacking: bound - best, eagerness) else {
        break
      }
    }
    prices = kept
    findLater()
    return min(least, prices.room + later[0])
  }

  /// What everybody wins at most at the prices.
  ///
  /// - Returns: what they would use of each limit.
  @discardableResult
  mutating func findLater() -> [Int] {
    setAfter()
    var used = [Int](repeating: 0, count: limits.count)
    later[ends.count] = 0
    for person in ends.indices.reversed() {
      let most = most(ofPerson: person)
      later[person] = later[person + 1] + most
      var counted = counted[person]
      for item in range(person) where isTaken[item] {
        for use in items[item].uses {
          if !limits[use.limit].countsPeople {
            used[use.limit] += use.amount
          } else if counted & (1 << UInt64(use.limit)) == 0 {
            counted |= 1 << UInt64(use.limit)
            used[use.limit] += 1
          }
        }
      }
    }
    return used
  }

  private mutating func setAfter() {
    afterShared = items.map { item in
      item.uses.reduce(item.worth) {
        limits[$1.limit].countsPeople ? $0 : $0 - prices[$1.limit] * $1.amount
      }
    }
    afterOwn = items.indices.map { index in
      items[index].uses.reduce(afterShared[index]) { $0 - ownPrices[$1.limit] * $1.amount }
    }
    for person in ends.indices {
      order[range(person)].sort { (afterOwn[$0], $1) > (afterOwn[$1], $0) }
    }
  }
}
