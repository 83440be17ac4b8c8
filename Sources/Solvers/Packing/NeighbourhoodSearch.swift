/// Betters a plan neighbourhood by neighbourhood, the widest gap first.
///
/// The bound less the plan is a sum of terms, one for each home (its most less what its part of the plan is worth)
/// and one for each row with room left. A neighbourhood grows from a home with a large term along rows that
/// both could use. Sizes grow from sweep to sweep.
final class NeighbourhoodSearch {
  private static let nodesOfGroup = 200
  /// Homes solved in one neighbourhood, for each home of it; fewer where homes are dear to solve.
  private static let workOfHome = 300
  private static let workOfJoinedHome = 60
  private static let firstSize = 6
  private static let mostSize = 60

  let pricing: Pricing
  let draft: Draft
  private let tables: PackingTables
  private let rowPlace: Table<Int32>
  private let isFreed: Table<Bool>
  private let isListed: Table<Bool>
  /// Homes solved in all neighbourhoods so far.
  private(set) var work = 0
  private let enough: Int
  private let isOver: () -> Bool

  /// - Parameter pricing: at the prices of the least bound, settled.
  init(_ pricing: Pricing, _ draft: Draft, enough: Int, isOver: @escaping () -> Bool) {
    self.enough = enough
    self.pricing = pricing
    self.draft = draft
    self.isOver = isOver
    tables = pricing.tables
    rowPlace = Table(repeating: -1, count: tables.rowCount)
    isFreed = Table(repeating: false, count: tables.homeCount)
    isListed = Table(repeating: false, count: tables.homeCount)
  }

  /// - Parameter mostWork: homes solved at most, about.
  func run(mostWork: Int) {
    var size = Self.firstSize
    while work < mostWork, isOpen, !isOver() {
      let before = draft.value
      sweep(size: size, mostWork: mostWork)
      let isSlow = draft.value - before < max(1, (pricing.bound / Pricing.unit - before) / 20)
      if isSlow {
        if size >= min(Self.mostSize, tables.homeCount) { break }
        size = size * 3 / 2
      }
    }
  }

  private var isOpen: Bool {
    draft.value < enough && pricing.bound >= (draft.value + 1) * Pricing.unit
  }

  /// Every home with a term of its own is freed once.
  private func sweep(size: Int, mostWork: Int) {
    for home in 0..<tables.homeCount { isFreed[home] = false }
    let terms = homeTerms()
    let seeds = (0..<tables.homeCount).filter { terms[$0] > 0 }
      .sorted { (terms[$0], $1) > (terms[$1], $0) }
    for seed in seeds where !isFreed[seed] {
      guard work < mostWork, isOpen, !isOver() else { return }
      let homes = region(from: seed, size: size, nearness: max(8 * Pricing.unit, terms[seed]))
      for home in homes { isFreed[home] = true }
      better(homes, size: size)
    }
  }

  /// What is lost in each home, and in rows with room by the home that could use it best.
  private func homeTerms() -> [Int] {
    var terms = (0..<tables.homeCount).map { pricing.most[$0] }
    for part in 0..<tables.partCount where draft.isIn[part] {
      terms[Int(tables.home[part])] -= pricing.worth[part]
    }
    for row in 0..<tables.rowCount {
      let room = tables.rowCapacity[row] - Int(draft.activity[row])
      guard room > 0, pricing.price[row] > 0 else { continue }
      var best = -1
      for index in tables.entries(row) where tables.entry[index].coefficient > 0 {
        let part = Int(tables.entry[index].part)
        guard !draft.isIn[part] else { continue }
        if best < 0 || pricing.worth[part] > pricing.worth[best] { best = part }
      }
      if best >= 0 { terms[Int(tables.home[best])] += room * pricing.price[row] }
    }
    return terms
  }

  /// Homes near a seed: those that hold or could nearly as well hold what the seed's own parts take of.
  private func region(from seed: Int, size: Int, nearness: Int) -> [Int] {
    var homes = [seed]
    isListed[seed] = true
    var next = 0
    while next < homes.count, homes.count < size {
      var near: [(worth: Int, home: Int)] = []
      for part in tables.parts(homes[next]) {
        guard draft.isIn[part] || pricing.isChosen[part] || pricing.worth[part] > -nearness else {
          continue
        }
        for index in tables.links(part) {
          for entry in tables.entries(Int(tables.link[index].row)) {
            let other = Int(tables.entry[entry].part)
            let home = Int(tables.home[other])
            guard !isListed[home], pricing.state[other] == BlockSearch.State.free else { continue }
            if draft.isIn[other] || pricing.isChosen[other] {
              near.append((min(0, pricing.worth[part]), home))
            } else if pricing.worth[other] > -nearness {
              near.append((min(pricing.worth[part], pricing.worth[other]), home))
            }
          }
        }
      }
      near.sort { ($0.worth, $1.home) > ($1.worth, $0.home) }
      for found in near where !isListed[found.home] && homes.count < size {
        isListed[found.home] = true
        homes.append(found.home)
      }
      next += 1
    }
    for home in homes { isListed[home] = false }
    return homes
  }

  private func better(_ homes: [Int], size: Int) {
    let near = Neighbourhood(homes, pricing, draft, rowPlace)
    guard near.gap >= Pricing.unit else { return }
    let small = Pricing(PackingTables(near.problem))
    small.mostNodes = Self.nodesOfGroup
    small.setPrices { pricing.price[near.rows[$0]] }
    var value = 0
    for part in near.parts where draft.isIn[part] { value += Int(tables.value[part]) }
    let each = tables.isJoined ? Self.workOfJoinedHome : Self.workOfHome
    let branching = Branching(small, bestValue: value, mostWork: each * size)
    branching.run()
    work += small.work
    guard let better = branching.bestParts else { return }
    for part in near.parts where draft.isIn[part] { draft.take(part) }
    for part in better { draft.put(near.parts[part]) }
  }
}
