/// A plan under way: parts chosen within every limit, and what they take of limits and rows.
///
/// Changes are logged, so that a trial that leads nowhere is undone. A part is added together with what it asks
/// for (`add`), and taken out together with what asked for it (`remove`): no half-open row is ever left.
final class Draft {
  let tables: PackingTables
  let isIn: Table<Bool>
  let activity: Table<Int32>
  private(set) var value = 0
  /// Room left in each limit.
  private let left: Table<Int32>
  /// The parts chosen in each home, as lists.
  private let firstIn: Table<Int32>
  private let nextIn: Table<Int32>
  private let previousIn: Table<Int32>
  /// Chosen parts by limit that counts people and person.
  private let counted: Table<Int32>
  /// The part that took of each row last; -1 before any did.
  private let lastHolder: Table<Int32>
  private var log: [(part: Int32, wasAdded: Bool)] = []
  /// Every change since the last `beginTrial`.
  private var journal: [(part: Int32, wasAdded: Bool)] = []
  private var isTrial = false
  private(set) var passedRows = 0
  /// Trials of providers left before an addition gives up.
  private var trials = 0

  init(_ tables: PackingTables) {
    self.tables = tables
    isIn = Table(repeating: false, count: tables.partCount)
    activity = Table(repeating: 0, count: tables.rowCount)
    left = Table(count: tables.capacity.count) { tables.capacity[$0] }
    firstIn = Table(repeating: -1, count: tables.homeCount)
    nextIn = Table(repeating: -1, count: tables.partCount)
    previousIn = Table(repeating: -1, count: tables.partCount)
    counted = Table(repeating: 0, count: tables.slotCount)
    lastHolder = Table(repeating: -1, count: tables.rowCount)
    for row in 0..<tables.rowCount where tables.rowCapacity[row] < 0 { passedRows += 1 }
  }

  /// A copy of another draft of the same problem.
  convenience init(_ other: Draft) {
    self.init(other.tables)
    for part in other.chosen() { put(part) }
  }

  func chosen() -> [Int] { (0..<tables.partCount).filter { isIn[$0] } }

  /// The parts chosen in a home.
  func chosen(inHome home: Int) -> [Int] {
    var found: [Int] = []
    forEachChosen(inHome: home) { found.append($0) }
    return found
  }

  @inline(__always)
  func forEachChosen(inHome home: Int, _ body: (Int) -> Void) {
    var part = firstIn[home]
    while part >= 0 {
      body(Int(part))
      part = nextIn[part]
    }
  }

  func empty() {
    for part in chosen() { take(part) }
  }

  /// Whether the limits have room for one part more.
  @inline(__always)
  func fits(_ part: Int) -> Bool { shortLimit(of: part) == nil }

  /// The first limit without room for one part more.
  @inline(__always)
  func shortLimit(of part: Int) -> Int32? {
    for index in tables.uses(part) {
      let use = tables.use[index]
      if left[use.limit] >= use.amount { continue }
      let slot = tables.slot[index]
      guard slot >= 0, counted[slot] > 0 else { return use.limit }
    }
    return nil
  }

  func put(_ part: Int) {
    let home = Int(tables.home[part])
    spend(part, 1)
    isIn[part] = true
    let next = firstIn[home]
    nextIn[part] = next
    previousIn[part] = -1
    if next >= 0 { previousIn[next] = Int32(part) }
    firstIn[home] = Int32(part)
    link(part, 1)
    if isTrial { journal.append((Int32(part), true)) }
  }

  func take(_ part: Int) {
    isIn[part] = false
    let (previous, next) = (previousIn[part], nextIn[part])
    if previous >= 0 { nextIn[previous] = next } else { firstIn[tables.home[part]] = next }
    if next >= 0 { previousIn[next] = previous }
    spend(part, -1)
    link(part, -1)
    if isTrial { journal.append((Int32(part), false)) }
  }

  /// Uses limits (sign 1) or gives them back (sign -1).
  private func spend(_ part: Int, _ sign: Int32) {
    for index in tables.uses(part) {
      let use = tables.use[index]
      let slot = tables.slot[index]
      if slot >= 0 {
        counted[slot] += sign
        if counted[slot] != (sign > 0 ? 1 : 0) { continue }
      }
      left[use.limit] -= sign * use.amount
    }
  }

  private func link(_ part: Int, _ sign: Int) {
    value += sign * Int(tables.value[part])
    for index in tables.links(part) {
      let row = Int(tables.link[index].row)
      let wasPassed = isPassed(row)
      let change = Int32(sign) * tables.link[index].coefficient
      activity[row] += change
      if sign > 0, change > 0 { lastHolder[row] = Int32(part) }
      passedRows += (isPassed(row) ? 1 : 0) - (wasPassed ? 1 : 0)
    }
  }

  var passesNoRow: Bool { passedRows == 0 }

  /// Changes from here on can be taken back.
  func beginTrial() {
    isTrial = true
    journal.removeAll(keepingCapacity: true)
  }

  func endTrial(isKept: Bool) {
    if !isKept { takeBack(to: 0) }
    isTrial = false
  }

  /// Changes of the trial so far.
  var mark: Int { journal.count }

  /// Takes back the trial's changes after the first so many.
  func takeBack(to mark: Int) {
    isTrial = false
    while let change = journal.count > mark ? journal.popLast() : nil {
      if change.wasAdded { take(Int(change.part)) } else { put(Int(change.part)) }
    }
    isTrial = true
  }

  /// Takes a part out with what asked for it and what it alone asked for; nothing when a pinned part is among them.
  func remove(_ part: Int) {
    let mark = journal.count
    guard !removeWhole(part) else { return }
    for change in journal[mark...].reversed() { put(Int(change.part)) }
  }

  private func removeWhole(_ part: Int) -> Bool {
    guard isIn[part] else { return true }
    guard !tables.isPinned[part] else { return false }
    take(part)
    for index in tables.links(part) {
      let row = Int(tables.link[index].row)
      let isAsking = tables.link[index].coefficient > 0
      guard tables.isProvided[row], isAsking || tables.isAsked[row] else { continue }
      for other in tables.entries(row) {
        let entry = tables.entry[other]
        guard isIn[entry.part], (entry.coefficient > 0) != isAsking else { continue }
        let isLeft =
          isAsking
          ? tables.value[entry.part] <= 0 && !isFull(row)
          : isPassed(row)
        if isLeft, !removeWhole(Int(entry.part)) { return false }
      }
    }
    return true
  }

  /// The chosen parts that take of a row.
  func forEachHolder(ofRow row: Int, _ body: (Int) -> Void) {
    let last = lastHolder[row]
    if tables.rowCapacity[row] == 1, last >= 0, isIn[last] { return body(Int(last)) }
    for index in tables.entries(row) where tables.entry[index].coefficient > 0 {
      let part = tables.entry[index].part
      if isIn[part] { body(Int(part)) }
    }
  }

  func isPassed(_ row: Int) -> Bool { Int(activity[row]) > tables.rowCapacity[row] }

  func isFull(_ row: Int) -> Bool { Int(activity[row]) >= tables.rowCapacity[row] }

  /// Whether no row that the part takes of, and that nobody provides, is full.
  func hasRoom(_ part: Int) -> Bool {
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      if !tables.isProvided[row], isFull(row) { return false }
    }
    return true
  }
}

extension Draft {
  private static let trialsOfOne = 40

  /// Adds a part and what it asks for, best worth first.
  ///
  /// - Parameter leastGain: the whole of it is left out when it adds less value.
  /// - Returns: whether it was added.
  func add(_ part: Int, by pricing: Pricing, leastGain: Int = 1) -> Bool {
    let before = value
    log.removeAll(keepingCapacity: true)
    trials = Self.trialsOfOne
    guard addWhole(part, pricing), value - before >= leastGain else {
      undo(to: 0)
      return false
    }
    return true
  }

  /// Provides what a passed row lacks.
  func provide(_ row: Int, by pricing: Pricing) -> Bool {
    log.removeAll(keepingCapacity: true)
    trials = Self.trialsOfOne * 25
    guard provideRow(row, pricing) else {
      undo(to: 0)
      return false
    }
    return true
  }

  private func addWhole(_ part: Int, _ pricing: Pricing) -> Bool {
    guard !isIn[part], pricing.state[part] != BlockSearch.State.struck, fits(part),
      hasRoom(part)
    else { return false }
    put(part)
    log.append((Int32(part), true))
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      guard provideRow(Int(tables.link[index].row), pricing) else { return false }
    }
    return true
  }

  private func provideRow(_ row: Int, _ pricing: Pricing) -> Bool {
    while isPassed(row) {
      let providers = tables.entries(row).compactMap { index -> Int? in
        let entry = tables.entry[index]
        return entry.coefficient < 0 && !isIn[entry.part] ? Int(entry.part) : nil
      }
      let mark = log.count
      var isFound = false
      for provider in providers.sorted(by: { (pricing.worth[$0], $1) > (pricing.worth[$1], $0) }) {
        trials -= 1
        guard trials >= 0 else { return false }
        if addWhole(provider, pricing) {
          isFound = true
          break
        }
        undo(to: mark)
      }
      guard isFound else { return false }
    }
    return true
  }

  private func undo(to mark: Int) {
    while log.count > mark {
      let last = log.removeLast()
      if last.wasAdded { take(Int(last.part)) } else { put(Int(last.part)) }
    }
  }

  /// Takes out what provides for nobody and adds no value.
  func tidy() {
    for row in 0..<tables.rowCount where tables.isProvided[row] {
      for index in tables.entries(row) where tables.entry[index].coefficient < 0 {
        let part = Int(tables.entry[index].part)
        guard isIn[part], tables.value[part] <= 0, !tables.isPinned[part] else { continue }
        take(part)
        let isNeeded = tables.links(part).contains { isPassed(Int(tables.link[$0].row)) }
        if isNeeded { put(part) }
      }
    }
  }
}
