extension GroupSearch {
  static let shared: Int32 = -2
  /// At least, for what one person wins.
  private static let nodesOfPerson = 100

  /// Finds whose items are whose, and which limits several people share.
  mutating func beginPeople() {
    isExact = true
    list.removeAll(keepingCapacity: true)
    chosenCount = 0
    best = 0
    for place in 0..<limitCount { owner[place] = -1 }
    var person = -1
    for index in 0..<count {
      if isFirst[index] {
        person += 1
        firstItem[person] = Int32(index)
        out[person] = 0
      }
      order[index] = Int32(index)
      for use in uses(index) { own(Int(self.use[use].limit), Int32(person)) }
      var bits = counted[index]
      while bits != 0 {
        own(bits.trailingZeroBitCount, Int32(person))
        bits &= bits - 1
      }
    }
    firstItem[personCount] = Int32(count)
    for place in 0..<limitCount {
      ownPrice[place] = owner[place] == Self.shared ? 0 : price[place]
      sharedPrice[place] = 0
    }
  }

  private func own(_ place: Int, _ person: Int32) {
    if owner[place] == -1 { owner[place] = person }
    if owner[place] != person { owner[place] = Self.shared }
  }

  @inline(__always)
  func items(ofPerson person: Int) -> Range<Int> {
    Int(firstItem[person])..<Int(firstItem[person + 1])
  }

  /// What items are worth after paying, best first for each person.
  func setAfter() {
    setAfterShared()
    for index in 0..<count {
      var left = afterShared[index]
      for use in uses(index) {
        left -= Int(self.use[use].amount) * ownPrice[self.use[use].limit]
      }
      afterOwn[index] = left
    }
    for person in 0..<personCount {
      let range = items(ofPerson: person)
      for position in range {
        let index = order[position]
        var place = position
        while place > range.lowerBound, afterOwn[order[place - 1]] < afterOwn[index] {
          order[place] = order[place - 1]
          place -= 1
        }
        order[place] = index
      }
    }
  }

  func setAfterShared() {
    for index in 0..<count {
      var left = worth[index]
      for use in uses(index) {
        left -= Int(self.use[use].amount) * sharedPrice[self.use[use].limit]
      }
      afterShared[index] = left
    }
  }

  /// What a person pays for being counted once more.
  @inline(__always)
  func charge(_ new: UInt64) -> Int {
    var (bits, sum) = (new, 0)
    while bits != 0 {
      sum += sharedPrice[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }

  /// What the room of limits that only one person uses is worth.
  func ownRoom(_ person: Int) -> Int {
    var sum = 0
    for place in 0..<limitCount where owner[place] == Int32(person) {
      if !isCounting[place] { sum += ownPrice[place] * room[place] }
    }
    return sum
  }

  /// Lists items of the list from some positions that still fit beside what the person has.
  @inline(__always)
  mutating func listAgain(_ positions: Range<Int>, _ person: Int) {
    let first = list.count
    for position in positions {
      let item = list[position].item
      if fits(Int(item), out[person]) { list.append(Step(item: item)) }
    }
    sumUp(first)
  }

  mutating func sumUp(_ first: Int) {
    var (plain, shared, own) = (0, 0, 0)
    for position in stride(from: list.count - 1, through: first, by: -1) {
      let item = list[position].item
      plain += worth[item]
      shared += max(0, afterShared[item])
      own += max(0, afterOwn[item])
      list[position].worth = plain
      list[position].afterShared = shared
      list[position].afterOwn = own
    }
  }
}

extension GroupSearch {

  /// What one person wins at most after paying for shared limits, within all limits; exact unless it takes long.
  ///
  /// `isBest` says of which items, `out` is as before.
  mutating func most(ofPerson person: Int, with forced: Int = -1, without barred: Int = -1) -> Int {
    let range = items(ofPerson: person)
    var (value, free) = (0, ownRoom(person))
    if forced >= 0 {
      guard fits(forced, 0) else { return BlockSearch.impossible }
      use(forced, counted[forced], 1)
      out[person] = counted[forced]
      let paid = charge(counted[forced])
      value = afterShared[forced] - paid
      free += afterOwn[forced] - paid
    } else {
      free += value
    }
    list.removeAll(keepingCapacity: true)
    for position in range {
      let index = Int(order[position])
      guard index != forced, index != barred, afterShared[index] > 0, fits(index, out[person])
      else { continue }
      list.append(Step(item: Int32(index)))
    }
    sumUp(0)
    ownBest = value
    ownBestCount = 0
    lastOwnNode = mostNodes == .max ? .max : nodes + max(Self.nodesOfPerson, mostNodes)
    let root = list.isEmpty ? value : min(value + list[0].afterShared, free + list[0].afterOwn)
    if !list.isEmpty { extend(person, 0, value, free, 0) }
    list.removeAll(keepingCapacity: true)
    if forced >= 0 {
      use(forced, counted[forced], -1)
      out[person] = 0
    } else if barred < 0 {
      for index in range { isBest[index] = false }
      for position in 0..<ownBestCount { isBest[bestPath[position]] = true }
    }
    if nodes >= lastOwnNode {
      if personCount == 1 { isExact = false }
      return max(ownBest, root)
    }
    return ownBest
  }

  private mutating func extend(
    _ person: Int, _ first: Int, _ value: Int, _ free: Int, _ depth: Int
  ) {
    nodes += 1
    if value > ownBest {
      ownBest = value
      for index in 0..<depth { bestPath[index] = path[index] }
      ownBestCount = depth
    }
    let end = list.count
    for position in first..<end {
      let step = list[position]
      guard value + step.afterShared > ownBest, free + step.afterOwn > ownBest else { return }
      guard nodes < lastOwnNode else { return }
      let index = Int(step.item)
      let before = out[person]
      let new = counted[index] & ~before
      let paid = charge(new)
      use(index, new, 1)
      out[person] = before | new
      path[depth] = Int32(index)
      listAgain(position + 1..<end, person)
      extend(
        person, end, value + afterShared[index] - paid, free + afterOwn[index] - paid, depth + 1)
      list.removeLast(list.count - end)
      out[person] = before
      use(index, new, -1)
    }
  }
}
