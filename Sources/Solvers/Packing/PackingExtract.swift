/// Homes copied out of a problem with some of their parts.
struct PackingExtract {
  var problem = PackingProblem()
  var parts: [Int] = []
  var rows: [Int] = []
  private var firstLimit: Int32 = 0

  mutating func addLimits(_ home: Int, _ tables: PackingTables) {
    firstLimit = Int32(problem.limitCapacity.count) - tables.limitStart[home]
    for limit in tables.limitStart[home]..<tables.limitStart[home + 1] {
      problem.limitCapacity.append(tables.capacity[limit])
      problem.limitCountsPeople.append(tables.countsPeople[limit])
    }
  }

  mutating func closeHome() {
    problem.homeStart.append(Int32(parts.count))
    problem.limitStart.append(Int32(problem.limitCapacity.count))
  }

  mutating func add(
    _ part: Int, _ tables: PackingTables, _ rowPlace: borrowing Table<Int32>,
    isTaken: Bool = false
  ) {
    parts.append(part)
    problem.person.append(tables.person[part])
    problem.value.append(tables.value[part])
    problem.isPinned.append(isTaken || tables.isPinned[part])
    for index in tables.uses(part) {
      let use = tables.use[index]
      problem.uses.append(.init(limit: use.limit + firstLimit, amount: use.amount))
    }
    problem.useStart.append(Int32(problem.uses.count))
    for index in tables.links(part) {
      let link = tables.link[index]
      if rowPlace[link.row] < 0 {
        rowPlace[link.row] = Int32(rows.count)
        rows.append(Int(link.row))
      }
      problem.links.append(.init(row: rowPlace[link.row], coefficient: link.coefficient))
    }
    problem.linkStart.append(Int32(problem.links.count))
  }
}
