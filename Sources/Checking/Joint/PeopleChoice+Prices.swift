extension PeopleChoice {
  private static let moves = 16

  /// Moves prices towards the least bound, and stays at the best; that bound.
  mutating func lowerPrices() -> Int {
    var (least, kept) = (Int.max, prices)
    var eagerness = 64
    for _ in 0..<Self.moves {
      let used = findLater()
      let bound = room() + later[0]
      if bound < least { (least, kept) = (bound, prices) } else { eagerness = eagerness * 5 / 8 }
      guard bound > best, move(used, lacking: bound - best, eagerness) else { break }
    }
    prices = kept
    findLater()
    return min(least, room() + later[0])
  }

  /// - Parameters:
  ///   - used: of each limit by what everybody would take.
  ///   - eagerness: 64ths of the step that would win all that is lacking if the bound were straight.
  /// - Returns: false where no price is to be moved.
  private mutating func move(_ used: [Int], lacking: Int, _ eagerness: Int) -> Bool {
    // Excess in thousandths of the room, so that small units count like large ones.
    var (excess, square) = ([Int](repeating: 0, count: limits.count), 0)
    for limit in limits.indices where isShared[limit] {
      let over = used[limit] - limits[limit].left
      guard over > 0 || prices[limit] > 0 else { continue }
      excess[limit] = max(
        -10_000, min(10_000, over * 1_000 / max(1, min(limits[limit].left, 1 << 40))))
      square += excess[limit] * excess[limit]
    }
    guard square > 0 else { return false }
    for limit in limits.indices where excess[limit] != 0 {
      let whole = lacking.multipliedFullWidth(by: excess[limit] * eagerness * 1_000 / 64)
      let change = (square * max(1, min(limits[limit].left, 1 << 24))).dividingFullWidth(whole)
        .quotient
      prices[limit] = max(0, min(mostPrices[limit], prices[limit] + change))
    }
    return true
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
