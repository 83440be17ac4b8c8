/// Betters a plan by taking some of it out and building it up again, many times over.
///
/// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000, doi:10.1006/jcph.1999.6413): all
/// that one home holds goes, and some of what others hold that it could hold nearly as well; then parts come
/// back in the order of their net worth, with a little chance in it. A result slightly worse is kept too, the
/// less so the later (threshold accepting, Dueck and Scheuer 1990, doi:10.1016/0021-9991(90)90201-B).
final class Rebuilding {
  /// What a round costs besides, in looks.
  private static let looksOfRound = 500
  private static let grainsOfNoise = 16

  let draft: Draft
  private let pricing: Pricing
  private let tables: PackingTables
  private let net: Table<Int>
  private let isListed: Table<Bool>
  /// Of each home, and of each row that nobody provides for: parts that a plan may gain by. Those of a home by the
  /// row that they take of, so that full rows are passed over.
  private let ofHome: PartLists
  private let ofRow: PartLists
  private let seenInRound: Table<Int32>
  private var rounds: Int32 = 0
  private let queue: PartQueue
  private let noise: Int
  private var near: [Int] = []
  private var chance: Chance
  private var looks = 0
  private let isOver: () -> Bool

  /// - Parameters:
  ///   - pricing: at good prices, of limits too.
  ///   - leastNet: parts of less net worth are left out of account.
  ///   - noise: how far chance moves a part's net worth, in units of value.
  init(
    _ pricing: Pricing, _ draft: Draft, leastNet: Int, noise: Int, chance: Chance,
    isOver: @escaping () -> Bool
  ) {
    self.pricing = pricing
    self.draft = draft
    self.chance = chance
    self.isOver = isOver
    tables = pricing.tables
    self.noise = noise
    let net = Table(count: pricing.tables.partCount) { pricing.netWorth($0) }
    isListed = Table(repeating: false, count: pricing.tables.partCount)
    seenInRound = Table(repeating: 0, count: pricing.tables.homeCount)
    queue = PartQueue(
      most: pricing.tables.partCount, lowest: leastNet,
      grain: noise * Pricing.unit / Self.grainsOfNoise)
    ofHome = Self.listsOfHomes(pricing.tables, net, leastNet)
    ofRow = Self.listsOfRows(pricing.tables, net, leastNet)
    self.net = net
  }

  /// - Parameters:
  ///   - mostLooks: parts, and rows of homes, that may be looked at, and some for each round. Chance cools as they are
  ///     used up.
  ///   - mostHolders: of what a home could take parts of, that are freed in a round.
  ///   - heat: how much value a round may lose, at its beginning and at its end.
  func run(mostLooks: Int, mostHolders: Int, heat: (from: Int, to: Int)) {
    let homes = (0..<tables.homeCount).filter { !ofHome.runs($0).isEmpty }
    guard !homes.isEmpty else { return }
    while looks < mostLooks {
      if rounds % 64 == 0 && isOver() { return }
      rounds += 1
      looks += Self.looksOfRound
      let heat = heat.from + (heat.to - heat.from) * looks / mostLooks
      rebuild(around: homes[chance.below(homes.count)], mostHolders: mostHolders, heat: heat)
    }
  }

  private static func listsOfHomes(
    _ tables: PackingTables, _ net: borrowing Table<Int>, _ leastNet: Int
  ) -> PartLists {
    var lists = PartLists()
    for home in 0..<tables.homeCount {
      let hopeful = tables.parts(home).filter { net[$0] > leastNet }
      lists.append(hopeful.map { (mainRow($0, tables), $0) }, by: net)
    }
    return lists
  }

  private static func listsOfRows(
    _ tables: PackingTables, _ net: borrowing Table<Int>, _ leastNet: Int
  ) -> PartLists {
    var lists = PartLists()
    for row in 0..<tables.rowCount {
      let parts =
        tables.isProvided[row]
        ? []
        : tables.entries(row).filter { tables.entry[$0].coefficient > 0 }
          .map { Int(tables.entry[$0].part) }
      lists.append(parts.filter { net[$0] > leastNet }.map { (row, $0) }, by: net)
    }
    return lists
  }

  /// The first row a part takes of that nobody provides for; -1 where it takes of none.
  private static func mainRow(_ part: Int, _ tables: PackingTables) -> Int {
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      if !tables.isProvided[row] { return row }
    }
    return -1
  }

  private func rebuild(around home: Int, mostHolders: Int, heat: Int) {
    let before = draft.value
    draft.beginTrial()
    let freed = ruin(home, mostHolders: mostHolders)
    queue.empty()
    listHome(home)
    for part in freed {
      list(part)
      for index in tables.links(part) where tables.link[index].coefficient > 0 {
        for run in ofRow.runs(Int(tables.link[index].row)) { list(ofRow.parts(run)) }
      }
      listHome(Int(tables.home[part]))
    }
    queue.eachInOrder { part in
      isListed[part] = false
      if !draft.isIn[part] { _ = draft.add(part, by: pricing) }
    }
    draft.endTrial(isKept: draft.passesNoRow && draft.value >= before - heat)
  }

  /// Once in a round.
  private func listHome(_ home: Int) {
    guard seenInRound[home] != rounds else { return }
    seenInRound[home] = rounds
    for run in ofHome.runs(home) {
      looks += 1
      let row = ofHome.row(run)
      if row < 0 || !draft.isFull(row) { list(ofHome.parts(run)) }
    }
  }

  @inline(__always)
  private func list(_ parts: ArraySlice<Int32>) {
    for part in parts { list(Int(part)) }
  }

  @inline(__always)
  private func list(_ part: Int) {
    looks += 1
    guard !isListed[part], !draft.isIn[part], draft.hasRoom(part), draft.fits(part) else { return }
    isListed[part] = true
    queue.add(part, worth: net[part] + chance.below(noise + 1) * Pricing.unit)
  }

  /// Takes out what a home holds and some of what others hold that it could; all that was freed.
  private func ruin(_ home: Int, mostHolders: Int) -> [Int] {
    near.removeAll(keepingCapacity: true)
    for run in ofHome.runs(home) {
      let row = ofHome.row(run)
      guard row >= 0, draft.isFull(row) else { continue }
      // The likelier the more ways the home has to it.
      let ways = ofHome.parts(run).count
      draft.forEachHolder(ofRow: row) { near.append(contentsOf: repeatElement($0, count: ways)) }
    }
    var freed = draft.chosen(inHome: home)
    for _ in 0..<min(near.count, 1 + chance.below(mostHolders)) {
      freed.append(near[chance.below(near.count)])
    }
    for part in freed { draft.remove(part) }
    return freed.filter { !draft.isIn[$0] }
  }
}

/// Lists of parts by row, those of a row in the order of net worth.
private struct PartLists {
  private var start: [Int] = [0]
  private var rowOfRun: [Int32] = []
  private var startOfRun: [Int] = [0]
  private var part: [Int32] = []

  mutating func append(_ list: [(row: Int, part: Int)], by net: borrowing Table<Int>) {
    let sorted = list.map { ($0.row, -net[$0.part], $0.part) }.sorted(by: <)
    var last: Int?
    for (row, _, next) in sorted {
      if row != last {
        rowOfRun.append(Int32(row))
        startOfRun.append(part.count)
      }
      last = row
      part.append(Int32(next))
      startOfRun[startOfRun.count - 1] = part.count
    }
    start.append(rowOfRun.count)
  }

  func runs(_ list: Int) -> Range<Int> { start[list]..<start[list + 1] }

  /// -1 for parts that take of no row.
  func row(_ run: Int) -> Int { Int(rowOfRun[run]) }

  func parts(_ run: Int) -> ArraySlice<Int32> { part[startOfRun[run]..<startOfRun[run + 1]] }
}
