/// A bound on every choice at given prices of rows, kept up to date while prices and states of parts change.
///
/// With a price for each row a part is worth 64 times its value less its coefficients times the prices; no choice
/// is worth more than capacities times prices and the most of each home (Lagrangian relaxation). Only homes
/// are solved again of which a part that could be chosen changed.
final class Pricing {
  typealias State = BlockSearch.State

  /// Steps of a price and of a worth in one unit of value.
  static let unit = 64
  /// Prices stay below this.
  static let mostPrice = 1 << 33

  let tables: PackingTables
  let price: Table<Int>
  let worth: Table<Int>
  let state: Table<UInt8>
  let most: Table<Int>
  /// The choice that is worth the bound, and the sum of its coefficients in each row.
  let isChosen: Table<Bool>
  let activity: Table<Int32>
  /// Homes solved so far: the measure of work.
  private(set) var work = 0

  private var fromRows = 0
  private var fromHomes = 0
  private var impossibleHomes = 0
  /// Homes whose most is only bounded.
  let isBounded: Table<Bool>
  private let isStale: Table<Bool>
  private let stale: Table<Int32>
  private var staleCount = 0
  private var blocks: BlockSearch
  private var flips: FlipSearch

  init(_ tables: PackingTables) {
    self.tables = tables
    price = Table(repeating: 0, count: tables.rowCount)
    worth = Table(count: tables.partCount) { Int(tables.value[$0]) * Self.unit }
    state = Table(count: tables.partCount) { tables.isPinned[$0] ? State.taken : State.free }
    most = Table(repeating: 0, count: tables.homeCount)
    isChosen = Table(repeating: false, count: tables.partCount)
    activity = Table(repeating: 0, count: tables.rowCount)
    isBounded = Table(repeating: false, count: tables.homeCount)
    isStale = Table(repeating: true, count: tables.homeCount)
    stale = Table(count: tables.homeCount) { Int32($0) }
    staleCount = tables.homeCount
    blocks = BlockSearch(tables)
    flips = FlipSearch(tables)
  }

  /// No choice is worth more, in 64ths; `BlockSearch.impossible` when there is none.
  var bound: Int {
    impossibleHomes > 0 ? BlockSearch.impossible : fromRows + fromHomes
  }

  @inline(__always)
  private func touch(_ home: Int32) {
    guard !isStale[home] else { return }
    isStale[home] = true
    stale[staleCount] = home
    staleCount += 1
  }

  func setPrice(_ row: Int, _ new: Int) {
    let change = new - price[row]
    guard change != 0 else { return }
    price[row] = new
    fromRows += tables.rowCapacity[row] * change
    for index in tables.entries(row) {
      let part = tables.entry[index].part
      let old = worth[part]
      let now = old - Int(tables.entry[index].coefficient) * change
      worth[part] = now
      if state[part] == State.struck { continue }
      if old > 0 || now > 0 || state[part] == State.taken { touch(tables.home[part]) }
    }
  }

  /// Sets all prices at once: faster where most of them change.
  func setPrices(_ new: (Int) -> Int) {
    fromRows = 0
    for row in 0..<tables.rowCount {
      price[row] = new(row)
      fromRows += tables.rowCapacity[row] * price[row]
    }
    for home in 0..<tables.homeCount {
      for part in tables.parts(home) {
        var now = Int(tables.value[part]) * Self.unit
        for index in tables.links(part) {
          now -= Int(tables.link[index].coefficient) * price[tables.link[index].row]
        }
        guard now != worth[part] else { continue }
        if state[part] != State.struck, worth[part] > 0 || now > 0 || state[part] == State.taken {
          touch(Int32(home))
        }
        worth[part] = now
      }
    }
  }

  func setState(_ part: Int, _ new: UInt8) {
    guard state[part] != new else { return }
    state[part] = new
    touch(tables.home[part])
  }

  /// Solves the homes that changed: `bound`, `most`, `isChosen` and `activity` are true afterwards.
  func settle() {
    for position in 0..<staleCount {
      let home = Int(stale[position])
      isStale[home] = false
      for part in tables.parts(home) where isChosen[part] { choose(part, false) }
      if most[home] == BlockSearch.impossible {
        impossibleHomes -= 1
      } else {
        fromHomes -= most[home]
      }
      most[home] = blocks.most(ofHome: home, worth: worth, state: state)
      isBounded[home] = !blocks.isExact
      if most[home] == BlockSearch.impossible {
        impossibleHomes += 1
        continue
      }
      fromHomes += most[home]
      for picked in 0..<blocks.pickedCount { choose(Int(blocks.picked[picked]), true) }
    }
    work += staleCount
    staleCount = 0
  }

  /// What a part is worth beyond what its rows and, about, its limits ask.
  func netWorth(_ part: Int) -> Int {
    var net = worth[part]
    for index in tables.uses(part) {
      let use = tables.use[index]
      let amount = tables.countsPeople[use.limit] ? 1 : Int(use.amount)
      net -= amount * blocks.groups.limitPrice[use.limit]
    }
    return net
  }

  /// Solves homes again whose most was only bounded, with more nodes.
  func settleBounded(mostNodes: Int) {
    self.mostNodes = mostNodes
    for home in 0..<tables.homeCount where isBounded[home] { touch(Int32(home)) }
    settle()
  }

  func price(ofLimit limit: Int) -> Int { blocks.groups.limitPrice[limit] }

  /// Prices of homes' limits to begin from.
  func suggest(limitPrices: (Int) -> Int) {
    for limit in 0..<tables.capacity.count {
      blocks.groups.limitPrice[limit] = limitPrices(limit)
    }
  }

  /// Nodes for one group of limits at most; beyond them a home's most is only bounded.
  var mostNodes: Int {
    get { blocks.mostNodes }
    set { blocks.mostNodes = newValue }
  }

  /// Hands every free part with the most of its home if the part were decided against the choice.
  ///
  /// - Parameter body: the part, and what the bound would then be at most.
  func eachFlip(ofHome home: Int, _ body: (Int, Int) -> Void) {
    work += 1
    flips.ask(ofHome: home, found: most[home], worth: worth, state: state, isChosen: isChosen)
    let rest = fromRows + fromHomes - most[home]
    for part in tables.parts(home) where state[part] == State.free {
      body(part, rest + flips.most[part])
    }
  }

  /// The most of a part's home among choices with it, or without it.
  func most(with part: Int, isTaken: Bool) -> Int {
    let old = state[part]
    state[part] = isTaken ? State.taken : State.struck
    work += 1
    let found = blocks.most(ofHome: Int(tables.home[part]), worth: worth, state: state)
    state[part] = old
    return found
  }

  @inline(__always)
  private func choose(_ part: Int, _ isIn: Bool) {
    isChosen[part] = isIn
    for index in tables.links(part) {
      let coefficient = tables.link[index].coefficient
      activity[tables.link[index].row] += isIn ? coefficient : -coefficient
    }
  }
}
