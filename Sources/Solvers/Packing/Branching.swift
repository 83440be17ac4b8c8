/// Depth-first branch and bound: the best choice of a problem, with a bound for every leaf.
///
/// At each node prices are moved a few steps; when the bound does not fall to the best plan's worth, a part that
/// the bound's own choice and the rows disagree about is decided, first in and then out. Work is counted in
/// homes solved.
final class Branching {
  typealias State = BlockSearch.State

  /// What became of a branch: the parts decided on the way, and the prices that closed it.
  struct Leaf {
    let decided: [(part: Int32, isChosen: Bool)]
    let prices: Int
  }

  private static let narrowings = 8
  private static let evaluationsBefore = 80

  let pricing: Pricing
  let tables: PackingTables
  /// Nothing worth this or less is looked for.
  private(set) var bestValue: Int
  /// The parts of a better choice, when one was found.
  private(set) var bestParts: [Int]?
  /// False once the work ran out.
  private(set) var isComplete = true
  private(set) var leaves: [Leaf] = []
  private(set) var prices: [[Int]] = []

  let isRecorded: Bool
  private let mostPrices: Int
  private let mostWork: Int
  private var decided: [(part: Int32, isChosen: Bool)] = []
  /// What to put back on the way up.
  private var oldPrices: [(row: Int32, price: Int)] = []
  private var oldStates: [(part: Int32, state: UInt8)] = []
  /// Counts changes of prices; the version that was stored last.
  private var version = 0
  private var isFirstEnough = false
  private var storedVersion = -1
  var mismatched: [Int] = []
  let boundIfFlipped: Table<Int>
  private let isOver: () -> Bool

  /// - Parameters:
  ///   - isRecorded: leaves are kept, and nothing is struck that a leaf cannot say.
  ///   - mostPrices: different sets of prices kept at most.
  init(
    _ pricing: Pricing, bestValue: Int, mostWork: Int, isRecorded: Bool = false,
    mostPrices: Int = 0, isOver: @escaping () -> Bool = { false }
  ) {
    self.pricing = pricing
    tables = pricing.tables
    boundIfFlipped = Table(repeating: 0, count: pricing.tables.partCount)
    self.bestValue = bestValue
    self.mostWork = pricing.work + mostWork
    self.isRecorded = isRecorded
    self.mostPrices = mostPrices
    self.isOver = isOver
  }

  func run() { explore(depth: 0) }

  /// Moves prices and strikes parts out for as long as that leaves much fewer of them.
  ///
  /// - Returns: whether anything is left to decide.
  func narrow() -> Bool {
    var free = Int.max
    pricing.settle()
    for _ in 0..<Self.narrowings {
      if !isClosed { improve(steps: 30) }
      if !isClosed { searchPrices() }
      guard !isClosed else { return false }
      let left = strike()
      guard left > 0 else { return false }
      guard left < free / 10 * 9 else { break }
      free = left
    }
    return true
  }

  /// A longer search for prices, worth its while before a tree.
  private func searchPrices() {
    let search = PriceSearch(pricing)
    search.begin(scale: 0.3)
    for _ in 0..<Self.evaluationsBefore {
      search.step(target: bestValue * Pricing.unit, patience: 5)
      lookAtChoice()
      if isClosed { return }
    }
    search.returnToBest()
  }

  /// Ends with the first choice that passes no row.
  func runToFirst() {
    isFirstEnough = true
    explore(depth: 0)
  }

  private var isClosed: Bool { pricing.bound < (bestValue + 1) * Pricing.unit }

  private func explore(depth: Int) {
    guard isComplete, !(isFirstEnough && bestParts != nil) else { return }
    guard pricing.work < mostWork, depth < 2_000, !isOver() else {
      isComplete = false
      return
    }
    let (priceMark, stateMark) = (oldPrices.count, oldStates.count)
    defer { goBack(priceMark, stateMark) }
    pricing.settle()
    if !isClosed { improve(steps: depth == 0 ? 30 : 10) }
    if isClosed {
      close()
      return
    }
    strike()
    guard let part = branchingPart() else {
      // Without a record everything may have been decided on the way: the choice was looked at.
      if isRecorded { isComplete = false }
      return
    }
    for isChosen in [true, false] {
      let (priceMark, stateMark) = (oldPrices.count, oldStates.count)
      decided.append((Int32(part), isChosen))
      set(part, isChosen ? State.taken : State.struck)
      if isChosen { closeFullRows(part) }
      explore(depth: depth + 1)
      decided.removeLast()
      goBack(priceMark, stateMark)
    }
  }

  private func close() {
    guard isRecorded else { return }
    if storedVersion != version {
      guard prices.count < mostPrices else {
        isComplete = false
        return
      }
      prices.append((0..<tables.rowCount).map { pricing.price[$0] })
      storedVersion = version
    }
    leaves.append(Leaf(decided: decided, prices: prices.count - 1))
  }

  private func goBack(_ priceMark: Int, _ stateMark: Int) {
    while oldPrices.count > priceMark {
      let last = oldPrices.removeLast()
      pricing.setPrice(Int(last.row), last.price)
      version += 1
    }
    while oldStates.count > stateMark {
      let last = oldStates.removeLast()
      pricing.setState(Int(last.part), last.state)
    }
  }

  func set(_ part: Int, _ state: UInt8) {
    oldStates.append((Int32(part), pricing.state[part]))
    pricing.setState(part, state)
  }

  private func setPrice(_ row: Int, _ price: Int) {
    let price = max(0, min(Pricing.mostPrice - 1, price))
    guard price != pricing.price[row] else { return }
    oldPrices.append((Int32(row), pricing.price[row]))
    pricing.setPrice(row, price)
    version += 1
  }
}

extension Branching {
  /// Rows the choice passes, and priced rows it leaves room in; the sum of squares of both.
  func findMismatched() -> Int {
    mismatched.removeAll(keepingCapacity: true)
    var square = 0
    for row in 0..<tables.rowCount {
      let excess = Int(pricing.activity[row]) - tables.rowCapacity[row]
      guard excess > 0 || excess < 0 && pricing.price[row] > 0 else { continue }
      mismatched.append(row)
      square += excess * excess
    }
    return square
  }

  /// Moves prices a few steps of the subgradient method, and stays at the best of them.
  private func improve(steps: Int) {
    var scale = 3.0
    var best = pricing.bound
    var mark = oldPrices.count
    for step in 0...steps {
      if pricing.bound < best {
        best = pricing.bound
        mark = oldPrices.count
      } else if step > 0 {
        scale *= 0.7
      }
      lookAtChoice()
      if isClosed || step == steps { break }
      let square = findMismatched()
      guard square > 0, pricing.bound > BlockSearch.impossible else { break }
      let length = scale * Double(pricing.bound - bestValue * Pricing.unit) / Double(square)
      for row in mismatched {
        let excess = Int(pricing.activity[row]) - tables.rowCapacity[row]
        setPrice(row, pricing.price[row] + Int((length * Double(excess)).rounded()))
      }
      pricing.settle()
    }
    if !isClosed {
      goBack(mark, oldStates.count)
      pricing.settle()
    }
  }

  /// A choice that passes no row is a plan.
  private func lookAtChoice() {
    guard pricing.bound > BlockSearch.impossible, !isClosed else { return }
    for row in 0..<tables.rowCount where Int(pricing.activity[row]) > tables.rowCapacity[row] {
      return
    }
    var value = 0
    var parts: [Int] = []
    for part in 0..<tables.partCount where pricing.isChosen[part] {
      value += Int(tables.value[part])
      parts.append(part)
    }
    guard value > bestValue else { return }
    bestValue = value
    bestParts = parts
  }

  /// Where a part that is in fills its row, the row gets so dear that no other part is worth it: what is in
  /// pays what the row's capacity earns.
  private func closeFullRows(_ part: Int) {
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      guard !tables.isProvided[row] else { continue }
      var (taken, dearest) = (0, 0)
      for index in tables.entries(row) {
        let other = Int(tables.entry[index].part)
        if pricing.state[other] == State.taken { taken += 1 }
        if pricing.state[other] == State.free { dearest = max(dearest, pricing.worth[other]) }
      }
      if taken >= tables.rowCapacity[row], dearest > 0 {
        setPrice(row, pricing.price[row] + dearest)
      }
    }
  }
}
