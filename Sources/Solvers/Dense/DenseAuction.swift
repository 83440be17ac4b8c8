/// A coarse auction over a full matrix, for prices at which rows no longer want the same columns.
///
/// As `Auction`, without homes, units and the reverse part. Each row keeps its few cheapest columns at hand and
/// a bound on the rest. Prices are only where the search begins: so costs too large for 32 bits lose their
/// last places, and the processor takes several columns at a time.
struct DenseAuction: ~Copyable {
  private static let cacheSize = 8
  private static let phases = 8
  private static let factor = 5
  /// Columns whose least value is kept while a row is looked through.
  private static let blockSize = 32
  /// Costs and penalty below this keep every sum inside 32 bits: a bid ends at the penalty and a step, so that
  /// a price is below 2.1 times this, and a value below 3.1 times.
  private static let limit = 1 << 28

  private let rows: Int
  private let columns: Int
  private let shift: Int32
  private let penalty: Int32
  private let price: Table<Int32>
  private let holder: Table<Int32>
  private let cache: Table<Int32>
  private let bound: Table<Int32>
  /// How far above its cheapest column a row's cache reaches.
  private let reach: Table<Int32>
  private let values: Table<Int32>
  private let leastOfBlock: Table<Int32>
  private var waiting: [Int32] = []

  init(_ matrix: CostMatrix, penalty: Int, largestCost: Int) {
    rows = matrix.rows
    columns = matrix.columns
    var shift = 0
    while max(penalty, largestCost) >> shift >= Self.limit { shift += 1 }
    self.shift = Int32(shift)
    self.penalty = Int32(penalty >> shift)
    price = Table(repeating: 0, count: columns)
    holder = Table(repeating: -1, count: columns)
    cache = Table(repeating: -1, count: rows * Self.cacheSize)
    bound = Table(repeating: .min / 2, count: rows)
    reach = Table(repeating: max(1, self.penalty / 100), count: rows)
    values = Table(repeating: 0, count: columns)
    leastOfBlock = Table(repeating: 0, count: (columns + Self.blockSize - 1) / Self.blockSize)
  }

  /// Prices after a few phases, each a fifth as coarse as the one before.
  ///
  /// - Parameters:
  ///   - start: prices to begin from.
  ///   - error: how wrong they may be; nil for utterly.
  consuming func prices(_ matrix: CostMatrix, from start: [Int], error: Int?) -> [Int] {
    for column in 0..<columns {
      price[column] = Int32(min(start[column] >> Int(shift), Int(penalty)))
    }
    var step = max(1, penalty / 20)
    if let error { step = max(1, min(step, Int32(clamping: error >> Int(shift)))) }
    matrix.cost.withUnsafeBufferPointer { cost in
      guard let cost = cost.baseAddress else { return }
      for phase in 0..<Self.phases {
        if phase > 0 { lowerPrices(by: step * 6) }
        for column in 0..<columns { holder[column] = -1 }
        waiting = (0..<Int32(rows)).reversed()
        while let row = waiting.popLast() { bid(Int(row), step: step, cost) }
        if step == 1 { break }
        step = max(1, step / Int32(Self.factor))
      }
    }
    return (0..<columns).map { Int(price[$0]) << Int(shift) }
  }

  private func lowerPrices(by amount: Int32) {
    for column in 0..<columns { price[column] = max(0, price[column] - amount) }
    for row in 0..<rows { bound[row] = max(.min / 2, bound[row] - amount) }
  }

  private mutating func bid(_ row: Int, step: Int32, _ cost: UnsafePointer<Int32>) {
    let costs = cost + row * columns
    var best = twoCheapest(row, costs)
    if best.first > bound[row] {
      scan(row, costs)
      best = twoCheapest(row, costs)
    }
    guard best.first < penalty else { return }
    let second = max(best.first, min(best.second, bound[row], penalty))
    let evicted = holder[best.column]
    holder[best.column] = Int32(row)
    price[best.column] += second - best.first + step
    if evicted >= 0 { waiting.append(evicted) }
  }

  @inline(__always)
  private func twoCheapest(
    _ row: Int, _ costs: UnsafePointer<Int32>
  ) -> (first: Int32, second: Int32, column: Int) {
    var best = (first: Int32.max, second: Int32.max, column: -1)
    for place in row * Self.cacheSize..<(row + 1) * Self.cacheSize where cache[place] >= 0 {
      let column = Int(cache[place])
      let value = (costs[column] >> shift) &+ price[column]
      if value < best.first {
        best = (value, best.first, column)
      } else {
        best.second = min(best.second, value)
      }
    }
    return best
  }

  /// Fills a row's cache with its cheapest columns by present prices, two or more where there are two.
  private func scan(_ row: Int, _ costs: UnsafePointer<Int32>) {
    let least = value(costs)
    let enough = min(2, columns)
    var within = reach[row]
    var taken = fill(row, upTo: least + within)
    while taken > Self.cacheSize, within > 0 {
      within /= 2
      taken = fill(row, upTo: least + within)
    }
    // Each turn doubles the reach, which ends above every value.
    while taken < enough {
      within = within * 2 + 1
      taken = fill(row, upTo: least + within)
    }
    for place in min(taken, Self.cacheSize)..<Self.cacheSize {
      cache[row * Self.cacheSize + place] = -1
    }
    bound[row] = taken > Self.cacheSize ? least : least + within + 1
    reach[row] = taken < Self.cacheSize / 2 ? min(penalty, within + within / 2 + 1) : within
  }

  /// Works out what each column of a row costs now.
  ///
  /// - Returns: the least.
  private func value(_ costs: UnsafePointer<Int32>) -> Int32 {
    let values = values.base
    let prices = price.base
    let shift = shift
    var least = Int32.max
    for block in 0..<leastOfBlock.count {
      let start = block * Self.blockSize
      var leastHere = Int32.max
      for column in start..<min(start + Self.blockSize, columns) {
        let value = (costs[column] &>> shift) &+ prices[column]
        values[column] = value
        leastHere = min(leastHere, value)
      }
      leastOfBlock[block] = leastHere
      least = min(least, leastHere)
    }
    return least
  }

  /// Takes columns up to a value into a row's cache.
  ///
  /// - Returns: how many there are: more than fit, when there are more.
  private func fill(_ row: Int, upTo limit: Int32) -> Int {
    var taken = 0
    for block in 0..<leastOfBlock.count where leastOfBlock[block] <= limit {
      let start = block * Self.blockSize
      for column in start..<min(start + Self.blockSize, columns) where values[column] <= limit {
        if taken < Self.cacheSize { cache[row * Self.cacheSize + taken] = Int32(column) }
        taken += 1
        if taken > Self.cacheSize { return taken }
      }
    }
    return taken
  }
}
