/// A few homes set free while the rest of a plan stays: a problem of its own, small enough for `Branching`.
///
/// Large neighbourhood search (Shaw 1998, doi:10.1007/3-540-49481-2_30) with the bound's own terms as a guide:
/// the homes' bound less what the plan makes of them is all that can be won there, and a part that costs more
/// than that is left out.
struct Neighbourhood {
  let problem: PackingProblem
  /// The problem's parts in the whole, and its rows.
  let parts: [Int]
  let rows: [Int]
  /// In 64ths: what could be won at most.
  let gap: Int

  init(_ homes: [Int], _ pricing: Pricing, _ draft: Draft, _ rowPlace: borrowing Table<Int32>) {
    let tables = pricing.tables
    var made = PackingProblem()
    var (parts, rows): ([Int], [Int]) = ([], [])
    gap = Self.gap(homes, pricing, draft, rowPlace)
    for home in homes {
      let firstLimit = Int32(made.limitCapacity.count)
      for limit in tables.limitStart[home]..<tables.limitStart[home + 1] {
        made.limitCapacity.append(tables.capacity[limit])
        made.limitCountsPeople.append(tables.countsPeople[limit])
      }
      for part in tables.parts(home) {
        guard draft.isIn[part] || Self.isWorth(part, pricing, gap) else { continue }
        parts.append(part)
        made.person.append(tables.person[part])
        made.value.append(tables.value[part])
        made.isPinned.append(tables.isPinned[part])
        for index in tables.uses(part) {
          let use = tables.use[index]
          made.uses.append(
            .init(
              limit: use.limit - tables.limitStart[home] + firstLimit, amount: use.amount))
        }
        made.useStart.append(Int32(made.uses.count))
        for index in tables.links(part) {
          let link = tables.link[index]
          if rowPlace[link.row] < 0 {
            rowPlace[link.row] = Int32(rows.count)
            rows.append(Int(link.row))
          }
          made.links.append(.init(row: rowPlace[link.row], coefficient: link.coefficient))
        }
        made.linkStart.append(Int32(made.links.count))
      }
      made.homeStart.append(Int32(made.value.count))
      made.limitStart.append(Int32(made.limitCapacity.count))
    }
    made.rowCapacity = rows.map { tables.rowCapacity[$0] - Int(draft.activity[$0]) }
    for (position, part) in parts.enumerated() where draft.isIn[part] {
      for index in Int(made.linkStart[position])..<Int(made.linkStart[position + 1]) {
        made.rowCapacity[Int(made.links[index].row)] += Int(made.links[index].coefficient)
      }
    }
    for row in rows { rowPlace[row] = -1 }
    problem = made
    self.parts = parts
    self.rows = rows
  }

  /// The homes' bound and that of their rows, less what the plan makes of them.
  ///
  /// Rows count that a part worth considering takes of; which those are depends on the gap, so it is found in a
  /// few rounds, each from what the last left.
  private static func gap(
    _ homes: [Int], _ pricing: Pricing, _ draft: Draft, _ rowPlace: borrowing Table<Int32>
  ) -> Int {
    let tables = pricing.tables
    var gap = Int.max / 4
    for _ in 0..<3 {
      var (found, seen) = (0, [Int32]())
      for home in homes {
        found += pricing.most[home]
        for part in tables.parts(home) {
          if draft.isIn[part] { found -= pricing.worth[part] }
          guard draft.isIn[part] || isWorth(part, pricing, gap) else { continue }
          for index in tables.links(part) {
            let row = tables.link[index].row
            guard rowPlace[row] < 0 else { continue }
            rowPlace[row] = 0
            seen.append(row)
            found += pricing.price[row] * (tables.rowCapacity[Int(row)] - Int(draft.activity[row]))
          }
        }
      }
      for row in seen { rowPlace[row] = -1 }
      guard found < gap else { break }
      gap = found
    }
    return gap
  }

  private static func isWorth(_ part: Int, _ pricing: Pricing, _ gap: Int) -> Bool {
    pricing.state[part] == BlockSearch.State.free && pricing.worth[part] + gap >= 0
  }
}
