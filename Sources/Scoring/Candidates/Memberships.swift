/// The people who belong to any group, ascending, and the groups of each.
struct Memberships {
  private(set) var people: [Int32] = []
  private(set) var groups = Lists<Int32>()

  init(_ all: Groups, _ facts: Facts) {
    for person in facts.people.facts.indices {
      all.forEachGroup(of: person, facts) { group in
        if !groups.items[groups.open].contains(Int32(group)) { groups.add(Int32(group)) }
      }
      if groups.open.isEmpty { continue }
      people.append(Int32(person))
      groups.close()
    }
  }

  /// Rows of `people` by cell; people of one cell in ascending order.
  func inCellOrder(_ facts: Facts) -> [(cell: Cell, row: Int)] {
    let rows = people.indices.map { row in
      let person = facts.people.facts[Int(people[row])]
      let home = person.home < 0 ? nil : facts.places.facts[Int(person.home)]
      return (cell: Cell(home, reach: person.farthestReach), row: row)
    }
    return rows.sorted { ($0.cell.key, $0.row) < ($1.cell.key, $1.row) }
  }
}
