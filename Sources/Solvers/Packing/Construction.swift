/// Builds plans from prices: parts in the order of their worth, each with what it asks for.
struct Construction {
  let pricing: Pricing
  var tables: PackingTables { pricing.tables }

  /// A plan that is there before any search: pinned parts, what they ask for, and what there is to begin from.
  func first(_ start: PackingStart) throws(PackingError) -> Draft {
    let draft = try pinned()
    if !take(start.sound, into: draft) {
      provideAll(draft)
      addOwed(draft)
      addEach(start.sound, to: draft)
    }
    if !start.standing.isEmpty {
      addEach(start.standing, to: draft)
      let kept = try pinned()
      keep(start.standing, in: kept)
      walk(kept, towards: start.sound)
      addEach(start.standing, to: kept)
      if kept.passesNoRow, !draft.passesNoRow || kept.value >= draft.value { return kept }
    }
    if !draft.passesNoRow { try search(draft) }
    return draft
  }

  private func pinned() throws(PackingError) -> Draft {
    let draft = Draft(tables)
    for part in 0..<tables.partCount where tables.isPinned[part] {
      guard draft.fits(part) else { throw .pinnedDoesNotFit(part: part) }
      draft.put(part)
    }
    return draft
  }

  /// Takes a choice as a whole; false, and nothing is changed, when it passes a limit or row.
  private func take(_ parts: [Int], into draft: Draft) -> Bool {
    var added: [Int] = []
    for part in parts where !draft.isIn[part] {
      guard draft.fits(part) else { break }
      draft.put(part)
      added.append(part)
    }
    if parts.allSatisfy({ draft.isIn[$0] }), draft.passesNoRow { return true }
    for part in added { draft.take(part) }
    return false
  }

  private func addEach(_ parts: [Int], to draft: Draft) {
    for part in parts where !draft.isIn[part] {
      _ = draft.add(part, by: pricing, leastGain: .min / 2)
    }
  }

  /// A plan from the prices alone; it may pass rows when nothing better was found.
  ///
  /// - Parameter known: a plan whose parts for rows that ask by themselves are taken first, with those that provide
  ///   for them there.
  func plan(keeping known: Draft? = nil) -> Draft {
    let draft = Draft(tables)
    for part in 0..<tables.partCount where tables.isPinned[part] { draft.put(part) }
    if let known {
      for part in known.chosen() where isOwed(part) || tables.isPinned[part] {
        keep(part, of: known, in: draft)
      }
    }
    provideAll(draft)
    addOwed(draft)
    fill(draft)
    return draft
  }

  /// Takes over a part of a plan with what provides for it there: these fit together.
  private func keep(_ part: Int, of known: Draft, in draft: Draft) {
    if !draft.isIn[part] { draft.put(part) }
    for index in tables.links(part) where tables.link[index].coefficient > 0 {
      for other in tables.entries(Int(tables.link[index].row)) {
        let entry = tables.entry[other]
        guard entry.coefficient < 0, known.isIn[entry.part], !draft.isIn[entry.part] else {
          continue
        }
        keep(Int(entry.part), of: known, in: draft)
      }
    }
  }

  /// What pinned parts ask for.
  func provideAll(_ draft: Draft) {
    for row in 0..<tables.rowCount where draft.isPassed(row) && tables.rowCapacity[row] >= 0 {
      _ = draft.provide(row, by: pricing)
    }
  }

  /// Parts for rows with a capacity below 0, which ask by themselves.
  private func addOwed(_ draft: Draft) {
    for row in tables.owedRows {
      let parts = tables.entries(row).filter { tables.entry[$0].coefficient < 0 }
        .map { Int(tables.entry[$0].part) }
      add(parts, to: draft, leastGain: .min / 2)
    }
  }

  func isOwed(_ part: Int) -> Bool {
    tables.links(part).contains {
      tables.link[$0].coefficient < 0 && tables.rowCapacity[Int(tables.link[$0].row)] < 0
    }
  }

  /// Fills a draft with what the bound's own choice holds, then with what rows still have room for.
  ///
  /// - Complexity: sorts the parts of the rows with room.
  private func fill(_ draft: Draft) {
    let own = (0..<tables.partCount).filter { pricing.isChosen[$0] && !draft.isIn[$0] }
    add(own, to: draft, leastGain: 1)
    var rest: [Int] = []
    for row in 0..<tables.rowCount where hasRoom(row, draft) {
      for index in tables.entries(row) {
        let part = Int(tables.entry[index].part)
        if tables.value[part] > 0, !draft.isIn[part] { rest.append(part) }
      }
    }
    rest += tables.loose.filter { !draft.isIn[$0] }
    add(rest, to: draft, leastGain: 1)
    draft.tidy()
  }

  private func hasRoom(_ row: Int, _ draft: Draft) -> Bool {
    !tables.isProvided[row] && !draft.isFull(row)
  }

  private func add(_ parts: [Int], to draft: Draft, leastGain: Int) {
    let ordered = parts.map { (net: pricing.netWorth($0), part: $0) }
      .sorted { ($0.net, $1.part) > ($1.net, $0.part) }.map(\.part)
    for part in ordered where !draft.isIn[part] {
      _ = draft.add(part, by: pricing, leastGain: leastGain)
    }
  }

  private static let workOfSearch = 100_000

  /// Looks for any plan at all where adding in turn found none.
  private func search(_ draft: Draft) throws(PackingError) {
    let copy = Pricing(tables)
    copy.setPrices { pricing.price[$0] }
    let branching = Branching(copy, bestValue: -(1 << 40), mostWork: Self.workOfSearch)
    branching.runToFirst()
    guard let parts = branching.bestParts else { throw fault(draft) }
    draft.empty()
    for part in parts { draft.put(part) }
  }

  private func fault(_ draft: Draft) -> PackingError {
    let row = (0..<tables.rowCount).first { draft.isPassed($0) } ?? 0
    guard tables.rowCapacity[row] >= 0 else { return .rowNotMet(row: row) }
    let pinned = tables.entries(row).map { tables.entry[$0] }
      .first { $0.coefficient > 0 && tables.isPinned[$0.part] }
    guard let pinned else { return .rowNotMet(row: row) }
    return tables.isProvided[row]
      ? .pinnedLacksProvider(part: Int(pinned.part)) : .pinnedDoesNotFit(part: Int(pinned.part))
  }
}
