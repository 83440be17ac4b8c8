import Synchronization

/// Betters a plan by annealing that two threads may share. The plan is the same with one thread.
///
/// Of few homes the whole is annealed twice, and the better plan kept. More fall into two regions in each of several
/// phases, which grow from chance beginnings; each is a problem of its own beside what the other holds, and room in a
/// row goes to where it is worth most. The regions differ from phase to phase, so that every border is crossed. A
/// country's are compact: few rows are wanted on both sides, and it needs few phases.
final class PairedAnnealing {
  private static let phases = 20
  private static let phasesOfCountry = 8
  /// Below this many homes no region is by itself.
  private static let fewHomes = 100
  /// Values of parts are below this.
  private static let mostHeat = Pricing.unit << 22
  /// The heat falls to this fraction of where it begins.
  private static let cooling = 10
  /// Of a problem whose homes share nothing, parts that lack more than so many steps are left out of account.
  private static let farness = 10

  private let pricing: Pricing
  private let tables: PackingTables
  private let draft: Draft
  /// A value that needs no bettering: no plan is worth more than the bound.
  private let enough: Int
  private let isWhole: Bool
  private let isCountry: Bool
  private let threads: Int
  private let isOver: () -> Bool
  private let rowPlace: Table<Int32>
  private let side: Table<UInt8>
  private let net: Table<Int>
  private var chance = Chance()
  private(set) var bestParts: [Int]
  private(set) var bestValue: Int

  /// - Parameters:
  ///   - pricing: at the prices of the least bound, settled.
  ///   - isCountry: for a problem whose homes have few changes each.
  init(
    _ pricing: Pricing, _ best: Draft, enough: Int = .max, isCountry: Bool = false,
    threads: Int = coresToSearchOn, isOver: @escaping () -> Bool
  ) {
    self.pricing = pricing
    self.enough = min(enough, pricing.bound >> 6)
    isWhole = pricing.tables.homeCount < Self.fewHomes
    self.isCountry = isCountry
    self.threads = threads
    let question = Question(isOver)
    self.isOver = { question.answer }
    tables = pricing.tables
    draft = Draft(best)
    rowPlace = Table(repeating: -1, count: pricing.tables.rowCount)
    side = Table(repeating: 0, count: pricing.tables.homeCount)
    net = Table(count: pricing.tables.partCount) { pricing.netWorth($0) }
    bestParts = best.chosen()
    bestValue = best.value
  }

  /// - Parameter changes: in all phases, by each of the two.
  func run(changes: Int) {
    // What the plan lacks, for each part of it.
    let lacking = max(0, pricing.bound - draft.value * Pricing.unit)
    let share = min(Self.mostHeat, lacking * 5 / 4 / max(1, bestParts.count))
    let step = share + Pricing.unit
    let leastNet = tables.isJoined ? Int.min : -Self.farness * step
    let phases = isWhole ? 1 : isCountry ? Self.phasesOfCountry : Self.phases
    func heat(_ phase: Int) -> Int {
      step - (step - step / Self.cooling) * phase / phases
    }
    for phase in 0..<phases where !isOver() {
      let regions = regions(leastNet: leastNet)
      shareOut(2, threads: threads) { index in
        regions[index].annealing.run(
          changes: changes / phases, heat: (heat(phase), heat(phase + 1)),
          enough: isWhole ? enough : .max)
      }
      for region in isWhole ? [better(regions)] : regions { region.adopt(into: draft) }
      // What one half provided for the other may be asked for no longer.
      draft.tidy()
      if draft.value > bestValue, draft.passesNoRow {
        bestValue = draft.value
        bestParts = draft.chosen()
      }
      guard bestValue < enough else { return }
    }
  }

  private func better(_ regions: [Region]) -> Region {
    regions[0].plan.value >= regions[1].plan.value ? regions[0] : regions[1]
  }

  private func regions(leastNet: Int) -> [Region] {
    if !isWhole { if isCountry { divideCompactly() } else { divide() } }
    return (0..<2).map { half in
      Region(
        (0..<tables.homeCount).filter { isWhole || side[$0] == UInt8(half) },
        hasRoom: { self.isWhole || self.sideOfRoom($0) == UInt8(half) }, pricing, draft, rowPlace,
        net, leastNet: leastNet, chance: Chance(seed: chance.below(1 << 30)), isOver: isOver)
    }
  }

  /// Whose the room in a row is: where the part is that would win most by it.
  private func sideOfRoom(_ row: Int) -> UInt8 {
    var best = -1
    for index in tables.entries(row) where tables.entry[index].coefficient > 0 {
      let part = Int(tables.entry[index].part)
      if !draft.isIn[part], best < 0 || net[part] > net[best] { best = part }
    }
    return best < 0 ? 0 : side[tables.home[best]]
  }

  /// The homes next to a chance one, up to half of all parts, and the others.
  private func divide() {
    for home in 0..<tables.homeCount { side[home] = 1 }
    var homes: [Int] = []
    var (next, parts, unseen) = (0, 0, 0)
    func join(_ home: Int) {
      guard side[home] == 1 else { return }
      side[home] = 0
      homes.append(home)
      parts += tables.parts(home).count
    }
    join(chance.below(tables.homeCount))
    while parts < tables.partCount / 2 {
      if next == homes.count {
        while side[unseen] == 0 { unseen += 1 }
        join(unseen)
      }
      for part in tables.parts(homes[next]) where draft.isIn[part] {
        for index in tables.links(part) {
          let row = Int(tables.link[index].row)
          // A row that asks for a share of all parts says nothing of who is near.
          guard tables.rowCapacity[row] >= 0 else { continue }
          for entry in tables.entries(row)
          where parts < tables.partCount / 2 {
            join(Int(tables.home[tables.entry[entry].part]))
          }
        }
      }
      next += 1
    }
  }

  private static let shareJoined = 64
  private static let sway = 100

  /// The homes that want most of what the region wants already, from a chance one on, up to half of all parts, and
  /// the others. Chance sways how strongly a home is drawn, so that the border differs from phase to phase.
  private func divideCompactly() {
    let sway = (0..<tables.homeCount).map { _ in 100 + chance.below(Self.sway + 1) }
    let wanted = Table(repeating: false, count: tables.rowCount)
    let pull = Table(repeating: 0, count: tables.homeCount)
    for home in 0..<tables.homeCount { side[home] = 1 }
    var parts = 0
    func join(_ home: Int) {
      side[home] = 0
      parts += tables.parts(home).count
      for part in tables.parts(home) {
        for index in tables.links(part) {
          let row = tables.link[index].row
          guard !tables.isProvided[row], !wanted[row] else { continue }
          wanted[row] = true
          for entry in tables.entries(Int(row)) { pull[tables.home[tables.entry[entry].part]] += 1 }
        }
      }
    }
    join(chance.below(tables.homeCount))
    while parts < tables.partCount / 2 {
      let drawn = (0..<tables.homeCount).filter { side[$0] == 1 }
        .map { (pull: pull[$0] * sway[$0] / (tables.parts($0).count + 1), home: $0) }
        .sorted { ($0.pull, $1.home) > ($1.pull, $0.home) }
      for (_, home) in drawn.prefix(tables.homeCount / Self.shareJoined + 1)
      where parts < tables.partCount / 2 {
        join(home)
      }
    }
  }
}

/// A question that one thread asks at a time.
private final class Question {
  private let lock = Mutex(())
  private let ask: () -> Bool

  init(_ ask: @escaping () -> Bool) { self.ask = ask }

  var answer: Bool { lock.withLock { _ in ask() } }
}

/// Some homes of a plan, to be bettered by themselves.
private final class Region {
  let plan: Draft
  private let parts: [Int]
  private let held: [Int]
  let annealing: Annealing

  /// - Parameter hasRoom: whether what the plan leaves of a row is the region's.
  init(
    _ homes: [Int], hasRoom: (Int) -> Bool, _ pricing: Pricing, _ draft: Draft,
    _ rowPlace: borrowing Table<Int32>, _ net: borrowing Table<Int>, leastNet: Int,
    chance: Chance, isOver: @escaping () -> Bool
  ) {
    let tables = pricing.tables
    var made = PackingExtract()
    for home in homes {
      made.addLimits(home, tables)
      for part in tables.parts(home)
      where draft.isIn[part]
        || pricing.state[part] != BlockSearch.State.struck
          && (net[part] > leastNet || Self.provides(part, tables))
      {
        made.add(part, tables, rowPlace)
      }
      made.closeHome()
    }
    parts = made.parts
    held = parts.indices.filter { draft.isIn[made.parts[$0]] }
    // What the others leave of each row.
    made.problem.rowCapacity = made.rows.map { row in
      let activity = Int(draft.activity[row])
      return (hasRoom(row) ? tables.rowCapacity[row] : min(activity, tables.rowCapacity[row]))
        - activity
    }
    for part in held {
      for index in tables.links(parts[part]) {
        let link = tables.link[index]
        made.problem.rowCapacity[Int(rowPlace[link.row])] += Int(link.coefficient)
      }
    }
    for row in made.rows { rowPlace[row] = -1 }
    plan = Draft(PackingTables(made.problem))
    for part in held { plan.put(part) }
    annealing = Annealing(plan, chance: chance, isOver: isOver)
  }

  private static func provides(_ part: Int, _ tables: PackingTables) -> Bool {
    tables.links(part).contains { tables.link[$0].coefficient < 0 }
  }

  func adopt(into draft: Draft) {
    for part in held { draft.take(parts[part]) }
    for part in plan.chosen() { draft.put(parts[part]) }
  }
}
