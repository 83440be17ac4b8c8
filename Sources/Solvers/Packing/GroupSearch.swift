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
  /// Nodes of one search at most; beyond them its answer is the bound on it.
  var mostNodes = Int.max
  /// Whether the last search came to its end.
  private(set) var isExact = true
  private var lastNode = 0

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
  let order: Table<Int32>
  /// A number for each person of the group, and the limits that count them already.
  let personOf: Table<Int32>
  var personCount = 0
  let out: Table<UInt64>
  let path: Table<Int32>
  struct Step: BitwiseCopyable {
    var item: Int32
    /// What a choice with this item and later ones is worth at most.
    var rest = 0
  }
  var list: [Step] = []
  let isIn: Table<Bool>
  /// By set of one person's counted limits, and the limits that its bits stand for.
  let subsetSum: Table<Int>
  let subsetPlace: Table<Int>
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
    order = Table(unfilled: parts)
    personOf = Table(unfilled: parts)
    out = Table(unfilled: parts)
    path = Table(unfilled: parts)
    isIn = Table(unfilled: parts)
    subsetSum = Table(unfilled: 1 << Self.mostCounted)
    subsetPlace = Table(unfilled: Self.mostCounted)
  }

  mutating func begin() {
    (count, limitCount, personCount) = (0, 0, 0)
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
    if isFirst[count] { personCount += 1 }
    personOf[count] = Int32(personCount - 1)
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
    if count > 5 { improvePrices() }
    _ = pricedMost(price)
    orderByReducedWorth()
    return search()
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

  /// Takes (sign 1) or gives back (sign -1) the room of an item.
  @inline(__always)
  func use(_ index: Int, _ new: UInt64, _ sign: Int) {
    for use in uses(index) { room[self.use[use].limit] -= sign * Int(self.use[use].amount) }
    var bits = new
    while bits != 0 {
      room[bits.trailingZeroBitCount] -= sign
      bits &= bits - 1
    }
  }

  /// Depth first: of the items that still fit, each in turn is the first to be taken.
  ///
  /// - Returns: a bound above the best when the nodes ran out.
  private mutating func search() -> Int {
    var start = 0
    for place in 0..<limitCount where !isCounting[place] { start += price[place] * room[place] }
    isExact = true
    lastNode = mostNodes == .max ? .max : nodes + mostNodes
    for person in 0..<personCount { out[person] = 0 }
    list.removeAll(keepingCapacity: true)
    for index in 0..<count { list.append(Step(item: Int32(order[index]))) }
    let root = sumUp(0, 0, start)
    chosenCount = 0
    best = 0
    descend(0, 0, start, 0)
    return isExact ? best : max(best, root)
  }

  /// From each item of the list on: what is still to be had at most.
  private mutating func sumUp(_ first: Int, _ value: Int, _ priced: Int) -> Int {
    var (plain, paid) = (0, 0)
    for position in stride(from: list.count - 1, through: first, by: -1) {
      let item = list[position].item
      plain += worth[item]
      paid += max(0, reduced[item])
      list[position].rest = min(value + plain, priced + paid)
    }
    return list.count > first ? list[first].rest : value
  }

  /// - Parameters:
  ///   - first: the list's items from here on still fit.
  ///   - value: of what is in.
  ///   - priced: value and the room left at the prices.
  private mutating func descend(_ first: Int, _ value: Int, _ priced: Int, _ depth: Int) {
    nodes += 1
    if value > best {
      best = value
      for index in 0..<depth { chosen[index] = part[path[index]] }
      chosenCount = depth
    }
    let end = list.count
    for position in first..<end {
      guard list[position].rest > best else { return }
      guard nodes < lastNode else {
        isExact = false
        return
      }
      let index = Int(list[position].item)
      let person = Int(personOf[index])
      let before = out[person]
      use(index, counted[index] & ~before, 1)
      out[person] = before | counted[index]
      path[depth] = Int32(index)
      for later in position + 1..<end {
        let item = Int(list[later].item)
        if fits(item, out[Int(personOf[item])]) { list.append(Step(item: Int32(item))) }
      }
      let (gained, left) = (value + worth[index], priced + reduced[index])
      if sumUp(end, gained, left) > best || gained > best { descend(end, gained, left, depth + 1) }
      list.removeLast(list.count - end)
      out[person] = before
      use(index, counted[index] & ~before, -1)
    }
  }
}
