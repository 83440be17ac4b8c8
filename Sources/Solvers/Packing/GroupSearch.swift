/// Several limits that share parts: the choice of most worth, by depth-first branch and bound, exactly where that
/// does not take long.
///
/// Limits that several people share have a price each; what one person wins at most after paying, within limits of
/// their own, is found exactly (`searchPeople`). The prices to begin from are those with which every limit is paid for
/// and people win part by part (`improvePrices`): they are kept from one search of a home to its next, and improved
/// a few steps each time (the subgradient method of Held, Wolfe and Crowder 1974, doi:10.1007/BF01580223). A person
/// pays a limit that counts people once. Of many items people's profiles tell more (`lowerProfiles`).
struct GroupSearch: ~Copyable {
  let tables: PackingTables
  let chosen: Table<Int32>
  var chosenCount = 0
  var nodes = 0
  /// Nodes of one search at most; beyond them its answer is the bound on it.
  var mostNodes = Int.max
  /// Moves of the prices of shared limits before people are searched.
  var steps = Self.usualSteps
  /// Whether the last search came to its end.
  var isExact = true
  var lastNode = 0

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
    /// What this item and later ones of the list can add: of what is theirs, and after paying.
    var worth = 0
    var afterShared = 0
    var afterOwn = 0
  }
  var list: [Step] = []
  let isIn: Table<Bool>

  // People, by their number in the group.
  let firstItem: Table<Int32>
  let bestShared: Table<Int>
  /// By place: the person who alone uses the limit, `shared` where several do.
  let owner: Table<Int32>
  /// By place: prices of shared limits; those of limits that one person has alone.
  let sharedPrice: Table<Int>
  let ownPrice: Table<Int>
  /// Worth less what shared limits that do not count people ask, and then less what own limits ask.
  let afterShared: Table<Int>
  let afterOwn: Table<Int>
  /// What people from each on win at most, after paying for shared limits, and where these are free.
  let later: Table<Int>
  let laterFree: Table<Int>
  let personMost: Table<Int>
  /// Each person's best items after paying.
  let isBest: Table<Bool>
  let bestPath: Table<Int32>
  /// The bound at the shared prices.
  var priced = 0
  var ownBest = 0
  var ownBestCount = 0
  var lastOwnNode = 0
  /// By set of one person's counted limits, and the limits that its bits stand for.
  let subsetSum: Table<Int>
  let subsetPlace: Table<Int>
  var best = 0
  var profiles: ProfileTables
  /// More items than this are bounded by people's profiles alone.
  var manyItems = 250
  /// Where a search of fewer nodes does not end, profiles would take longer than it is worth.
  var nodesWorthProfiles = 1_000
  /// Whether `eachFlip` is to be asked: for what each person wins at prices of everything shared.
  var isForFlips = false

  init(_ tables: PackingTables) {
    self.tables = tables
    let (parts, limits) = (tables.mostParts, tables.mostLimits)
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
    use = Table(unfilled: tables.mostUses)
    counted = Table(unfilled: parts)
    reduced = Table(unfilled: parts)
    isFirst = Table(unfilled: parts)
    order = Table(unfilled: parts)
    personOf = Table(unfilled: parts)
    out = Table(unfilled: parts)
    path = Table(unfilled: parts)
    isIn = Table(unfilled: parts)
    firstItem = Table(unfilled: parts + 1)
    owner = Table(unfilled: limits)
    bestShared = Table(unfilled: limits)
    sharedPrice = Table(unfilled: limits)
    ownPrice = Table(unfilled: limits)
    afterShared = Table(unfilled: parts)
    afterOwn = Table(unfilled: parts)
    later = Table(unfilled: parts + 1)
    laterFree = Table(unfilled: parts + 1)
    personMost = Table(unfilled: parts)
    isBest = Table(unfilled: parts)
    bestPath = Table(unfilled: parts)
    profiles = ProfileTables(tables)
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

  /// Too many items of several people for a search of them all together.
  var isWide: Bool {
    personCount > 1 && count > manyItems && mostNodes < .max && !isForFlips
  }

  mutating func solve() -> Int {
    if count > 5, !isWide { improvePrices() }
    beginPeople()
    return personCount > 1 ? searchPeople() : searchPerson()
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
}
