/// Betters a plan home by home: what a home holds is made the best there is beside what the others hold, or at
/// what taking it from them is worth.
///
/// A home that *refits* chooses among the parts of rows with room. A home that *contests* may also choose parts of
/// rows that are full, at the price of the row; whoever held them refits, and so does whoever would best use what
/// was given up (an ejection chain, Glover 1996, doi:10.1016/0166-218X(94)00037-E, led by the prices of the
/// bound). What is then asked for and not given is provided, or another home makes room for it; who asks in vain is
/// taken out.
final class Refitting {
  typealias State = BlockSearch.State

  private static let nodesOfGroup = 60

  private let pricing: Pricing
  private let tables: PackingTables
  private let worth: Table<Int>
  private let state: Table<UInt8>
  private let isMovable: Table<Bool>
  private let isPicked: Table<Bool>
  private var blocks: BlockSearch
  /// In the trial at hand: homes that lost something, rows that were given up, and rows that may lack a provider.
  private var losers: [Int] = []
  private var vacant: [Int] = []
  private var short: [Int] = []
  private var chance = Chance()

  init(_ pricing: Pricing) {
    self.pricing = pricing
    let tables = pricing.tables
    self.tables = tables
    worth = Table(repeating: 0, count: tables.partCount)
    state = Table(repeating: State.struck, count: tables.partCount)
    isPicked = Table(repeating: false, count: tables.partCount)
    isMovable = Table(count: tables.partCount) { !tables.isPinned[$0] }
    blocks = BlockSearch(tables)
    blocks.mostNodes = Self.nodesOfGroup
  }

  /// Every home refits.
  func refitAll(_ draft: Draft) {
    for home in 0..<tables.homeCount {
      let before = draft.value
      beginTrial(draft)
      choose(home, draft, eagerness: nil)
      provideShort(draft)
      draft.endTrial(isKept: draft.passesNoRow && draft.value > before)
    }
  }

  /// Homes contest in turn, at prices that vary a little.
  func contest(_ draft: Draft, rounds: Int) {
    for _ in 0..<rounds {
      let home = chance.below(tables.homeCount)
      guard !tables.parts(home).isEmpty else { continue }
      let before = draft.value
      beginTrial(draft)
      choose(home, draft, eagerness: 32 + chance.below(64))
      provideShort(draft)
      var next = 0
      while next < losers.count, next < 8 {
        choose(losers[next], draft, eagerness: nil)
        next += 1
      }
      for row in vacant where !draft.isFull(row) {
        if let user = bestHome(row, draft, isGiving: false) {
          choose(user, draft, eagerness: nil)
        }
      }
      provideShort(draft)
      draft.endTrial(isKept: draft.passesNoRow && draft.value >= before)
    }
  }

  private func beginTrial(_ draft: Draft) {
    losers.removeAll(keepingCapacity: true)
    vacant.removeAll(keepingCapacity: true)
    short.removeAll(keepingCapacity: true)
    draft.beginTrial()
  }

  /// - Parameter eagerness: 64ths of a full row's price that its parts cost; nil leaves full rows alone.
  private func choose(_ home: Int, _ draft: Draft, eagerness: Int?) {
    let held = draft.chosen(inHome: home)
    for part in held {
      state[part] = isMovable[part] ? State.free : State.taken
      worth[part] = gain(part, draft)
    }
    var isAny = false
    for part in tables.parts(home) where !draft.isIn[part] {
      state[part] = State.struck
      guard isMovable[part], let cost = cost(part, draft, held, eagerness) else { continue }
      worth[part] = gain(part, draft) - cost
      state[part] = State.free
      isAny = isAny || worth[part] > 0
    }
    guard isAny, blocks.most(ofHome: home, worth: worth, state: state) != BlockSearch.impossible
    else { return }
    for position in 0..<blocks.pickedCount { isPicked[blocks.picked[position]] = true }
    for part in held where !isPicked[part] {
      draft.take(part)
      for index in tables.links(part) {
        let row = Int(tables.link[index].row)
        if tables.link[index].coefficient > 0 { vacant.append(row) } else { short.append(row) }
      }
    }
    for position in 0..<blocks.pickedCount {
      let part = Int(blocks.picked[position])
      isPicked[part] = false
      if !draft.isIn[part], makeRoom(part, home, draft) { draft.put(part) }
    }
  }

  /// Its value, and what it gives to those who would lack it.
  private func gain(_ part: Int, _ draft: Draft) -> Int {
    var gain = Int(tables.value[part]) * Pricing.unit
    for index in tables.links(part) where tables.link[index].coefficient < 0 {
      let row = Int(tables.link[index].row)
      let isLacked = draft.isIn[part] ? draft.isFull(row) : draft.isPassed(row)
      if isLacked || tables.rowCapacity[row] < 0 { gain += pricing.price[row] }
    }
    return gain
  }

  /// Provides what is asked for and not given, and takes out who asks in vain.
  private func provideShort(_ draft: Draft) {
    var refitted = 0
    while let row = short.popLast() {
      guard tables.isProvided[row], draft.isPassed(row), !draft.provide(row, by: pricing)
      else { continue }
      if refitted < Self.mostGivers, let giver = bestHome(row, draft, isGiving: true) {
        refitted += 1
        choose(giver, draft, eagerness: nil)
      }
      while draft.isPassed(row) {
        guard let asker = leastHolder(row, draft) else { return }
        draft.remove(asker)
        guard !draft.isIn[asker] else { return }
        losers.append(Int(tables.home[asker]))
      }
    }
  }

  /// Homes that make room for what they could give, in one go: what they no longer give asks for others.
  private static let mostGivers = 4

  /// What a part's full rows cost; nil where they are not to be had.
  private func cost(_ part: Int, _ draft: Draft, _ held: [Int], _ eagerness: Int?) -> Int? {
    var cost = 0
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      guard draft.isFull(row) else { continue }
      if held.contains(where: { takes($0, row) }) { continue }
      guard let eagerness else { return nil }
      cost += pricing.price[row] * eagerness / 64
    }
    return cost
  }

  private func takes(_ part: Int, _ row: Int) -> Bool {
    tables.links(part).contains {
      Int(tables.link[$0].row) == row && tables.link[$0].coefficient > 0
    }
  }

  /// Takes what another home holds out of the part's full rows; false when it must stay.
  private func makeRoom(_ part: Int, _ home: Int, _ draft: Draft) -> Bool {
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      let row = Int(tables.link[index].row)
      guard draft.isFull(row) else { continue }
      if tables.isProvided[row], tables.rowCapacity[row] >= 0 {
        short.append(row)
        continue
      }
      guard let least = leastHolder(row, draft, notOf: home) else { return false }
      draft.remove(least)
      guard !draft.isIn[least] else { return false }
      losers.append(Int(tables.home[least]))
    }
    return true
  }

  /// The part of least value that takes of a row and may be moved.
  private func leastHolder(_ row: Int, _ draft: Draft, notOf home: Int = -1) -> Int? {
    var least = -1
    for index in tables.entries(row) where tables.entry[index].coefficient > 0 {
      let part = Int(tables.entry[index].part)
      guard draft.isIn[part], isMovable[part], Int(tables.home[part]) != home else { continue }
      if least < 0 || tables.value[part] < tables.value[least] { least = part }
    }
    return least < 0 ? nil : least
  }

  /// The home of the part that would win most by taking of a row, or by giving to it.
  private func bestHome(_ row: Int, _ draft: Draft, isGiving: Bool) -> Int? {
    var best = -1
    for index in tables.entries(row) where (tables.entry[index].coefficient < 0) == isGiving {
      let part = Int(tables.entry[index].part)
      guard isMovable[part], !draft.isIn[part] else { continue }
      if best < 0 || pricing.worth[part] > pricing.worth[best] { best = part }
    }
    return best < 0 ? nil : Int(tables.home[best])
  }
}
