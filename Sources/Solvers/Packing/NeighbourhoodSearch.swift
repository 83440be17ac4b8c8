/// Betters a plan neighbourhood by neighbourhood, the widest gap first.
///
/// The bound less the plan is a sum of terms, one for each home (its most less what its part of the plan is worth)
/// and one for each row with room left. A neighbourhood grows from a home with a large term along rows that
/// both could use, with a little chance in it. Sizes grow while little is won, and shrink again where too many
/// cannot be searched to their end.
final class NeighbourhoodSearch {
  /// Homes solved in one neighbourhood, for each home of it; fewer where homes are dear to solve.
  private static let workOfHome = 1_000
  private static let workOfJoinedHome = 60
  private static let firstSize = 6
  /// Of the gap: a sweep that wins less is slow.
  private static let slowness = 20
  /// Homes next to one home that join a neighbourhood.
  private static let nextTo = 16
  /// Neighbourhoods searched at once, the same plan seen by all of them.
  private static let mostAtOnce = 16

  let pricing: Pricing
  let draft: Draft
  private let tables: PackingTables
  private let rowPlace: Table<Int32>
  private let isFreed: Table<Bool>
  private let isListed: Table<Bool>
  private var size = firstSize
  private var chance = Chance()
  /// Neighbourhoods of a sweep, and those of them not searched to their end.
  private var searched = 0
  private var unfinished = 0
  /// Homes solved in all neighbourhoods so far.
  private(set) var work = 0
  private let enough: Int
  private let threads: Int
  private let isOver: () -> Bool

  /// - Parameters:
  ///   - pricing: at the prices of the least bound, settled.
  ///   - threads: how many may work on it, 1 or 2; the plan is the same.
  init(
    _ pricing: Pricing, _ draft: Draft, enough: Int, threads: Int = coresToSearchOn,
    isOver: @escaping () -> Bool
  ) {
    self.enough = enough
    self.pricing = pricing
    self.draft = draft
    self.threads = threads
    self.isOver = isOver
    tables = pricing.tables
    rowPlace = Table(repeating: -1, count: tables.rowCount)
    isFreed = Table(repeating: false, count: tables.homeCount)
    isListed = Table(repeating: false, count: tables.homeCount)
  }

  /// Goes on from where the last run ended.
  ///
  /// - Parameter mostWork: homes solved at most in all runs, about.
  func run(mostWork: Int) {
    while work < mostWork, isOpen, !isOver() {
      let before = draft.value
      sweep(mostWork: mostWork)
      let lacking = pricing.bound / Pricing.unit - before
      if unfinished * 3 > searched {
        size = max(1, size * 2 / 3)
      } else if draft.value - before < max(1, lacking / Self.slowness) {
        guard size < tables.homeCount || unfinished > 0 else { return }
        size = min(max(size + 1, size * 3 / 2), tables.homeCount)
      }
    }
  }

  private var isOpen: Bool {
    draft.value < enough && pricing.bound >= (draft.value + 1) * Pricing.unit
  }

  /// Every home with a term of its own is freed once.
  private func sweep(mostWork: Int) {
    for home in 0..<tables.homeCount { isFreed[home] = false }
    (searched, unfinished) = (0, 0)
    let terms = homeTerms()
    let seeds = (0..<tables.homeCount).filter { terms[$0] > 0 }
      .sorted { (terms[$0], $1) > (terms[$1], $0) }
    let atOnce = max(2, min(Self.mostAtOnce, tables.homeCount / (16 * size)))
    var next = 0
    while next < seeds.count, work < mostWork, isOpen, !isOver() {
      var pieces: [FreedHomes] = []
      while next < seeds.count, pieces.count < atOnce {
        let seed = seeds[next]
        next += 1
        guard !isFreed[seed] else { continue }
        let homes = region(from: seed, nearness: max(8 * Pricing.unit, terms[seed]))
        for home in homes { isFreed[home] = true }
        let near = Neighbourhood(homes, pricing, draft, rowPlace)
        if near.gap >= Pricing.unit { pieces.append(FreedHomes(near, pricing, draft)) }
      }
      search(pieces)
    }
  }

  private func search(_ pieces: [FreedHomes]) {
    let each = (tables.isJoined ? Self.workOfJoinedHome : Self.workOfHome) * size
    shareOut(pieces.count, threads: threads) { pieces[$0].search(mostWork: each) }
    for piece in pieces {
      searched += 1
      work += piece.work
      if !piece.isComplete { unfinished += 1 }
      adopt(piece)
    }
  }

  /// Makes what a piece found part of the plan, unless one before it changed the plan there.
  private func adopt(_ piece: FreedHomes) {
    let parts = piece.near.parts
    guard let better = piece.better, piece.held == parts.indices.filter({ draft.isIn[parts[$0]] })
    else { return }
    let before = draft.value
    draft.beginTrial()
    for part in piece.held { draft.take(parts[part]) }
    for part in better { draft.put(parts[part]) }
    draft.endTrial(isKept: draft.passesNoRow && draft.value > before)
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
  private func region(from seed: Int, nearness: Int) -> [Int] {
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
          let row = Int(tables.link[index].row)
          // A row that asks for a share of all parts says nothing of who is near.
          guard tables.rowCapacity[row] >= 0 else { continue }
          for entry in tables.entries(row) {
            let other = Int(tables.entry[entry].part)
            let home = Int(tables.home[other])
            guard !isListed[home], pricing.state[other] == BlockSearch.State.free else { continue }
            // What is held there may be given up at no loss.
            let isHeld = draft.isIn[other] || pricing.isChosen[other]
            let theirs = isHeld ? 0 : pricing.worth[other]
            guard isHeld || theirs > -nearness else { continue }
            near.append((min(theirs, pricing.worth[part]) - chance.below(2 * nearness), home))
          }
        }
      }
      near.sort { ($0.worth, $1.home) > ($1.worth, $0.home) }
      var joined = 0
      for found in near where !isListed[found.home] && homes.count < size && joined < Self.nextTo {
        isListed[found.home] = true
        homes.append(found.home)
        joined += 1
      }
      next += 1
    }
    for home in homes { isListed[home] = false }
    return homes
  }
}
