/// A bound on every choice at given prices of rows, kept up to date while prices and states of parts change.
///
/// With a price for each row a part is worth 64 times its value less its coefficients times the prices; no choice
/// is worth more than capacities times prices and the most of each home (Lagrangian relaxation). Only homes
/// are solved again of which a part that could be chosen changed.
final class Pricing {
  typealias State = BlockSearch.State

  /// Steps of a price and of a worth in one unit of value.
  static let unit = 64
  /// Fewer are solved sooner by one thread: homes with one limit each, and homes of people who share limits.
  private static let homesWorthThreads = 500
  private static let joinedHomesWorthThreads = 16
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
  /// What was found of homes that are being solved, before it becomes the bound's.
  private let found: Table<Int>
  private let pickedCount: Table<Int32>
  private let isStale: Table<Bool>
  private let stale: Table<Int32>
  private var staleCount = 0
  private let solvers: [HomeSolver]
  private let threads: Int
  private let homesWorthThreads: Int
  private var flips: FlipSearch

  /// - Parameter threads: how many may work on it, 1 or 2; the bound and its choice are the same.
  init(_ tables: PackingTables, threads: Int = coresToSearchOn) {
    self.tables = tables
    self.threads = threads
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
    homesWorthThreads =
      tables.isJoined ? Self.joinedHomesWorthThreads : Self.homesWorthThreads
    let isWide = tables.homeCount >= 2 * homesWorthThreads
    solvers = (0..<(isWide ? 2 : 1)).map { _ in HomeSolver(tables) }
    found = Table(repeating: 0, count: tables.homeCount)
    pickedCount = Table(repeating: 0, count: tables.homeCount)
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
    if solvers.count == 2 {
      let isWorthThreads = staleCount >= homesWorthThreads
      sideBySide(threads: isWorthThreads ? threads : 1) { half in solveStale(half) }
    } else {
      solveStale(0)
    }
    for solver in solvers { solver.read = 0 }
    for position in 0..<staleCount {
      let home = Int(stale[position])
      isStale[home] = false
      for part in tables.parts(home) where isChosen[part] { choose(part, false) }
      add(most[home], -1)
      most[home] = found[home]
      add(most[home], 1)
      let solver = solver(home)
      let picked = solver.picked[solver.read..<solver.read + Int(pickedCount[home])]
      solver.read = picked.endIndex
      guard most[home] != BlockSearch.impossible else { continue }
      for part in picked { choose(Int(part), true) }
    }
    work += staleCount
    staleCount = 0
  }

  private func add(_ most: Int, _ sign: Int) {
    if most == BlockSearch.impossible { impossibleHomes += sign } else { fromHomes += sign * most }
  }

  /// The homes that are the one solver's, which changes nothing of the other's.
  private func solveStale(_ half: Int) {
    let solver = solvers[half]
    solver.picked.removeAll(keepingCapacity: true)
    for position in 0..<staleCount {
      let home = Int(stale[position])
      guard home % solvers.count == half else { continue }
      found[home] = solver.blocks.most(ofHome: home, worth: worth, state: state)
      isBounded[home] = !solver.blocks.isExact
      let count = solver.blocks.pickedCount
      pickedCount[home] = Int32(count)
      for picked in 0..<count { solver.picked.append(solver.blocks.picked[picked]) }
    }
  }

  private func solver(_ home: Int) -> HomeSolver { solvers[home % solvers.count] }

  /// What a part is worth beyond what its rows and, about, its limits ask.
  func netWorth(_ part: Int) -> Int {
    var net = worth[part]
    let home = Int(tables.home[part])
    for index in tables.uses(part) {
      let use = tables.use[index]
      net -= Int(use.amount) * limitPrice(Int(use.limit), ofHome: home)
    }
    return net
  }

  private static let stepsOfBounded = 20

  /// Solves homes again whose most was only bounded, with more nodes and better prices of what people share.
  func settleBounded(mostNodes: Int) {
    self.mostNodes = mostNodes
    stepsOfShared = Self.stepsOfBounded
    for home in 0..<tables.homeCount where isBounded[home] { touch(Int32(home)) }
    settle()
  }

  func limitPrice(_ limit: Int, ofHome home: Int) -> Int {
    solver(home).blocks.groups.limitPrice[limit]
  }

  /// Hands every limit with its price.
  func eachLimitPrice(_ body: (Int, Int) -> Void) {
    for home in 0..<tables.homeCount {
      for limit in tables.limits(home) { body(limit, limitPrice(limit, ofHome: home)) }
    }
  }

  /// What amounts of limits are worth in homes that have several: prices above 0, limits ascending.
  var limitPrices: [PackingResult.LimitPrice] {
    (0..<tables.homeCount).filter { tables.limits($0).count > 1 }.flatMap { home in
      tables.limits(home).compactMap { limit in
        let price = min(limitPrice(limit, ofHome: home), Self.mostPrice - 1)
        return price > 0 && !tables.countsPeople[limit] ? .init(limit: limit, price: price) : nil
      }
    }
  }

  /// Prices of homes' limits to begin from.
  func suggest(limitPrices: (Int) -> Int) {
    for home in 0..<tables.homeCount {
      let solver = solver(home)
      for limit in tables.limits(home) {
        solver.blocks.groups.limitPrice[limit] = limitPrices(limit)
      }
    }
  }

  /// Nodes for one group of limits at most; beyond them a home's most is only bounded.
  var mostNodes: Int {
    get { solvers[0].blocks.mostNodes }
    set { for solver in solvers { solver.blocks.mostNodes = newValue } }
  }

  /// Moves of the prices that people pay for what they share, before they are searched.
  var stepsOfShared: Int {
    get { solvers[0].blocks.steps }
    set { for solver in solvers { solver.blocks.steps = newValue } }
  }

  /// Hands every free part with the most of its home if the part were decided against the choice.
  ///
  /// - Parameter body: the part, and what the bound would then be at most.
  func eachFlip(ofHome home: Int, _ body: (Int, Int) -> Void) {
    work += 1
    if tables.isPlain(home) {
      flips.ask(ofHome: home, found: most[home], worth: worth, state: state, isChosen: isChosen)
    } else {
      solver(home).blocks.flips(
        ofHome: home, worth: worth, state: state, isChosen: isChosen, into: flips.most)
    }
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
    let home = Int(tables.home[part])
    let found = solver(home).blocks.most(ofHome: home, worth: worth, state: state)
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

/// Solves homes by itself, beside another that solves others.
private final class HomeSolver {
  var blocks: BlockSearch
  /// The parts picked in one home after the other, and how many of them were read.
  var picked: [Int32] = []
  var read = 0

  init(_ tables: PackingTables) { blocks = BlockSearch(tables) }
}
