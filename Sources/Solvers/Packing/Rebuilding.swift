/// Betters a plan by taking some of it out and building it up again, many times over.
///
/// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000, doi:10.1006/jcph.1999.6413): all
/// that one home holds goes, and some of what others hold that it could hold nearly as well; then parts come
/// back in the order of their net worth, with a little chance in it. A result slightly worse is kept too, the
/// less so the later (threshold accepting, Dueck and Scheuer 1990, doi:10.1016/0021-9991(90)90201-B).
final class Rebuilding {
  private static let mostHolders = 16
  /// Parts looked at in a round, on average, at most.
  private static let looksOfRound = 1_000

  let draft: Draft
  private let pricing: Pricing
  private let tables: PackingTables
  private let net: Table<Int>
  private let isListed: Table<Bool>
  /// Of each home, and of each row that nobody provides for: parts that a plan may gain by.
  private var ofHome = PartLists()
  private var ofRow = PartLists()
  private var candidates: [(net: Int, part: Int)] = []
  private var chance: Chance
  private var looks = 0
  private let isOver: () -> Bool

  /// - Parameters:
  ///   - pricing: at good prices, of limits too.
  ///   - leastNet: parts of less net worth are left out of account.
  init(
    _ pricing: Pricing, _ draft: Draft, leastNet: Int, chance: Chance,
    isOver: @escaping () -> Bool
  ) {
    self.pricing = pricing
    self.draft = draft
    self.chance = chance
    self.isOver = isOver
    tables = pricing.tables
    net = Table(count: pricing.tables.partCount) { pricing.netWorth($0) }
    isListed = Table(repeating: false, count: pricing.tables.partCount)
    listHopeful(leastNet: leastNet)
  }

  /// - Parameters:
  ///   - noise: how far chance moves a part's net worth, in units of value.
  ///   - heat: how much value a round may lose, at its beginning and at its end.
  func run(rounds: Int, noise: Int, heat: (from: Int, to: Int)) {
    let homes = (0..<tables.homeCount).filter { !ofHome[$0].isEmpty }
    guard !homes.isEmpty, rounds > 0 else { return }
    let mostLooks = rounds * Self.looksOfRound
    for round in 0..<rounds {
      if looks >= mostLooks || round % 64 == 0 && isOver() { return }
      let heat = heat.from + (heat.to - heat.from) * round / rounds
      rebuild(around: homes[chance.below(homes.count)], noise: noise, heat: heat)
    }
  }

  private func listHopeful(leastNet: Int) {
    func isHopeful(_ part: Int) -> Bool { net[part] > leastNet }
    for home in 0..<tables.homeCount {
      ofHome.append(tables.parts(home).filter(isHopeful), by: net)
    }
    for row in 0..<tables.rowCount {
      guard !tables.isProvided[row] else {
        ofRow.append([], by: net)
        continue
      }
      let parts = tables.entries(row).filter { tables.entry[$0].coefficient > 0 }
        .map { Int(tables.entry[$0].part) }
      ofRow.append(parts.filter(isHopeful), by: net)
    }
  }

  private func rebuild(around home: Int, noise: Int, heat: Int) {
    let before = draft.value
    draft.beginTrial()
    let freed = ruin(home)
    candidates.removeAll(keepingCapacity: true)
    for part in ofHome[home] { list(Int(part), noise) }
    for part in freed {
      list(part, noise)
      for index in tables.links(part) where tables.link[index].coefficient > 0 {
        for other in ofRow[Int(tables.link[index].row)] { list(Int(other), noise) }
      }
      for other in ofHome[Int(tables.home[part])] { list(Int(other), noise) }
    }
    candidates.sort { ($0.net, $1.part) > ($1.net, $0.part) }
    for (_, part) in candidates {
      isListed[part] = false
      if !draft.isIn[part] { _ = draft.add(part, by: pricing) }
    }
    draft.endTrial(isKept: draft.passesNoRow && draft.value >= before - heat)
  }

  @inline(__always)
  private func list(_ part: Int, _ noise: Int) {
    looks += 1
    guard !isListed[part], !draft.isIn[part], draft.hasRoom(part), draft.fits(part) else { return }
    isListed[part] = true
    candidates.append((net[part] + chance.below(noise + 1) * Pricing.unit, part))
  }

  /// Takes out what a home holds and some of what others hold that it could; all that was freed.
  private func ruin(_ home: Int) -> [Int] {
    var near: [Int] = []
    for part in ofHome[home] where !draft.isIn[part] {
      for index in tables.links(Int(part)) where tables.link[index].coefficient > 0 {
        let row = Int(tables.link[index].row)
        guard !tables.isProvided[row], draft.isFull(row) else { continue }
        for entry in tables.entries(row) where draft.isIn[tables.entry[entry].part] {
          near.append(Int(tables.entry[entry].part))
        }
      }
    }
    var freed = draft.chosen(inHome: home)
    for _ in 0..<min(near.count, 1 + chance.below(Self.mostHolders)) {
      freed.append(near[chance.below(near.count)])
    }
    for part in freed { draft.remove(part) }
    return freed.filter { !draft.isIn[$0] }
  }
}

/// Lists of parts, each in the order of net worth.
private struct PartLists {
  private var start: [Int] = [0]
  private var parts: [Int32] = []

  mutating func append(_ list: [Int], by net: borrowing Table<Int>) {
    parts += list.map { (net: net[$0], part: $0) }
      .sorted { ($0.net, $1.part) > ($1.net, $0.part) }.map { Int32($0.part) }
    start.append(parts.count)
  }

  subscript(_ list: Int) -> ArraySlice<Int32> { parts[start[list]..<start[list + 1]] }
}
