extension GroupSearch {
  static let usualSteps = 7

  /// One person alone: there is nothing to share.
  mutating func searchPerson() -> Int {
    setAfter()
    priced = most(ofPerson: 0)
    for index in 0..<count where isBest[index] {
      chosen[chosenCount] = part[index]
      chosenCount += 1
    }
    return priced
  }

  /// People one after the other, each with the items that are best after paying for what others want too.
  ///
  /// The bound prices only limits that several people share: what a person wins at most within limits of their
  /// own is found exactly (Lagrangian decomposition by people). The search over people then keeps to choices that
  /// lose no more against these prices than what the bound leaves open.
  mutating func searchPeople() -> Int {
    if isWide { return searchProfiles() }
    // Limits that others share are free: what each person could win at most.
    setAfter()
    laterFree[personCount] = 0
    for person in (0..<personCount).reversed() {
      let own = most(ofPerson: person)
      personMost[person] = own
      laterFree[person] = laterFree[person + 1] + own
    }
    keepBestThatFit()
    guard laterFree[0] > best else {
      priced = laterFree[0]
      for person in 0...personCount { later[person] = laterFree[person] }
      return best
    }
    lowerShared()
    let bound = min(priced, laterFree[0])
    guard bound > best else { return best }
    lastNode = mostNodes == .max ? .max : nodes + mostNodes
    var fromRoom = 0
    for place in 0..<limitCount { fromRoom += sharedPrice[place] * room[place] }
    open(0, 0, fromRoom, 0)
    if isExact { return best }
    return mostNodes < nodesWorthProfiles || isForFlips ? bound : min(bound, searchProfiles())
  }

  /// People by their profiles: for a search of their items that does not end.
  private mutating func searchProfiles() -> Int {
    let bound = lowerProfiles()
    isExact = bound <= best
    return isExact ? best : bound
  }

  /// Goes on with a person's items, those before having chosen.
  private mutating func open(_ person: Int, _ value: Int, _ paid: Int, _ depth: Int) {
    guard person < personCount, value + laterFree[person] > best, paid + later[person] > best
    else { return }
    let first = list.count
    for position in items(ofPerson: person) {
      let index = Int(order[position])
      if fits(index, 0) { list.append(Step(item: Int32(index))) }
    }
    sumUp(first)
    descend(person, first, value, paid, paid + ownRoom(person), depth)
    list.removeLast(list.count - first)
  }

  /// - Parameters:
  ///   - first: the list's items from here on still fit.
  ///   - value: of what is in.
  ///   - paid: with the room of shared limits, after paying.
  ///   - free: and with the room of the person's own limits.
  private mutating func descend(
    _ person: Int, _ first: Int, _ value: Int, _ paid: Int, _ free: Int, _ depth: Int
  ) {
    nodes += 1
    if value > best {
      best = value
      for index in 0..<depth { chosen[index] = part[path[index]] }
      chosenCount = depth
    }
    let end = list.count
    for position in first..<end {
      let step = list[position]
      guard value + step.worth + laterFree[person + 1] > best,
        min(paid + step.afterShared, free + step.afterOwn) + later[person + 1] > best
      else { break }
      guard nodes < lastNode else {
        isExact = false
        return
      }
      let index = Int(step.item)
      let before = out[person]
      let new = counted[index] & ~before
      let charged = charge(new)
      use(index, new, 1)
      out[person] = before | new
      path[depth] = Int32(index)
      listAgain(position + 1..<end, person)
      descend(
        person, end, value + worth[index], paid + afterShared[index] - charged,
        free + afterOwn[index] - charged, depth + 1)
      list.removeLast(list.count - end)
      out[person] = before
      use(index, new, -1)
    }
    open(person + 1, value, paid, depth)
  }

  /// Everybody's best items as far as they fit together, and whatever else then fits.
  mutating func keepBestThatFit() {
    var (value, taken) = (0, 0)
    for isFirstPass in [true, false] {
      for person in 0..<personCount {
        for position in items(ofPerson: person) {
          let index = Int(order[position])
          guard isBest[index] == isFirstPass, fits(index, out[person]) else { continue }
          path[taken] = Int32(index)
          taken += 1
          use(index, counted[index] & ~out[person], 1)
          out[person] |= counted[index]
          value += worth[index]
        }
      }
    }
    if value > best {
      best = value
      chosenCount = taken
      for index in 0..<taken { chosen[index] = part[path[index]] }
    }
    // Given back in the order opposite to that in which it was taken.
    for person in 0..<personCount { out[person] = 0 }
    for index in 0..<taken {
      let item = Int(path[index])
      let person = Int(personOf[item])
      use(item, counted[item] & ~out[person], -1)
      out[person] |= counted[item]
    }
    for person in 0..<personCount { out[person] = 0 }
  }

  /// Moves the prices of shared limits towards those with the least bound.
  private mutating func lowerShared() {
    for place in 0..<limitCount where owner[place] == Self.shared {
      sharedPrice[place] = price[place]
      bestShared[place] = sharedPrice[place]
    }
    priced = Int.max
    var scale = 1.0
    for _ in 0..<steps {
      let bound = findBests()
      keepBestThatFit()
      if bound < priced {
        priced = bound
        for place in 0..<limitCount { bestShared[place] = sharedPrice[place] }
      } else {
        scale *= 0.6
      }
      guard priced > best else { break }
      guard moveShared(scale * Double(bound - best)) else { break }
    }
    for place in 0..<limitCount where owner[place] == Self.shared {
      sharedPrice[place] = bestShared[place]
    }
    priced = findBests()
  }

  /// Everybody's best at the shared prices: the bound.
  private mutating func findBests() -> Int {
    setAfter()
    later[personCount] = 0
    for person in (0..<personCount).reversed() {
      let own = most(ofPerson: person)
      personMost[person] = own
      later[person] = later[person + 1] + own
    }
    var bound = later[0]
    for place in 0..<limitCount { bound += sharedPrice[place] * room[place] }
    return bound
  }

  /// - Returns: false where everything shared is used up exactly.
  func moveShared(_ lacking: Double) -> Bool {
    for place in 0..<limitCount { slack[place] = room[place] }
    for person in 0..<personCount {
      var counting: UInt64 = 0
      for index in items(ofPerson: person) where isBest[index] {
        for use in uses(index) { slack[self.use[use].limit] -= Int(self.use[use].amount) }
        counting |= counted[index]
      }
      while counting != 0 {
        slack[counting.trailingZeroBitCount] -= 1
        counting &= counting - 1
      }
    }
    // In shares of the room, or limits counted in small units would not be heard.
    var square = 0.0
    for place in 0..<limitCount where owner[place] == Self.shared {
      guard slack[place] < 0 || sharedPrice[place] > 0 else { continue }
      let share = Double(slack[place]) / Double(max(1, room[place]))
      square += share * share
    }
    guard square > 0 else { return false }
    for place in 0..<limitCount where owner[place] == Self.shared {
      let width = Double(max(1, room[place]))
      let moved =
        Double(sharedPrice[place]) - lacking / square * Double(slack[place]) / (width * width)
      sharedPrice[place] = max(0, Int(moved.rounded()))
    }
    return true
  }
}
