/// Several limits that share parts, by depth-first branch and bound, exactly.
///
/// The bound prices the limits: with a price each, what is left is worth at most the room times the prices and,
/// person by person, the parts that are worth more than they pay. A person pays a limit that counts people
/// once. Prices are kept from one search of a home to its next, and improved a few steps each time (the
/// subgradient method of Held, Wolfe and Crowder 1974, doi:10.1007/BF01580223).
struct GroupSearch: ~Copyable {
  let tables: PackingTables
  let chosen: Table<Int32>
  private(set) var chosenCount = 0
  private(set) var nodes = 0

  /// Of each limit of the problem, as it was last good.
  let limitPrice: Table<Int>
  /// The place of each limit of the problem in the group, while it is one of it.
  let placeOfLimit: Table<Int32>

  // Limits of the group.
  var limitCount = 0
  let limit: Table<Int32>
  let room: Table<Int>
  let price: Table<Int>
  let trialPrice: Table<Int>
  let slack: Table<Int>
  let isCounting: Table<Bool>

  // Items, person by person.
  var count = 0
  let part: Table<Int32>
  let worth: Table<Int>
  let useStart: Table<Int32>
  let use: Table<PackingProblem.Use>
  /// Limits that count the item's person, a bit for each place.
  let counted: Table<UInt64>
  /// Worth less what its uses of limits that do not count people pay.
  let reduced: Table<Int>
  let isFirst: Table<Bool>
  /// From an item on: all worths, and what they are worth after paying.
  let plainRest: Table<Int>
  let pricedRest: Table<Int>
  let isIn: Table<Bool>
  var best = 0

  init(_ tables: PackingTables) {
    self.tables = tables
    let (parts, limits) = (tables.mostParts, tables.mostLimits)
    var uses = 0
    for home in 0..<tables.homeCount {
      let range = tables.parts(home)
      uses = max(uses, Int(tables.useStart[range.upperBound] - tables.useStart[range.lowerBound]))
    }
    chosen = Table(unfilled: parts)
    limitPrice = Table(repeating: 0, count: tables.capacity.count)
    placeOfLimit = Table(repeating: -1, count: tables.capacity.count)
    limit = Table(unfilled: limits)
    room = Table(unfilled: limits)
    price = Table(unfilled: limits)
    trialPrice = Table(unfilled: limits)
    slack = Table(unfilled: limits)
    isCounting = Table(unfilled: limits)
    part = Table(unfilled: parts)
    worth = Table(unfilled: parts)
    useStart = Table(unfilled: parts + 1)
    use = Table(unfilled: uses)
    counted = Table(unfilled: parts)
    reduced = Table(unfilled: parts)
    isFirst = Table(unfilled: parts)
    plainRest = Table(unfilled: parts + 1)
    pricedRest = Table(unfilled: parts + 1)
    isIn = Table(unfilled: parts)
  }

  mutating func begin() {
    (count, limitCount) = (0, 0)
    useStart[0] = 0
  }

  mutating func add(limit added: Int, room left: Int) {
    limit[limitCount] = Int32(added)
    room[limitCount] = left
    price[limitCount] = limitPrice[added]
    isCounting[limitCount] = tables.countsPeople[added]
    placeOfLimit[added] = Int32(limitCount)
    limitCount += 1
  }

  /// Items of a person come one after the other.
  mutating func add(part added: Int, worth gain: Int) {
    part[count] = Int32(added)
    worth[count] = gain
    counted[count] = 0
    isFirst[count] =
      count == 0 || tables.person[part[count - 1]] != tables.person[added]
    count += 1
    useStart[count] = useStart[count - 1]
  }

  /// Of the item added last.
  mutating func addUse(of added: Int, amount: Int) {
    let place = placeOfLimit[added]
    if isCounting[place] {
      counted[count - 1] |= 1 << UInt64(place)
    } else {
      use[useStart[count]] = .init(limit: place, amount: Int32(amount))
      useStart[count] += 1
    }
  }

  mutating func solve() -> Int {
    best = -1
    chosenCount = 0
    if count > 5 { improvePrices() }
    sortByReducedWorth()
    _ = pricedMost(price)
    // Once the items stand in the order they are searched in.
    plainRest[count] = 0
    for index in stride(from: count - 1, through: 0, by: -1) {
      plainRest[index] = plainRest[index + 1] + worth[index]
    }
    fillPricedRest()
    search()
    return best
  }
}

extension GroupSearch {
  @inline(__always)
  func uses(_ index: Int) -> Range<Int> { Int(useStart[index])..<Int(useStart[index + 1]) }

  @inline(__always)
  func fits(_ index: Int, _ out: UInt64) -> Bool {
    for use in uses(index) where room[self.use[use].limit] < Int(self.use[use].amount) {
      return false
    }
    var bits = counted[index] & ~out
    while bits != 0 {
      if room[bits.trailingZeroBitCount] < 1 { return false }
      bits &= bits - 1
    }
    return true
  }

  /// Takes (sign 1) or gives back (sign -1) the room of an item; what its new limits pay at the prices.
  @inline(__always)
  func use(_ index: Int, _ new: UInt64, _ sign: Int) -> Int {
    for use in uses(index) { room[self.use[use].limit] -= sign * Int(self.use[use].amount) }
    var (bits, paid) = (new, 0)
    while bits != 0 {
      let place = bits.trailingZeroBitCount
      room[place] -= sign
      paid += price[place]
      bits &= bits - 1
    }
    return paid
  }

  /// Depth first, each item in before out.
  private mutating func search() {
    var start = 0
    for place in 0..<limitCount { start += price[place] * room[place] }
    descend(0, 0, start, 0)
  }

  /// - Parameters:
  ///   - value: of what is in.
  ///   - priced: value and the room left at the prices.
  ///   - out: limits that count the person already.
  private mutating func descend(_ index: Int, _ value: Int, _ priced: Int, _ out: UInt64) {
    nodes += 1
    if value > best {
      best = value
      record(index)
    }
    guard index < count, value + plainRest[index] > best, priced + pricedRest[index] > best else {
      return
    }
    let out = isFirst[index] ? 0 : out
    if fits(index, out) {
      let new = counted[index] & ~out
      let paid = use(index, new, 1)
      isIn[index] = true
      descend(
        index + 1, value + worth[index], priced + reduced[index] - paid, out | counted[index])
      _ = use(index, new, -1)
    }
    isIn[index] = false
    descend(index + 1, value, priced, out)
  }

  private mutating func record(_ depth: Int) {
    chosenCount = 0
    for index in 0..<depth where isIn[index] {
      chosen[chosenCount] = part[index]
      chosenCount += 1
    }
  }
}
