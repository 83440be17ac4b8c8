/// One limit: the items of most worth whose amounts fit, exactly.
///
/// By depth-first search in the order of worth per amount under the bound that cuts the first item that does not
/// fit (Dantzig 1957); where that takes long, by the table over amounts used, when it is small enough.
struct KnapsackSearch: ~Copyable {
  private static let searchedItems = 24
  /// Steps after which the table is the quicker way, for each item.
  private static let stepsOfItem = 50
  private static let largestTable = 1 << 22

  let chosen: Table<Int32>
  private(set) var chosenCount = 0

  /// What one unit of room was worth to the first item that did not fit.
  var price: Int {
    var left = room
    for index in 0..<count {
      if amount[index] > left { return worth[index] / amount[index] }
      left -= amount[index]
    }
    return 0
  }

  /// No choice of the items is worth more, by the price of the room.
  var priced: Int {
    var sum = room * price
    eachItem { sum += max(0, $1) }
    return sum
  }

  /// Hands each item's part with what it is worth after paying for its room.
  func eachItem(_ body: (Int, Int) -> Void) {
    let price = price
    for index in 0..<count { body(Int(part[index]), worth[index] - price * amount[index]) }
  }

  private let part: Table<Int32>
  private let worth: Table<Int>
  private let amount: Table<Int>
  private var count = 0
  private var room = 0
  private let isIn: Table<Bool>

  init(mostItems: Int) {
    chosen = Table(unfilled: mostItems)
    part = Table(unfilled: mostItems)
    worth = Table(unfilled: mostItems + 1)
    amount = Table(unfilled: mostItems + 1)
    isIn = Table(unfilled: mostItems)
  }

  mutating func begin(room: Int) {
    self.room = room
    count = 0
  }

  /// Keeps items in the order of worth per amount, earlier ones first among equals.
  mutating func add(_ added: Int, _ gain: Int, _ used: Int) {
    var place = count
    while place > 0, worth[place - 1] * used < gain * amount[place - 1] {
      part[place] = part[place - 1]
      worth[place] = worth[place - 1]
      amount[place] = amount[place - 1]
      place -= 1
    }
    part[place] = Int32(added)
    worth[place] = gain
    amount[place] = used
    count += 1
  }

  mutating func solve() -> Int {
    chosenCount = 0
    let hasTable = count > Self.searchedItems && (room + 1) <= Self.largestTable / count
    return solveBySearch(steps: hasTable ? count * Self.stepsOfItem : .max) ?? solveByTable()
  }

  /// What the items from `index` on could add to a knapsack with so much room.
  @inline(__always)
  private func bound(_ index: Int, _ room: Int) -> Int {
    var (index, left, sum) = (index, room, 0)
    while index < count {
      if amount[index] > left { return sum + worth[index] * left / amount[index] }
      left -= amount[index]
      sum += worth[index]
      index += 1
    }
    return sum
  }

  /// - Returns: nil when it takes more steps.
  private mutating func solveBySearch(steps: Int) -> Int? {
    var (best, value, left, index) = (-1, 0, room, 0)
    var stepsLeft = steps
    while true {
      let first = index
      while index < count, value + bound(index, left) > best {
        isIn[index] = amount[index] <= left
        if isIn[index] {
          value += worth[index]
          left -= amount[index]
        }
        index += 1
      }
      if index == count, value > best {
        best = value
        record()
      }
      stepsLeft -= 1 + index - first
      guard stepsLeft >= 0 else { return nil }
      // Back to the last item that is in, and on without it.
      index -= 1
      while index >= 0, !isIn[index] { index -= 1 }
      guard index >= 0 else { return best }
      isIn[index] = false
      value -= worth[index]
      left += amount[index]
      index += 1
    }
  }

  private mutating func record() {
    chosenCount = 0
    for index in 0..<count where isIn[index] {
      chosen[chosenCount] = part[index]
      chosenCount += 1
    }
  }

  private mutating func solveByTable() -> Int {
    chosenCount = 0
    let width = room + 1
    let best = Table(repeating: 0, count: width)
    let takes = Table(repeating: false, count: width * count)
    for index in 0..<count where amount[index] <= room {
      var used = room
      while used >= amount[index] {
        let with = best[used - amount[index]] + worth[index]
        if with > best[used] {
          best[used] = with
          takes[index * width + used] = true
        }
        used -= 1
      }
    }
    var used = room
    for index in stride(from: count - 1, through: 0, by: -1) where takes[index * width + used] {
      chosen[chosenCount] = part[index]
      chosenCount += 1
      used -= amount[index]
    }
    return best[room]
  }
}
