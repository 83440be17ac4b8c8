/// A few homes set free while the rest of a plan stays: a problem of its own, small enough for `Branching`.
///
/// Large neighbourhood search (Shaw 1998, doi:10.1007/3-540-49481-2_30) with the bound's own terms as a guide:
/// the homes' bound less what the plan makes of them is all that can be won there, and a part that costs more
/// than that is left out.
struct Neighbourhood {
  private(set) var problem: PackingProblem
  /// The problem's parts in the whole, and its rows.
  let parts: [Int]
  let rows: [Int]
  /// In 64ths: what could be won at most.
  let gap: Int

  init(_ homes: [Int], _ pricing: Pricing, _ draft: Draft, _ rowPlace: borrowing Table<Int32>) {
    let tables = pricing.tables
    gap = Self.gap(homes, pricing, draft, rowPlace)
    var made = PackingExtract()
    for home in homes {
      made.addLimits(home, tables)
      for part in tables.parts(home) where draft.isIn[part] || Self.isWorth(part, pricing, gap) {
        made.add(part, tables, rowPlace)
      }
      made.closeHome()
    }
    (problem, parts, rows) = (made.problem, made.parts, made.rows)
    // What the rest of the plan leaves of each row.
    problem.rowCapacity = rows.map { tables.rowCapacity[$0] - Int(draft.activity[$0]) }
    for (position, part) in parts.enumerated() where draft.isIn[part] {
      for index in Int(problem.linkStart[position])..<Int(problem.linkStart[position + 1]) {
        let link = problem.links[index]
        problem.rowCapacity[Int(link.row)] += Int(link.coefficient)
      }
    }
    for row in rows { rowPlace[row] = -1 }
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
