/// Which of a few people's parts are worth most together within limits that compete, exactly.
///
/// Parts are taken up one after the other, person by person. A *state* is what one set of choices so
/// far is worth and leaves of each limit; of two states the one that is worth no more and leaves no
/// more of anything is dropped, and so is one that cannot reach the most known even with all that is
/// still to come. What is left of a limit counts only as far as later parts could use it. Where that takes
/// too much work the answer is a bound on the most.
struct ExactChoice {
  struct Limit {
    var left: Int
    var countsPeople: Bool
    /// What a person pays once for using it; only where it counts people.
    var charge: Int
  }

  struct Item {
    var person: Int32
    var worth: Int
    var uses: [Use] = []
  }

  struct Use {
    /// A position into `limits`.
    var limit: Int
    var amount: Int
  }

  /// Comparisons of two states that a home may cost: less in a problem of many homes.
  static func mostWork(homes: Int) -> Int {
    min(max(Self.allWork / max(1, homes), 1 << 16), 1 << 20)
  }
  private static let allWork = 1 << 28
  /// Limits that compete in one home, at most: one bit each.
  static let mostLimits = 64

  var limits: [Limit]
  /// By person.
  var items: [Item]
  /// Limits that each item's person is counted in already, a bit each.
  var countedBefore: [UInt64]
  /// The limit each item's person is shortest of, and how much of it the item takes.
  var scarceAmount: [Int]
  var scarceLimit: [Int]
  var work = 0
  private(set) var relaxation = Relaxation([], [])
  /// Work after which the search at hand gives up.
  var mostWork: Int
  private let wholeWork: Int
  /// What may be spent before the people who are to come are made to pay for shared limits, which costs more
  /// at first and says far better what they can still be worth.
  private let unpricedWork: Int

  /// - Parameters:
  ///   - limits: at most `mostLimits`.
  ///   - countedBefore: for a person, the limits they are counted in by what is decided already.
  init(
    limits: [Limit], items: [Item], mostWork: Int, unpricedWork: Int? = nil,
    countedBefore: (Int32) -> UInt64
  ) {
    self.limits = limits
    self.mostWork = mostWork
    wholeWork = mostWork
    self.unpricedWork = unpricedWork ?? mostWork / 64
    self.items = []
    self.countedBefore = []
    scarceAmount = []
    scarceLimit = []
    let sorted = items.enumerated()
      .sorted { ($0.element.person, $0.offset) < ($1.element.person, $1.offset) }.map(\.element)
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].person == sorted[start].person { end += 1 }
      addPerson(sorted[start..<end], countedBefore(sorted[start].person))
      start = end
    }
    relaxation = Relaxation(limits, self.items)
  }

  /// Puts a person's items in the order in which they make most of the limit they are shortest of.
  private mutating func addPerson(_ own: ArraySlice<Item>, _ counted: UInt64) {
    var wanted = [Int](repeating: 0, count: limits.count)
    for use in own.lazy.flatMap(\.uses) { wanted[use.limit] += use.amount }
    let linear = limits.indices.filter { !limits[$0].countsPeople && wanted[$0] > limits[$0].left }
    let scarce =
      linear.max { Self.ratio(wanted[$0], limits[$0]) < Self.ratio(wanted[$1], limits[$1]) } ?? -1
    let amounts = own.map { $0.uses.first { $0.limit == scarce }?.amount ?? 0 }
    let order = amounts.indices.sorted { a, b in
      let (x, y) = (own[own.startIndex + a], own[own.startIndex + b])
      let (left, right) = (
        Int128(x.worth) * Int128(amounts[b]), Int128(y.worth) * Int128(amounts[a])
      )
      return left != right ? left > right : a < b
    }
    for position in order {
      items.append(own[own.startIndex + position])
      countedBefore.append(counted)
      scarceAmount.append(amounts[position])
      scarceLimit.append(scarce)
    }
  }

  private static func ratio(_ wanted: Int, _ limit: Limit) -> Double {
    Double(wanted) / Double(max(1, limit.left))
  }

  /// The most, or where that takes more than `mostWork` to find a bound on it.
  mutating func most() -> Int {
    let ends = items.indices.filter {
      $0 + 1 == items.count || items[$0 + 1].person != items[$0].person
    }.map { $0 + 1 }
    let left = limits.map(\.left)
    var bound = relaxation.most(of: items.indices, left: left[...])
    var ceiling = Ceiling(people: ends.count)
    if ends.count > 1 {
      ceiling.later = laterMosts(ends, prices: ceiling.prices)
      bound = min(bound, ceiling.later[0])
    }
    // A first look keeps few states at a time: what it finds is a choice, if not always the best.
    mostWork = wholeWork
    let found = most(of: items.indices, ends: ends, ceiling, width: 16) ?? 0
    mostWork = ends.count > 1 ? unpricedWork : wholeWork
    if let most = most(of: items.indices, ends: ends, ceiling, known: found) { return most }
    if ends.count > 1 {
      mostWork = wholeWork / 2
      let priced = lowered(ceiling, ends)
      bound = min(bound, priced.ofPeople(from: 0, left: left[...]))
      mostWork = wholeWork
      if let most = most(of: items.indices, ends: ends, priced, known: found) { return most }
    }
    return bound
  }
}

extension ExactChoice {
  /// What people who are still to come are worth at most, given what is left of each limit: what they are
  /// worth one by one when they pay for their shares of limits, and what is left is paid for.
  struct Ceiling {
    /// Of each limit; empty while nothing is paid for.
    var prices: [Int] = []
    /// What the people from each position on are worth.
    var later: [Int]

    init(people: Int) { later = Array(repeating: 0, count: people + 1) }

    func ofPeople(from person: Int, left: ArraySlice<Int>) -> Int {
      var sum = later[person]
      for (price, left) in zip(prices, left) where price > 0 { sum += price * left }
      return sum
    }
  }

  /// What each person and those after them are worth, at most, when they pay for limits.
  private mutating func laterMosts(_ ends: [Int], prices: [Int]) -> [Int] {
    var later = [Int](repeating: 0, count: ends.count + 1)
    var choice = self
    if !prices.isEmpty { choice.charge(prices) }
    defer { work = choice.work }
    let left = limits.map(\.left)
    for person in ends.indices.reversed() {
      let own = (person == 0 ? 0 : ends[person - 1])..<ends[person]
      let most =
        choice.most(of: own, ends: [ends[person]], Ceiling(people: 1))
        ?? choice.relaxation.most(of: own, left: left[...])
      later[person] = later[person + 1] + most
    }
    return later
  }

  /// Makes items pay for what they use; in which order they make most of a scarce limit is then not known.
  private mutating func charge(_ prices: [Int]) {
    for item in items.indices { (scarceLimit[item], scarceAmount[item]) = (-1, 0) }
    for limit in limits.indices where limits[limit].countsPeople {
      limits[limit].charge += prices[limit]
    }
    for item in items.indices {
      for use in items[item].uses where !limits[use.limit].countsPeople {
        items[item].worth -= prices[use.limit] * use.amount
      }
    }
    relaxation = Relaxation(limits, items, sweeps: 0)
  }

  /// The ceiling at prices that bring it down, found one limit after the other.
  private mutating func lowered(_ ceiling: Ceiling, _ ends: [Int]) -> Ceiling {
    var best = ceiling
    best.prices = limits.map { _ in 0 }
    let left = limits.map { min($0.left, 1 << 16) }
    var least = best.ofPeople(from: 0, left: left[...])
    var step = (items.map(\.worth).max() ?? 0).nextPowerOfTwo / 4
    for _ in 0..<5 {
      for limit in limits.indices where limits[limit].left < 1 << 16 {
        let unit = limits[limit].countsPeople ? step : step / max(1, limits[limit].left / 2)
        for change in [unit, -unit] where change != 0 && best.prices[limit] + change >= 0 {
          var next = best
          next.prices[limit] += change
          next.later = laterMosts(ends, prices: next.prices)
          let now = next.ofPeople(from: 0, left: left[...])
          if now < least { (best, least) = (next, now) }
        }
      }
      step /= 2
    }
    return best
  }
}

extension Int {
  /// The least power of two that is not below it.
  fileprivate var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
