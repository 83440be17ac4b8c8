/// Betters a plan by forcing parts into it and taking out what stands in their way.
///
/// Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983, doi:10.1126/science.220.4598.671). A chance part goes in.
/// Chance holders of the full rows that it takes of and of the limits that are short for it go out, chance providers
/// of what it asks for are forced in likewise, and what there is room for then is filled with chance parts. The change
/// is kept when it loses no more value than chance allows at the heat of the moment.
///
/// It knows no prices: where they say little of what fits together, as where many people share what a school can
/// spare, it finds better plans than building by worth does.
final class Annealing {
  /// Providers that chance offers for one asked.
  private static let offers = 16
  /// Parts that chance offers to each row and each home with new room.
  private static let fillsOfRow = 6
  private static let fillsOfHome = 20
  private static let mostEjections = 12
  private static let mostDepth = 4

  private let draft: Draft
  private let tables: PackingTables
  /// Parts of value: all, and those of each home and of each row that they take of.
  private var hopeful: [Int32] = []
  private var ofHome: Lists
  private var ofRow: Lists
  /// What filling the room that a change leaves may win back.
  private let hope: Int
  private let draws: Draws
  private var chance: Chance
  private let isOver: () -> Bool
  /// In the change at hand: parts forced in, rows and homes with new room, and the least value it may leave.
  private var forced: [Int] = []
  private var rowsWithRoom: [Int] = []
  private var homesWithRoom: [Int] = []
  private var theirs: [Int] = []
  private var leastValue = 0

  init(_ draft: Draft, chance: Chance, isOver: @escaping () -> Bool) {
    self.draft = draft
    self.chance = chance
    self.isOver = isOver
    let tables = draft.tables
    self.tables = tables
    var sum = 0
    for part in 0..<tables.partCount where tables.value[part] > 0 && !tables.isPinned[part] {
      hopeful.append(Int32(part))
      sum += Int(tables.value[part])
    }
    hope = sum / max(1, hopeful.count) * 2
    ofHome = Lists(count: tables.homeCount, of: hopeful) { [tables.home[$0]] }
    ofRow = Lists(count: tables.rowCount, of: hopeful) { part in
      tables.links(part).compactMap { index in
        let link = tables.link[index]
        return link.coefficient > 0 && !tables.isProvided[link.row] ? link.row : nil
      }
    }
    draws = Draws()
  }

  /// - Parameters:
  ///   - heat: value that a change may lose on average, from the first to the last; in 64ths.
  ///   - enough: a value that needs no bettering.
  func run(changes: Int, heat: (from: Int, to: Int), enough: Int = .max) {
    guard !hopeful.isEmpty else { return }
    for round in 0..<changes where draft.value < enough {
      if round % 1_024 == 0 && isOver() { return }
      let part = Int(hopeful[chance.below(hopeful.count)])
      guard !draft.isIn[part] else { continue }
      let heat = heat.from + (heat.to - heat.from) * round / changes
      leastValue = draft.value - draws.next(&chance) * heat / (Draws.mean * Pricing.unit)
      draft.beginTrial()
      draft.endTrial(isKept: change(to: part))
    }
  }

  private func change(to part: Int) -> Bool {
    forced.removeAll(keepingCapacity: true)
    rowsWithRoom.removeAll(keepingCapacity: true)
    homesWithRoom.removeAll(keepingCapacity: true)
    guard force(part, depth: 0), forced.allSatisfy({ draft.isIn[$0] }), draft.passesNoRow else {
      return false
    }
    fill()
    return draft.value >= leastValue
  }

  /// Puts a part in with what it asks for. On failure the draft is left as it stands.
  private func force(_ part: Int, depth: Int, mayEject: Bool = true) -> Bool {
    let least = leastValue - (depth == 0 ? Int(tables.value[part]) + hope : hope)
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      guard !tables.isProvided[row], draft.isFull(row) else { continue }
      guard mayEject, let holder = chanceHolder(ofRow: row), eject(holder, leaving: least),
        !draft.isFull(row)
      else { return false }
    }
    var ejections = 0
    while let limit = draft.shortLimit(of: part) {
      ejections += 1
      guard mayEject, ejections <= Self.mostEjections, makeRoom(for: part, limit, leaving: least)
      else { return false }
    }
    guard !draft.isIn[part], draft.hasRoom(part) else { return false }
    draft.put(part)
    if mayEject { forced.append(part) }
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      while draft.isPassed(row) {
        guard depth < Self.mostDepth, provide(row, depth: depth, mayEject: mayEject) else {
          return false
        }
      }
    }
    return true
  }

  /// The first that fits of some chance providers; the last of them where none does.
  private func provide(_ row: Int, depth: Int, mayEject: Bool) -> Bool {
    let entries = tables.entries(row)
    var last = -1
    for _ in 0..<Self.offers {
      let entry = tables.entry[entries.lowerBound + chance.below(entries.count)]
      let part = Int(entry.part)
      guard entry.coefficient < 0, !draft.isIn[part] else { continue }
      last = part
      if draft.fits(part), draft.hasRoom(part) { break }
    }
    return last >= 0 && force(last, depth: depth + 1, mayEject: mayEject)
  }

  private func chanceHolder(ofRow row: Int) -> Int? {
    var (found, seen) = (-1, 0)
    draft.forEachHolder(ofRow: row) { holder in
      seen += 1
      if chance.below(seen) == 0 { found = holder }
    }
    return found < 0 ? nil : found
  }

  /// Takes a chance part out of a limit that is short for another; of one that counts people, all of a chance person's.
  private func makeRoom(for part: Int, _ limit: Int32, leaving least: Int) -> Bool {
    let home = Int(tables.home[part])
    var (found, seen) = (-1, 0)
    draft.forEachChosen(inHome: home) { other in
      guard uses(other, limit) else { return }
      seen += 1
      if chance.below(seen) == 0 { found = other }
    }
    guard found >= 0 else { return false }
    guard tables.countsPeople[limit] else { return eject(found, leaving: least) }
    theirs.removeAll(keepingCapacity: true)
    draft.forEachChosen(inHome: home) { other in
      if tables.person[other] == tables.person[found], uses(other, limit) { theirs.append(other) }
    }
    return theirs.allSatisfy { !draft.isIn[$0] || eject($0, leaving: least) }
  }

  @inline(__always)
  private func uses(_ part: Int, _ limit: Int32) -> Bool {
    for index in tables.uses(part) where tables.use[index].limit == limit { return true }
    return false
  }

  /// Takes a part out with what asked for it; false where it was forced in or has to stay, or too little value is left.
  private func eject(_ part: Int, leaving least: Int) -> Bool {
    guard draft.value - Int(tables.value[part]) >= least, !forced.contains(part) else {
      return false
    }
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      if !tables.isProvided[row] { rowsWithRoom.append(row) }
    }
    homesWithRoom.append(Int(tables.home[part]))
    draft.remove(part)
    return !draft.isIn[part] && draft.value >= least
  }

  private func fill() {
    for row in rowsWithRoom {
      for _ in 0..<Self.fillsOfRow where !draft.isFull(row) {
        offer(ofRow.any(row, &chance))
      }
    }
    for home in homesWithRoom {
      for _ in 0..<Self.fillsOfHome { offer(ofHome.any(home, &chance)) }
    }
  }

  private func offer(_ part: Int?) {
    guard let part, !draft.isIn[part], draft.fits(part), draft.hasRoom(part) else { return }
    let mark = draft.mark
    if !force(part, depth: 0, mayEject: false) { draft.takeBack(to: mark) }
  }
}

/// Draws of the exponential distribution, from its order statistics (Rényi 1953): whole numbers, alike everywhere.
private struct Draws {
  static let mean = 1_024
  private static let count = 512

  private var quantile: [Int] = []

  init() {
    var sum = 0
    for index in 0..<Self.count {
      sum += Self.mean * 64 / (Self.count - index)
      quantile.append(sum / 64)
    }
  }

  func next(_ chance: inout Chance) -> Int { quantile[chance.below(Self.count)] }
}

/// Parts by number, each in any number of lists.
private struct Lists {
  private var start: [Int]
  private var part: [Int32]

  init(count: Int, of parts: [Int32], lists: (Int) -> [Int32]) {
    var size = [Int](repeating: 0, count: count + 1)
    for part in parts { for list in lists(Int(part)) { size[Int(list) + 1] += 1 } }
    for list in 0..<count { size[list + 1] += size[list] }
    start = size
    part = [Int32](repeating: 0, count: size[count])
    for next in parts {
      for list in lists(Int(next)) {
        part[size[Int(list)]] = next
        size[Int(list)] += 1
      }
    }
  }

  func any(_ list: Int, _ chance: inout Chance) -> Int? {
    let count = start[list + 1] - start[list]
    return count == 0 ? nil : Int(part[start[list] + chance.below(count)])
  }
}
