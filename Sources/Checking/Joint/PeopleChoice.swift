/// Which parts of several people are worth most together, where people compete for limits.
///
/// Limits that several people use have a price. What each person wins at most after paying it, within all limits, is
/// found by search; with the room paid for, the sum bounds every choice (Lagrangian decomposition). Prices
/// are moved towards the least such bound. Then choices are made person by person, and left where the people to come
/// could not make good what is lacking.
struct PeopleChoice {
  typealias Limit = ExactChoice.Limit
  typealias Item = ExactChoice.Item
  typealias Use = ExactChoice.Use

  /// Choices looked at in the last search for each of one person's, at most, while prices are being found.
  private static let ownShare = 8

  let limits: [Limit]
  let items: [Item]
  let ends: [Int]
  let isShared: [Bool]
  /// The person whose limit it is alone.
  private let owner: [Int]
  /// Of limits that one person has alone.
  let ownPrices: [Int]
  var prices: LimitPrices
  private var left: [Int]
  /// What items use of limits that do not count people, item by item.
  private var uses: [Use] = []
  private var start = [0]
  /// The limits that count each item's person, and those of all that count as many as they may; a bit each.
  private var counts: [UInt64] = []
  private var full: UInt64 = 0
  var counted: [UInt64]
  /// By item: what it wins after paying for shared limits, and then for the person's own.
  var afterShared: [Int] = []
  var afterOwn: [Int] = []
  /// Each person's items, the most winning first.
  var order: [Int]
  /// What people from each on win at most where shared limits are free, and where they are paid.
  private var laterFree: [Int]
  var later: [Int]
  private var steps: [Step] = []
  /// What the last person looked at would take.
  var isTaken: [Bool]
  private var path: [Int] = []
  /// What the best choice that was found is worth.
  var best = 0
  /// Whether no choice is worth more.
  private(set) var isExact = false
  private var choices = 0
  private var mostChoices = 0
  /// Choices of one person looked at.
  var ownChoices = 0

  /// An item that still fits, and what it and those after it in the list win at most.
  private struct Step {
    var item: Int
    var free = 0
    var afterShared = 0
    var afterOwn = 0
  }

  /// - Parameters:
  ///   - items: by person, each person's up to one of `ends`.
  ///   - countedBefore: by item, the limits its person is counted in already.
  ///   - prices: of limits, to begin from.
  ///   - hints: those of limits that one person has alone, where others are known.
  init(
    _ limits: [Limit], _ items: [Item], countedBefore: [UInt64], ends: [Int], prices: [Int],
    hints: [Int]? = nil
  ) {
    (self.limits, self.items, self.ends) = (limits, items, ends)
    var owner = limits.map { _ in -1 }
    var isShared = limits.map { _ in false }
    var person = 0
    for (index, item) in items.enumerated() {
      if index == ends[person] { person += 1 }
      for use in item.uses {
        if owner[use.limit] >= 0, owner[use.limit] != person { isShared[use.limit] = true }
        owner[use.limit] = person
      }
    }
    (self.owner, self.isShared) = (owner, isShared)
    var largest = limits.map { max(1, min($0.left, 1 << 52)) }
    for use in items.lazy.flatMap(\.uses) {
      largest[use.limit] = max(largest[use.limit], use.amount)
    }
    let highest = largest.map { (1 << 52) / $0 }
    let own = hints ?? prices
    ownPrices = limits.indices.map {
      isShared[$0] || limits[$0].countsPeople ? 0 : min(own[$0], highest[$0])
    }
    self.prices = LimitPrices(limits, isPriced: isShared, highest: highest, from: prices)
    left = limits.map(\.left)
    counted = ends.indices.map { countedBefore[$0 == 0 ? 0 : ends[$0 - 1]] }
    order = Array(items.indices)
    laterFree = Array(repeating: 0, count: ends.count + 1)
    later = laterFree
    isTaken = items.map { _ in false }
    for item in items {
      uses += item.uses.filter { !limits[$0.limit].countsPeople }
      start.append(uses.count)
      counts.append(
        item.uses.reduce(0) { limits[$1.limit].countsPeople ? $0 | 1 << UInt64($1.limit) : $0 })
    }
    for (limit, kind) in limits.enumerated() where kind.countsPeople && kind.left < 1 {
      full |= 1 << UInt64(limit)
    }
  }

  /// - Parameters:
  ///   - known: what some choice is worth.
  ///   - choices: looked at in the last search at most.
  /// - Returns: the most, or where that takes too long a bound on it.
  mutating func most(known: Int, choices: Int) -> Int {
    best = known
    ownChoices = choices / Self.ownShare
    let start = prices
    prices.each = prices.each.map { _ in 0 }
    findLater()
    laterFree = later
    prices = start
    let bound = min(laterFree[0], lowerPrices())
    isExact = bound == best
    guard !isExact else { return best }
    (self.choices, mostChoices) = (0, choices)
    open(0, value: 0, paid: prices.room)
    isExact = self.choices < mostChoices
    return isExact ? best : bound
  }

  func range(_ person: Int) -> Range<Int> {
    (person == 0 ? 0 : ends[person - 1])..<ends[person]
  }

  private func ownRoom(_ person: Int) -> Int {
    limits.indices.reduce(0) { owner[$1] == person ? $0 + ownPrices[$1] * left[$1] : $0 }
  }
}

extension PeopleChoice {
  func fits(_ item: Int, _ counted: UInt64) -> Bool {
    guard counts[item] & ~counted & full == 0 else { return false }
    for use in start[item]..<start[item + 1] where left[uses[use].limit] < uses[use].amount {
      return false
    }
    return true
  }

  /// Takes an item's room (sign 1) or gives it back (sign -1).
  ///
  /// - Returns: what the person pays for being counted, and where they are counted then.
  @discardableResult
  private mutating func use(_ item: Int, _ counted: UInt64, _ sign: Int) -> (Int, UInt64) {
    for use in start[item]..<start[item + 1] { left[uses[use].limit] -= sign * uses[use].amount }
    var charge = 0
    let new = counts[item] & ~counted
    var bits = new
    while bits != 0 {
      let (limit, bit) = (bits.trailingZeroBitCount, bits & ~(bits - 1))
      left[limit] -= sign
      full = left[limit] < 1 ? full | bit : full & ~bit
      charge += limits[limit].charge + prices[limit]
      bits &= ~bit
    }
    return (charge, counted | new)
  }

  private mutating func sumUp(from first: Int) {
    var (free, shared, own) = (0, 0, 0)
    for position in stride(from: steps.count - 1, through: first, by: -1) {
      let item = steps[position].item
      free += items[item].worth
      shared += max(0, afterShared[item])
      own += max(0, afterOwn[item])
      steps[position].free = free
      steps[position].afterShared = shared
      steps[position].afterOwn = own
    }
  }

  /// Lists items of the list from a position on that still fit.
  private mutating func listAgain(_ positions: Range<Int>, _ counted: UInt64) {
    let first = steps.count
    for position in positions where fits(steps[position].item, counted) {
      steps.append(Step(item: steps[position].item))
    }
    sumUp(from: first)
  }

  /// What one person wins at most after paying, or a bound on it; `isTaken` says by what.
  mutating func most(ofPerson person: Int) -> Int {
    steps.removeAll(keepingCapacity: true)
    for position in range(person) {
      isTaken[position] = false
      let item = order[position]
      if afterShared[item] > 0, fits(item, counted[person]) { steps.append(Step(item: item)) }
    }
    guard !steps.isEmpty else { return 0 }
    sumUp(from: 0)
    var ownBest = 0
    (choices, mostChoices) = (0, ownChoices)
    let own = ownRoom(person)
    let bound = min(steps[0].afterShared, own + steps[0].afterOwn)
    extend(counted[person], 0, 0, own, &ownBest)
    return choices < mostChoices ? ownBest : max(ownBest, bound)
  }

  private mutating func extend(
    _ counted: UInt64, _ first: Int, _ value: Int, _ own: Int, _ ownBest: inout Int
  ) {
    choices += 1
    if value > ownBest {
      ownBest = value
      // A person's items stand together.
      for position in range(ownerOf(path[0])) { isTaken[position] = false }
      for item in path { isTaken[item] = true }
    }
    let end = steps.count
    for position in first..<end {
      let step = steps[position]
      guard min(value + step.afterShared, own + step.afterOwn) > ownBest, choices < mostChoices
      else { return }
      let (charge, now) = use(step.item, counted, 1)
      path.append(step.item)
      listAgain(position + 1..<end, now)
      extend(
        now, end, value + afterShared[step.item] - charge, own + afterOwn[step.item] - charge,
        &ownBest)
      steps.removeLast(steps.count - end)
      path.removeLast()
      use(step.item, counted, -1)
    }
  }

  private func ownerOf(_ item: Int) -> Int { ends.firstIndex { item < $0 } ?? 0 }

  /// Goes on with a person, those before having chosen.
  private mutating func open(_ person: Int, value: Int, paid: Int) {
    guard person < ends.count, value + laterFree[person] > best, paid + later[person] > best
    else { return }
    let first = steps.count
    for position in range(person) where fits(order[position], counted[person]) {
      steps.append(Step(item: order[position]))
    }
    sumUp(from: first)
    descend(person, counted[person], first, value, paid, paid + ownRoom(person))
    steps.removeLast(steps.count - first)
  }

  /// - Parameters:
  ///   - value: of what is chosen.
  ///   - paid: after paying, with the room of shared limits.
  ///   - own: and with the room of the person's own.
  private mutating func descend(
    _ person: Int, _ counted: UInt64, _ first: Int, _ value: Int, _ paid: Int, _ own: Int
  ) {
    choices += 1
    best = max(best, value)
    let end = steps.count
    for position in first..<end {
      let step = steps[position]
      guard value + step.free + laterFree[person + 1] > best,
        min(paid + step.afterShared, own + step.afterOwn) + later[person + 1] > best
      else { break }
      guard choices < mostChoices else { return }
      let (charge, now) = use(step.item, counted, 1)
      let given = charge - priceOfCounts(now & ~counted)
      listAgain(position + 1..<end, now)
      descend(
        person, now, end, value + items[step.item].worth - given,
        paid + afterShared[step.item] - charge, own + afterOwn[step.item] - charge)
      steps.removeLast(steps.count - end)
      use(step.item, counted, -1)
    }
    open(person + 1, value: value, paid: paid)
  }

  /// What shared limits ask for counting a person once more.
  private func priceOfCounts(_ new: UInt64) -> Int {
    var (bits, sum) = (new, 0)
    while bits != 0 {
      sum += prices[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }
}
