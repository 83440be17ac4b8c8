/// The most that the parts of one home are worth within its limits, exactly, and a choice that is worth it.
///
/// Parts worth nothing stay out. Of the others, those that meet no limit that can bind are taken; the rest fall
/// into groups that share limits, each solved by itself: one limit as a knapsack (`KnapsackSearch`), several by
/// depth-first branch and bound (`GroupSearch`).
struct BlockSearch: ~Copyable {
  /// What a part may do, beside what the limits say.
  enum State {
    static let free: UInt8 = 0
    static let struck: UInt8 = 1
    static let taken: UInt8 = 2
  }

  /// Below every worth: the parts that have to be taken do not fit.
  static let impossible = -(1 << 58)

  let tables: PackingTables
  /// The last answer: which parts, in no order.
  let picked: Table<Int32>
  private(set) var pickedCount = 0
  /// Nodes of one group at most; beyond them the answer is a bound on the most, and its choice worth less.
  var mostNodes: Int {
    get { groups.mostNodes }
    set { groups.mostNodes = newValue }
  }
  /// Moves of the prices that people pay for what they share, before they are searched.
  var steps: Int {
    get { groups.steps }
    set { groups.steps = newValue }
  }
  /// Whether the last answer is the most and not a bound on it.
  var isExact = true

  let item: Table<Int32>
  var itemCount = 0
  /// By limit of the home: what is left, what the items ask for, the person counted last.
  let room: Table<Int>
  private let demand: Table<Int>
  private let lastPerson: Table<Int32>
  let isBinding: Table<Bool>
  /// Groups of limits as trees of limits; a root names the group.
  let parent: Table<Int32>
  var knapsack: KnapsackSearch
  var groups: GroupSearch
  /// By part, while that is asked for: what the home gains at most, 0 or less, with it or without it.
  let ifTaken: Table<Int>
  let ifLeft: Table<Int>

  init(_ tables: PackingTables) {
    self.tables = tables
    picked = Table(unfilled: tables.mostParts)
    item = Table(unfilled: tables.mostParts)
    room = Table(unfilled: tables.mostLimits)
    demand = Table(unfilled: tables.mostLimits)
    lastPerson = Table(unfilled: tables.mostLimits)
    isBinding = Table(unfilled: tables.mostLimits)
    parent = Table(unfilled: tables.mostLimits)
    knapsack = KnapsackSearch(mostItems: tables.mostParts)
    groups = GroupSearch(tables)
    ifTaken = Table(unfilled: tables.partCount)
    ifLeft = Table(unfilled: tables.partCount)
  }

  /// - Parameters:
  ///   - worth: of every part.
  ///   - state: of every part, one of `State`.
  /// - Returns: `impossible` when what is taken does not fit.
  mutating func most(
    ofHome home: Int, worth: borrowing Table<Int>, state: borrowing Table<UInt8>
  ) -> Int {
    pickedCount = 0
    itemCount = 0
    isExact = true
    let first = Int(tables.limitStart[home])
    let limits = Int(tables.limitStart[home + 1]) - first
    if tables.isPlain(home) { return mostOfKnapsack(home, worth, state) }
    for limit in 0..<limits { room[limit] = Int(tables.capacity[first + limit]) }
    var sum = 0
    for part in tables.parts(home) {
      if state[part] == State.free {
        guard worth[part] > 0 else { continue }
        item[itemCount] = Int32(part)
        itemCount += 1
      } else if state[part] == State.taken {
        sum += worth[part]
        guard take(part, first) else { return Self.impossible }
      }
    }
    guard itemCount > 0 else { return sum }
    let taken = pickedCount
    guard findBinding(first, limits, taken) else { return sum + takeAll(worth) }
    return sum + solveGroups(first, limits, taken, worth)
  }

  /// As `most`, of a home with one limit that does not count people.
  private mutating func mostOfKnapsack(
    _ home: Int, _ worth: borrowing Table<Int>, _ state: borrowing Table<UInt8>
  ) -> Int {
    let limit = Int(tables.limitStart[home])
    var (left, sum, asked) = (Int(tables.capacity[limit]), 0, 0)
    for part in tables.parts(home) where state[part] == State.taken {
      sum += worth[part]
      left -= tables.onlyAmount(part)
      pick(part)
    }
    guard left >= 0 else { return Self.impossible }
    for part in tables.parts(home)
    where worth[part] > 0 && state[part] == State.free && tables.onlyAmount(part) <= left {
      item[itemCount] = Int32(part)
      itemCount += 1
      asked += tables.onlyAmount(part)
    }
    if asked <= left {
      groups.limitPrice[limit] = 0
      return itemCount > 0 ? sum + takeAll(worth) : sum
    }
    knapsack.begin(room: left)
    for position in 0..<itemCount {
      let part = Int(item[position])
      let amount = tables.onlyAmount(part)
      if amount == 0 {
        sum += worth[part]
        pick(part)
      } else {
        knapsack.add(part, worth[part], amount)
      }
    }
    sum += knapsack.solve()
    groups.limitPrice[limit] = knapsack.price
    for position in 0..<knapsack.chosenCount { pick(Int(knapsack.chosen[position])) }
    return sum
  }

  mutating func pick(_ part: Int) {
    picked[pickedCount] = Int32(part)
    pickedCount += 1
  }

  /// Sets what has to be taken against the limits; false when it does not fit.
  private mutating func take(_ part: Int, _ first: Int) -> Bool {
    for index in tables.uses(part) {
      let limit = Int(tables.use[index].limit)
      if tables.countsPeople[limit] {
        if isOut(tables.person[part], limit, pickedCount) { continue }
        room[limit - first] -= 1
      } else {
        room[limit - first] -= Int(tables.use[index].amount)
      }
      if room[limit - first] < 0 { return false }
    }
    pick(part)
    return true
  }

  /// Whether one of the first picked parts counts the person on the limit already.
  func isOut(_ person: Int32, _ limit: Int, _ count: Int) -> Bool {
    for position in 0..<count where tables.person[picked[position]] == person {
      for index in tables.uses(Int(picked[position])) where tables.use[index].limit == limit {
        return true
      }
    }
    return false
  }

  private mutating func takeAll(_ worth: borrowing Table<Int>) -> Int {
    var sum = 0
    for position in 0..<itemCount {
      let part = Int(item[position])
      sum += worth[part]
      pick(part)
    }
    return sum
  }

  /// Drops items that do not fit by themselves, and finds the limits that not all of the rest fit into.
  private mutating func findBinding(_ first: Int, _ limits: Int, _ taken: Int) -> Bool {
    for limit in 0..<limits {
      demand[limit] = 0
      lastPerson[limit] = -1
    }
    sortItemsByPerson()
    var kept = 0
    for position in 0..<itemCount where fits(Int(item[position]), first, taken) {
      item[kept] = item[position]
      kept += 1
    }
    itemCount = kept
    for position in 0..<itemCount { addDemand(Int(item[position]), first, taken) }
    var isAny = false
    for limit in 0..<limits {
      isBinding[limit] = demand[limit] > room[limit]
      if isBinding[limit] { isAny = true } else { groups.limitPrice[first + limit] = 0 }
    }
    return isAny
  }

  private func sortItemsByPerson() {
    for position in 1..<max(1, itemCount) {
      let part = item[position]
      let person = tables.person[part]
      var place = position
      while place > 0, tables.person[item[place - 1]] > person {
        item[place] = item[place - 1]
        place -= 1
      }
      item[place] = part
    }
  }

  func fits(_ part: Int, _ first: Int, _ taken: Int) -> Bool {
    for index in tables.uses(part) {
      let limit = Int(tables.use[index].limit)
      let amount = tables.countsPeople[limit] ? 1 : Int(tables.use[index].amount)
      guard room[limit - first] < amount else { continue }
      if tables.countsPeople[limit], isOut(tables.person[part], limit, taken) { continue }
      return false
    }
    return true
  }

  private func addDemand(_ part: Int, _ first: Int, _ taken: Int) {
    for index in tables.uses(part) {
      let limit = Int(tables.use[index].limit)
      if tables.countsPeople[limit] {
        let person = tables.person[part]
        guard lastPerson[limit - first] != person else { continue }
        lastPerson[limit - first] = person
        if !isOut(person, limit, taken) { demand[limit - first] += 1 }
      } else {
        demand[limit - first] += Int(tables.use[index].amount)
      }
    }
  }
}
