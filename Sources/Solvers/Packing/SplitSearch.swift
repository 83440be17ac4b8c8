/// A bound on the most of a home person by person: limits that several people share are priced instead of kept.
///
/// A part pays its amount times the price; where a limit counts people each person pays the price once, so that
/// every set of such limits is tried for each person.
struct SplitSearch {
  typealias State = BlockSearch.State

  private static let steps = 25

  let tables: PackingTables
  /// Of each shared limit of split homes, 0 or more.
  let price: Shared<Int>
  /// The last answer: which parts.
  private(set) var picked: [Int32] = []
  private let worth: Shared<Int>
  private let state: Shared<UInt8>

  /// A table that copies of this share.
  final class Shared<Element: BitwiseCopyable> {
    let table: Table<Element>

    init(repeating value: Element, count: Int) {
      table = Table(repeating: value, count: count)
    }
  }

  init(_ tables: PackingTables) {
    self.tables = tables
    price = Shared(repeating: 0, count: tables.capacity.count)
    worth = Shared(repeating: 0, count: tables.partCount)
    state = Shared(repeating: State.struck, count: tables.partCount)
  }

  mutating func most(
    ofHome home: Int, _ blocks: inout BlockSearch, _ given: borrowing Table<Int>,
    _ allowed: borrowing Table<UInt8>
  ) -> Int {
    picked.removeAll(keepingCapacity: true)
    var sum = 0
    for limit in tables.limitStart[home]..<tables.limitStart[home + 1] {
      sum += Int(tables.capacity[limit]) * price.table[limit]
    }
    for part in tables.parts(home) {
      worth.table[part] = given[part]
      state.table[part] = State.struck
      for index in tables.uses(part) {
        let use = tables.use[index]
        guard tables.isShared[use.limit], !tables.countsPeople[use.limit] else { continue }
        worth.table[part] -= Int(use.amount) * price.table[use.limit]
      }
    }
    blocks.ignoresShared = true
    defer { blocks.ignoresShared = false }
    for person in people(home) {
      let most = personMost(person, home, &blocks, allowed)
      if most == BlockSearch.impossible { return most }
      sum += most
    }
    return sum
  }

  private func people(_ home: Int) -> [Int32] {
    var found: [Int32] = []
    for part in tables.parts(home) where !found.contains(tables.person[part]) {
      found.append(tables.person[part])
    }
    return found
  }

  /// The best over all sets of limits that the person pays for being counted in.
  private mutating func personMost(
    _ person: Int32, _ home: Int, _ blocks: inout BlockSearch, _ allowed: borrowing Table<UInt8>
  ) -> Int {
    let parts = tables.parts(home).filter { tables.person[$0] == person }
    let limits = paidLimits(parts)
    var (best, bestPicked) = (BlockSearch.impossible, [Int32]())
    for set in 0..<1 << limits.count {
      let unpaid = limits.indices.filter { set >> $0 & 1 == 0 }.map { limits[$0] }
      var isPossible = true
      for part in parts {
        let isOut = tables.uses(part).contains { unpaid.contains(tables.use[$0].limit) }
        if isOut, allowed[part] == State.taken { isPossible = false }
        state.table[part] = isOut ? State.struck : allowed[part]
      }
      guard isPossible else { continue }
      var most = blocks.most(ofHome: home, worth: worth.table, state: state.table)
      guard most != BlockSearch.impossible else { continue }
      for index in limits.indices where set >> index & 1 == 1 { most -= price.table[limits[index]] }
      if most > best {
        best = most
        bestPicked = (0..<blocks.pickedCount).map { blocks.picked[$0] }
      }
    }
    for part in parts { state.table[part] = State.struck }
    picked += bestPicked
    return best
  }

  private func paidLimits(_ parts: [Int]) -> [Int32] {
    var found: Set<Int32> = []
    for part in parts {
      for index in tables.uses(part) {
        let limit = tables.use[index].limit
        if tables.isShared[limit], tables.countsPeople[limit], price.table[limit] > 0 {
          found.insert(limit)
        }
      }
    }
    return found.sorted()
  }
}

extension SplitSearch {
  /// Prices of a home's shared limits at which the bound is low: those of its own search, improved.
  mutating func findPrices(
    _ home: Int, _ blocks: inout BlockSearch, _ given: borrowing Table<Int>,
    _ allowed: borrowing Table<UInt8>, most known: Int
  ) {
    let limits = (tables.limitStart[home]..<tables.limitStart[home + 1])
      .filter { tables.isShared[$0] }
    for limit in limits { price.table[limit] = max(0, blocks.groups.limitPrice[limit]) }
    var (least, bestPrice) = (Int.max, [Int]())
    var scale = 0.5
    for _ in 0..<Self.steps {
      let bound = most(ofHome: home, &blocks, given, allowed)
      if bound < least {
        (least, bestPrice) = (bound, limits.map { price.table[$0] })
      } else {
        scale *= 0.7
      }
      let slack = limits.map { Double(self.slack($0)) / Double(max(1, tables.capacity[$0])) }
      let square = zip(limits, slack)
        .filter { $1 < 0 || price.table[$0] > 0 }.reduce(0) { $0 + $1.1 * $1.1 }
      guard square > 0 else { break }
      let step = scale * Double(max(Pricing.unit, bound - known * 9 / 10)) / square
      for (limit, share) in zip(limits, slack) {
        let moved =
          Double(price.table[limit]) - step * share / Double(max(1, tables.capacity[limit]))
        price.table[limit] = max(0, min(Pricing.mostPrice - 1, Int(moved.rounded())))
      }
    }
    for (limit, value) in zip(limits, bestPrice) { price.table[limit] = value }
  }

  /// What the last answer leaves of a limit.
  private func slack(_ limit: Int32) -> Int {
    var left = Int(tables.capacity[limit])
    var people: Set<Int32> = []
    for part in picked {
      for index in tables.uses(Int(part)) where tables.use[index].limit == limit {
        if tables.countsPeople[limit] {
          people.insert(tables.person[part])
        } else {
          left -= Int(tables.use[index].amount)
        }
      }
    }
    return left - people.count
  }
}
