/// Beginning from a plan that stands.
extension Construction {
  /// Adds as much of an earlier plan as can still be, dearest parts first, each with what it asks for.
  func keep(_ standing: [Int], in draft: Draft) {
    draft.beginTrial()
    let dearest = standing.sorted { (tables.value[$0], $1) > (tables.value[$1], $0) }
    for part in dearest where !draft.isIn[part] && draft.fits(part) && draft.hasRoom(part) {
      draft.put(part)
    }
    provideAll(draft)
    for row in 0..<tables.rowCount where tables.rowCapacity[row] >= 0 {
      giveUpAskers(ofRow: row, draft)
    }
    draft.endTrial(isKept: true)
    draft.tidy()
  }

  /// Takes out parts that nobody provides for, the cheapest first.
  private func giveUpAskers(ofRow row: Int, _ draft: Draft) {
    guard draft.isPassed(row) else { return }
    let askers = tables.entries(row).map { tables.entry[$0] }
      .filter { $0.coefficient > 0 && draft.isIn[$0.part] }.map { Int($0.part) }
    for part in askers.sorted(by: { (tables.value[$0], $0) < (tables.value[$1], $1) })
    where draft.isPassed(row) {
      draft.remove(part)
    }
  }

  private static let walks = 20

  /// Goes from a plan towards a sound one, only as far as rows that ask by themselves need it.
  ///
  /// A part for such a row comes in from the sound plan with its providers there; what is in its way goes out. Where
  /// that was for such a row too, its place is for the sound plan's part to fill in turn: steps that lack more for a
  /// while are taken only when no other is left.
  func walk(_ draft: Draft, towards sound: [Int]) {
    let isSound = Table(repeating: false, count: tables.partCount)
    for part in sound { isSound[part] = true }
    let owed = sound.filter(isOwed)
    var mayLose = false
    for _ in 0..<Self.walks where !draft.passesNoRow {
      var hasMoved = false
      for part in owed where !draft.passesNoRow && !draft.isIn[part] && draft.hasRoom(part) {
        let (lack, passed) = (owedLack(draft), draft.passedRows)
        draft.beginTrial()
        let isKept =
          force(part, into: draft, isSound) && draft.passedRows <= passed
          && (mayLose || owedLack(draft) <= lack)
        draft.endTrial(isKept: isKept)
        hasMoved = hasMoved || isKept
      }
      if !hasMoved, mayLose { return }
      mayLose = !hasMoved
    }
  }

  /// What rows with a capacity below 0 still ask for.
  private func owedLack(_ draft: Draft) -> Int {
    tables.owedRows.reduce(0) { $0 + max(0, Int(draft.activity[$1]) - tables.rowCapacity[$1]) }
  }

  /// Puts a part of a sound plan in, with what provides for it there, and takes out what is in the way.
  private func force(_ part: Int, into draft: Draft, _ isSound: borrowing Table<Bool>) -> Bool {
    var pending = [part]
    while let next = pending.popLast() {
      guard !draft.isIn[next] else { continue }
      while let limit = draft.shortLimit(of: next) {
        guard let victim = cheapest(usingLimit: limit, like: next, draft, isSound) else {
          return false
        }
        draft.remove(victim)
        guard !draft.isIn[victim] else { return false }
      }
      guard draft.hasRoom(next) else { return false }
      draft.put(next)
      for index in tables.links(next) where tables.link[index].coefficient > 0 {
        let row = Int(tables.link[index].row)
        guard draft.isPassed(row) else { continue }
        pending += tables.entries(row).map { tables.entry[$0] }
          .filter { $0.coefficient < 0 && isSound[$0.part] }.map { Int($0.part) }
      }
    }
    return true
  }

  /// Of the chosen parts of a home that use a limit, and are not of the sound plan.
  private func cheapest(
    usingLimit limit: Int32, like part: Int, _ draft: Draft, _ isSound: borrowing Table<Bool>
  ) -> Int? {
    var best: Int?
    for other in draft.chosen(inHome: Int(tables.home[part])) where !isSound[other] {
      guard tables.uses(other).contains(where: { tables.use[$0].limit == limit }) else { continue }
      if best.map({ tables.value[other] < tables.value[$0] }) ?? true { best = other }
    }
    return best
  }
}
