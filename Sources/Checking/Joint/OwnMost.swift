/// What parts of one person win at most together within all the person's limits, or a bound on it.
///
/// The most is looked for depth-first. A knapsack of one limit, solved for all that may be left of it and for
/// all parts from each on, bounds what is still to come; where the search takes too many steps the
/// knapsack's own most stands (Martello and Toth 1990, Knapsack Problems, chapter 2).
struct OwnMost {
  private static let mostSteps = 3_000

  struct Part {
    var item: Int
    var profile: Int
    /// Of the knapsack's room.
    var amount: Int
    var worth: Int
  }

  private let items: [ExactChoice.Item]
  /// What items use of limits that do not count people, item by item.
  private var uses: [ExactChoice.Use] = []
  private var start = [0]
  private var left: [Int]
  private var parts: [Part] = []
  /// What the parts from each on win at most in each room, part by part.
  private var knapsack: [Int] = []
  private var width = 0
  private var path: [Int] = []
  private var most = 0
  /// The items that win it, or that would within the knapsack alone.
  private(set) var best: [Int] = []
  private var steps = 0
  /// Steps and knapsack rooms so far.
  private(set) var work = 0

  init(_ limits: [ExactChoice.Limit], _ items: [ExactChoice.Item]) {
    self.items = items
    left = limits.map(\.left)
    for item in items {
      uses += item.uses.filter { !limits[$0.limit].countsPeople }
      start.append(uses.count)
    }
  }

  /// What an item wins after paying.
  func worth(of item: Int, at prices: LimitPrices) -> Int {
    uses[start[item]..<start[item + 1]].reduce(items[item].worth) {
      $0 - prices[$1.limit] * $1.amount
    }
  }

  func add(_ item: Int, to used: inout [Int]) {
    for use in uses[start[item]..<start[item + 1]] { used[use.limit] += use.amount }
  }

  /// - Parameters:
  ///   - parts: that win something, the most in proportion to their amount first.
  mutating func most(of parts: [Part], room: Int) -> Int {
    self.parts = parts
    solveKnapsack(room)
    (most, steps) = (0, 0)
    best.removeAll(keepingCapacity: true)
    extend(0, room, 0)
    work += steps
    guard steps == Self.mostSteps else { return most }
    best = knapsackChoice(room)
    return knapsack[room]
  }

  private mutating func solveKnapsack(_ room: Int) {
    width = room + 1
    let size = (parts.count + 1) * width
    work += size
    if knapsack.count < size { knapsack = Array(repeating: 0, count: size) }
    for place in parts.count * width..<size { knapsack[place] = 0 }
    for part in parts.indices.reversed() {
      let (row, next) = (part * width, (part + 1) * width)
      let (amount, worth) = (parts[part].amount, parts[part].worth)
      for room in 0..<min(amount, width) { knapsack[row + room] = knapsack[next + room] }
      guard amount < width else { continue }
      for room in amount..<width {
        knapsack[row + room] = max(knapsack[next + room], knapsack[next + room - amount] + worth)
      }
    }
  }

  /// The items of the knapsack's own most.
  private func knapsackChoice(_ room: Int) -> [Int] {
    var (room, chosen) = (room, [Int]())
    for (position, part) in parts.enumerated()
    where knapsack[position * width + room] > knapsack[(position + 1) * width + room] {
      room -= part.amount
      chosen.append(part.item)
    }
    return chosen
  }

  /// Goes on with each part from a position on that could lead to more than the most known.
  private mutating func extend(_ first: Int, _ room: Int, _ worth: Int) {
    if worth > most { (most, best) = (worth, path) }
    for position in first..<parts.count {
      guard worth + knapsack[position * width + room] > most, steps < Self.mostSteps else { return }
      let part = parts[position]
      let rest = room - part.amount
      guard rest >= 0, worth + part.worth + knapsack[(position + 1) * width + rest] > most,
        fits(part.item)
      else { continue }
      steps += 1
      use(part.item, 1)
      path.append(part.item)
      extend(position + 1, rest, worth + part.worth)
      path.removeLast()
      use(part.item, -1)
    }
  }

  private func fits(_ item: Int) -> Bool {
    for use in start[item]..<start[item + 1] where left[uses[use].limit] < uses[use].amount {
      return false
    }
    return true
  }

  private mutating func use(_ item: Int, _ sign: Int) {
    for use in start[item]..<start[item + 1] { left[uses[use].limit] -= sign * uses[use].amount }
  }
}
