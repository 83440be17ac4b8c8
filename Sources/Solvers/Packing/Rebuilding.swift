/// Betters a plan by taking some of it out and building it up again, many times over.
///
/// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000, doi:10.1006/jcph.1999.6413): all
/// that one home holds goes, and some of what others hold that it could hold nearly as well; then parts come
/// back in the order of their net worth, with a little chance in it. A result slightly worse is kept too, the
/// less so the later (threshold accepting, Dueck and Scheuer 1990, doi:10.1016/0021-9991(90)90201-B).
final class Rebuilding {
  private static let mostHolders = 10
  private static let listings = 40
  /// Parts looked at in a round, on average, at most.
  private static let looksOfRound = 1_000

  private let pricing: Pricing
  private let tables: PackingTables
  private let draft: Draft
  private let net: Table<Int>
  private let isListed: Table<Bool>
  private var chance = Chance()
  private var looks = 0
  private(set) var bestParts: [Int]
  private(set) var bestValue: Int
  private let isOver: () -> Bool

  /// - Parameter pricing: at the prices of the least bound, settled.
  init(_ pricing: Pricing, _ best: Draft, isOver: @escaping () -> Bool) {
    self.pricing = pricing
    self.isOver = isOver
    tables = pricing.tables
    draft = Draft(best)
    bestParts = best.chosen()
    bestValue = best.value
    net = Table(count: pricing.tables.partCount) { pricing.netWorth($0) }
    isListed = Table(repeating: false, count: pricing.tables.partCount)
  }

  func run(rounds: Int) {
    let homes = (0..<tables.homeCount).filter { !tables.parts($0).isEmpty }
    guard !homes.isEmpty, rounds > 0 else { return }
    // A step's usual size: what the plan lacks, for each part of it.
    let lacking = max(0, pricing.bound / Pricing.unit - draft.value)
    let step = 2 * lacking / max(1, bestParts.count) + 1
    let mostLooks = rounds * Self.looksOfRound
    for round in 0..<rounds {
      if looks >= mostLooks || round % 64 == 0 && isOver() {
        keep()
        return
      }
      let heat = min(step * (rounds - round) / rounds, step * (mostLooks - looks) / mostLooks)
      rebuild(around: homes[chance.below(homes.count)], step: step, heat: heat)
      // Looked at now and then: listing a plan costs as much as many rounds.
      if round % max(1, rounds / Self.listings) == 0 || round == rounds - 1 { keep() }
      guard pricing.bound >= (bestValue + 1) * Pricing.unit else { return }
    }
  }

  private func keep() {
    guard draft.value > bestValue, draft.passesNoRow else { return }
    bestValue = draft.value
    bestParts = draft.chosen()
  }

  private func rebuild(around home: Int, step: Int, heat: Int) {
    let before = draft.value
    let nearness = -8 * step * Pricing.unit
    draft.beginTrial()
    let freed = ruin(home, nearness)
    var candidates: [(net: Int, part: Int)] = []
    func list(_ part: Int) {
      looks += 1
      guard !isListed[part], !draft.isIn[part], net[part] > nearness || tables.value[part] > 0,
        net[part] > 4 * nearness, draft.fits(part)
      else { return }
      isListed[part] = true
      candidates.append((net[part] + chance.below(2 * step) * Pricing.unit, part))
    }
    for part in tables.parts(home) where draft.hasRoom(part) { list(part) }
    for part in freed {
      list(part)
      for index in tables.links(part) where tables.link[index].coefficient > 0 {
        let row = Int(tables.link[index].row)
        guard !tables.isProvided[row] else { continue }
        for entry in tables.entries(row) { list(Int(tables.entry[entry].part)) }
      }
      for other in tables.parts(Int(tables.home[part]))
      where net[other] > nearness && draft.hasRoom(other) {
        list(other)
      }
    }
    candidates.sort { ($0.net, $1.part) > ($1.net, $0.part) }
    for (_, part) in candidates {
      isListed[part] = false
      if !draft.isIn[part] { _ = draft.add(part, by: pricing) }
    }
    draft.endTrial(isKept: draft.passesNoRow && draft.value >= before - heat)
  }

  /// Takes out what a home holds and some of what others hold that it could; all that was freed.
  private func ruin(_ home: Int, _ nearness: Int) -> [Int] {
    var near: [Int] = []
    for part in tables.parts(home) where net[part] > nearness && !draft.isIn[part] {
      for index in tables.links(part) where tables.link[index].coefficient > 0 {
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
