/// A `PackingProblem` as tables, with the rows' own lists of parts.
final class PackingTables {
  typealias Use = PackingProblem.Use
  typealias Link = PackingProblem.Link

  struct Entry: BitwiseCopyable {
    let part: Int32
    let coefficient: Int32
  }

  let homeCount: Int
  let partCount: Int
  let rowCount: Int
  let homeStart: Table<Int32>
  let limitStart: Table<Int32>
  let capacity: Table<Int32>
  let countsPeople: Table<Bool>
  let home: Table<Int32>
  let person: Table<Int32>
  let value: Table<Int32>
  let isPinned: Table<Bool>
  let useStart: Table<Int32>
  /// A limit that counts people is used once.
  let use: Table<Use>
  /// Of a use of a limit that counts people: the number of this limit and person together; -1 for others.
  let slot: Table<Int32>
  private(set) var slotCount = 0
  let linkStart: Table<Int32>
  let link: Table<Link>
  let rowCapacity: Table<Int>
  let entryStart: Table<Int32>
  let entry: Table<Entry>
  /// Whether some part has -1 in the row: what it provides can be asked for.
  let isProvided: Table<Bool>
  /// Whether some part has +1 in the row; one that asks by itself may have none.
  let isAsked: Table<Bool>
  /// Whether parts of several people use the limit.
  let isShared: Table<Bool>
  /// Parts of value that take of no row but those that others provide for.
  private(set) var loose: [Int] = []
  private(set) var mostParts = 0
  private(set) var mostLimits = 0
  private(set) var mostUses = 0

  init(_ problem: borrowing PackingProblem) {
    homeCount = problem.homes.count
    partCount = problem.value.count
    rowCount = problem.rowCapacity.count
    homeStart = Self.table(problem.homeStart)
    limitStart = Self.table(problem.limitStart)
    capacity = Self.table(problem.limitCapacity)
    countsPeople = Self.table(problem.limitCountsPeople)
    person = Self.table(problem.person)
    value = Self.table(problem.value)
    isPinned = Self.table(problem.isPinned)
    useStart = Self.table(problem.useStart)
    use = Table(count: problem.uses.count) { index in
      let use = problem.uses[index]
      return problem.limitCountsPeople[Int(use.limit)] ? Use(limit: use.limit, amount: 1) : use
    }
    slot = Table(repeating: -1, count: problem.uses.count)
    linkStart = Self.table(problem.linkStart)
    link = Self.table(problem.links)
    rowCapacity = Self.table(problem.rowCapacity)
    home = Table(unfilled: partCount)
    entryStart = Table(repeating: 0, count: rowCount + 1)
    entry = Table(unfilled: problem.links.count)
    isProvided = Table(repeating: false, count: rowCount)
    isAsked = Table(repeating: false, count: rowCount)
    isShared = Table(repeating: false, count: problem.limitCapacity.count)
    for index in 0..<homeCount {
      mostParts = max(mostParts, Int(homeStart[index + 1] - homeStart[index]))
      mostLimits = max(mostLimits, Int(limitStart[index + 1] - limitStart[index]))
      mostUses = max(mostUses, Int(useStart[homeStart[index + 1]] - useStart[homeStart[index]]))
      for part in homeStart[index]..<homeStart[index + 1] { home[part] = Int32(index) }
    }
    findShared()
    numberSlots()
    listEntries()
  }

  /// Whether parts depend on one another otherwise than by competing for rows and one person's limits.
  var isJoined: Bool {
    for limit in 0..<isShared.count where isShared[limit] { return true }
    for row in 0..<rowCount where isProvided[row] && rowCapacity[row] >= 0 { return true }
    return false
  }

  /// Rows that ask by themselves.
  var owedRows: [Int] { (0..<rowCount).filter { rowCapacity[$0] < 0 } }

  var plainHomes: Int { (0..<homeCount).count { isPlain($0) } }

  /// Rows that parts take of without others providing for it.
  var openRows: Int { (0..<rowCount).count { !isProvided[$0] } }

  private func findShared() {
    let user = Table<Int32>(repeating: -1, count: capacity.count)
    for part in 0..<partCount {
      for index in uses(part) {
        let limit = use[index].limit
        if user[limit] >= 0, user[limit] != person[part] { isShared[limit] = true }
        user[limit] = person[part]
      }
    }
  }

  private func numberSlots() {
    for home in 0..<homeCount where limits(home).contains(where: { countsPeople[$0] }) {
      var places: [Int32: Int] = [:]
      var (last, place) = (Int32(-1), 0)
      for part in parts(home) {
        if person[part] != last {
          last = person[part]
          place = places[last] ?? places.count
          places[last] = place
        }
        for index in uses(part) where countsPeople[use[index].limit] {
          let limit = Int(use[index].limit) - limits(home).lowerBound
          slot[index] = Int32(slotCount + place * limits(home).count + limit)
        }
      }
      slotCount += places.count * limits(home).count
    }
  }

  /// Rows' entries by counting, parts ascending within each row.
  private func listEntries() {
    for index in 0..<link.count { entryStart[link[index].row + 1] += 1 }
    for row in 0..<rowCount { entryStart[row + 1] += entryStart[row] }
    let next = Table<Int32>(count: rowCount) { entryStart[$0] }
    for part in 0..<partCount {
      for index in linkStart[part]..<linkStart[part + 1] {
        let (row, coefficient) = (link[index].row, link[index].coefficient)
        entry[next[row]] = Entry(part: Int32(part), coefficient: coefficient)
        next[row] += 1
        if coefficient < 0 { isProvided[row] = true } else { isAsked[row] = true }
      }
    }
    loose = (0..<partCount).filter { part in
      value[part] > 0
        && !links(part).contains { link[$0].coefficient > 0 && !isProvided[link[$0].row] }
    }
  }

  private static func table<Element: BitwiseCopyable>(_ array: [Element]) -> Table<Element> {
    Table(count: array.count) { array[$0] }
  }

  @inline(__always)
  func parts(_ home: Int) -> Range<Int> { Int(homeStart[home])..<Int(homeStart[home + 1]) }

  /// Whether a home has a single limit, which counts no people: what it holds is a knapsack.
  @inline(__always)
  func isPlain(_ home: Int) -> Bool {
    limitStart[home + 1] == limitStart[home] + 1 && !countsPeople[limitStart[home]]
  }

  @inline(__always)
  func limits(_ home: Int) -> Range<Int> { Int(limitStart[home])..<Int(limitStart[home + 1]) }

  @inline(__always)
  func uses(_ part: Int) -> Range<Int> { Int(useStart[part])..<Int(useStart[part + 1]) }

  /// What a part takes of its home's limit, where the home has no other.
  @inline(__always)
  func onlyAmount(_ part: Int) -> Int {
    let first = useStart[part]
    return first < useStart[part + 1] ? Int(use[first].amount) : 0
  }

  @inline(__always)
  func links(_ part: Int) -> Range<Int> { Int(linkStart[part])..<Int(linkStart[part + 1]) }

  @inline(__always)
  func entries(_ row: Int) -> Range<Int> { Int(entryStart[row])..<Int(entryStart[row + 1]) }
}
