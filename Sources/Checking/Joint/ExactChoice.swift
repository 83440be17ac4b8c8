/// Which of a few people's parts are worth most together within limits that compete, exactly.
///
/// Parts are taken up one after the other, person by person. A *state* is what one set of choices so
/// far is worth and leaves of each limit; of two states the one that is worth no more and leaves no
/// more of anything is dropped, and so is one that cannot reach the most known even with all that is
/// still to come. What is left of a limit counts only as far as later parts could use it. Where that takes
/// too much work the answer is a bound on the most: the least of what items may win in part (`Relaxation`), of
/// what people win who pay for shared limits (`PeopleChoice`), and of what they win who pay for shared amounts while
/// who is counted where is kept exactly (`ProfileChoice`).
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

  /// Comparisons of two states that a home may cost: less in a problem of many homes, and of many limits.
  static func mostWork(homes: Int, limits: Int) -> Int {
    let mostWork = min(max(Self.allWork / max(1, homes), 1 << 16), 1 << 20)
    return mostWork * 64 / max(64, limits)
  }
  private static let allWork = 1 << 28
  /// Limits that compete in one home, at most, and those of them that count people: one bit each.
  static let mostLimits = 512
  static let mostCounting = 64

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
  /// What amounts of limits may be worth; none or all 0 where nobody said.
  private let hints: [Int]
  /// Work after which the search at hand gives up.
  var mostWork: Int
  private let wholeWork: Int
  /// What may be spent before people are made to pay for shared limits.
  private let unpricedWork: Int

  /// - Parameters:
  ///   - limits: at most `mostLimits`; of these that count people, first, at most `mostCounting`.
  ///   - countedBefore: for a person, the limits they are counted in by what is decided already.
  init(
    limits: [Limit], items: [Item], mostWork: Int, unpricedWork: Int? = nil, hints: [Int] = [],
    countedBefore: (Int32) -> UInt64
  ) {
    self.limits = limits
    self.mostWork = mostWork
    wholeWork = mostWork
    self.hints = hints
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
    var later = [Int](repeating: 0, count: ends.count + 1)
    if ends.count > 1 {
      later = laterMosts(ends)
      bound = min(bound, later[0])
    }
    // A first look keeps few states at a time: what it finds is a choice, if not always the best.
    mostWork = wholeWork
    let found = most(of: items.indices, ends: ends, later, width: 16) ?? 0
    // One person's single limit is a knapsack, which has few states.
    let isKnapsack = ends.count == 1 && limits.count == 1
    mostWork = relaxation.isPriced && !isKnapsack ? unpricedWork : wholeWork
    if let most = most(of: items.indices, ends: ends, later, known: found) { return most }
    return relaxation.isPriced ? min(bound, priced(ends, known: found)) : bound
  }

  /// A bound on what people win who pay for shared limits. Looking at a choice takes longer where there are
  /// many items, so that fewer are looked at.
  private func priced(_ ends: [Int], known: Int) -> Int {
    let hints = hints.contains { $0 > 0 } ? hints : nil
    var people = PeopleChoice(
      limits, items, countedBefore: countedBefore, ends: ends, prices: relaxation.wholePrices,
      hints: hints)
    let bound = people.most(
      known: known, choices: min(wholeWork / 32, wholeWork * 8 / items.count))
    if people.isExact || ends.count == 1 { return bound }
    var profiles = ProfileChoice(people, from: hints, mostWork: wholeWork * 2)
    return min(bound, profiles.bound(known: people.best))
  }
}

extension ExactChoice {
  /// What each person and those after them are worth, at most, each by themselves.
  private mutating func laterMosts(_ ends: [Int]) -> [Int] {
    var later = [Int](repeating: 0, count: ends.count + 1)
    let left = limits.map(\.left)
    for person in ends.indices.reversed() {
      let own = (person == 0 ? 0 : ends[person - 1])..<ends[person]
      let most =
        most(of: own, ends: [ends[person]], [0, 0])
        ?? relaxation.most(of: own, left: left[...])
      later[person] = later[person + 1] + most
    }
    return later
  }
}
