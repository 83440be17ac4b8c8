/// Betters a plan home by home: what a home holds is made the best there is beside what the others hold, or at
/// what taking it from them is worth.
///
/// A home that *refits* chooses among the parts of rows with room. A home that *contests* may also choose parts of
/// rows that are full, at the price of the row; whoever held them refits, and so does whoever would best use what
/// was given up (an ejection chain, Glover 1996, doi:10.1016/0166-218X(94)00037-E, led by the prices of the
/// bound). Only parts that neither ask for others nor are asked for by them are moved.
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
  /// Homes that lost something, and rows that were given up, in the trial at hand.
  private var losers: [Int] = []
  private var vacant: [Int] = []
  private var chance = Chance()

  init(_ pricing: Pricing) {
    self.pricing = pricing
    let tables = pricing.tables
    self.tables = tables
    worth = Table(repeating: 0, count: tables.partCount)
    state = Table(repeating: State.struck, count: tables.partCount)
    isPicked = Table(repeating: false, count: tables.partCount)
    isMovable = Table(count: tables.partCount) { part in
      !tables.isPinned[part]
        && tables.links(part).allSatisfy {
          let row = Int(tables.link[$0].row)
          return !tables.isProvided[row] || tables.rowCapacity[row] < 0
        }
    }
    blocks = BlockSearch(tables)
    blocks.mostNodes = Self.nodesOfGroup
  }

  /// Every home refits.
  func refitAll(_ draft: Draft) {
    for home in 0..<tables.homeCount {
      let before = draft.value
      beginTrial(draft)
      choose(home, draft, eagerness: nil)
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
      var next = 0
      while next < losers.count, next < 8 {
        choose(losers[next], draft, eagerness: nil)
        next += 1
      }
      for row in vacant where !draft.isFull(row) {
        if let user = bestUser(row, draft) { choose(user, draft, eagerness: nil) }
      }
      draft.endTrial(isKept: draft.passesNoRow && draft.value >= before)
    }
  }

  private func beginTrial(_ draft: Draft) {
    losers.removeAll(keepingCapacity: true)
    vacant.removeAll(keepingCapacity: true)
    draft.beginTrial()
  }

  /// - Parameter eagerness: 64ths of a full row's price that its parts cost; nil leaves full rows alone.
  private func choose(_ home: Int, _ draft: Draft, eagerness: Int?) {
    let held = draft.chosen(inHome: home)
    for part in held {
      state[part] = isMovable[part] ? State.free : State.taken
      worth[part] = gain(part)
    }
    var isAny = false
    for part in tables.parts(home) where !draft.isIn[part] {
      state[part] = State.struck
      guard isMovable[part], let cost = cost(part, draft, held, eagerness) else { continue }
      worth[part] = gain(part) - cost
      state[part] = State.free
      isAny = isAny || worth[part] > 0
    }
    guard isAny, blocks.most(ofHome: home, worth: worth, state: state) != BlockSearch.impossible
    else { return }
    for position in 0..<blocks.pickedCount { isPicked[blocks.picked[position]] = true }
    for part in held where !isPicked[part] {
      draft.take(part)
      for index in tables.links(part) where tables.link[index].coefficient > 0 {
        vacant.append(Int(tables.link[index].row))
      }
    }
    for position in 0..<blocks.pickedCount {
      let part = Int(blocks.picked[position])
      isPicked[part] = false
      if !draft.isIn[part], makeRoom(part, home, draft) { draft.put(part) }
    }
  }

  private func gain(_ part: Int) -> Int {
    var gain = Int(tables.value[part]) * Pricing.unit
    for index in tables.links(part) where tables.link[index].coefficient < 0 {
      gain += pricing.price[tables.link[index].row]
    }
    return gain
  }

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
      var least = -1
      for entry in tables.entries(row) {
        let other = Int(tables.entry[entry].part)
        guard draft.isIn[other], tables.entry[entry].coefficient > 0, isMovable[other],
          Int(tables.home[other]) != home
        else { continue }
        if least < 0 || tables.value[other] < tables.value[least] { least = other }
      }
      guard least >= 0 else { return false }
      draft.take(least)
      losers.append(Int(tables.home[least]))
    }
    return true
  }

  /// The home of the part that would win most in a row with room.
  private func bestUser(_ row: Int, _ draft: Draft) -> Int? {
    var best = -1
    for index in tables.entries(row) where tables.entry[index].coefficient > 0 {
      let part = Int(tables.entry[index].part)
      guard isMovable[part], !draft.isIn[part] else { continue }
      if best < 0 || pricing.worth[part] > pricing.worth[best] { best = part }
    }
    return best < 0 ? nil : Int(tables.home[best])
  }
}
