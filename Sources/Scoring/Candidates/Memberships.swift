/// The rows of people who belong to any group, ascending, and the groups of each.
struct Memberships {
  private(set) var rows: [Int32] = []
  private(set) var groups = Lists<Int32>()

  init(_ all: Groups, _ facts: Facts) {
    for row in facts.people.facts.indices {
      all.forEachGroup(of: row, facts) { group in
        if !groups.items[groups.open].contains(Int32(group)) { groups.add(Int32(group)) }
      }
      if groups.open.isEmpty { continue }
      rows.append(Int32(row))
      groups.close()
    }
  }

  /// Places in `rows` by cell; those of one cell in ascending order.
  func inCellOrder(_ facts: Facts) -> [(cell: Cell, index: Int)] {
    let cells = rows.indices.map { index in
      let person = facts.people.facts[Int(rows[index])]
      let home = person.home < 0 ? nil : facts.places.facts[Int(person.home)]
      return (cell: Cell(home, reach: person.farthestReach), index: index)
    }
    return cells.sorted { ($0.cell.key, $0.index) < ($1.cell.key, $1.index) }
  }
}
