/// What is left open of a problem: homes with free parts, those and what is taken of them.
struct OpenRest {
  private typealias State = BlockSearch.State

  private(set) var problem: PackingProblem
  /// The problem's parts in the whole, and its rows.
  let parts: [Int]
  let rows: [Int]
  /// Parts taken of the homes that are left out.
  let settled: [Int]

  init(of pricing: Pricing) {
    let tables = pricing.tables
    let rowPlace = Table<Int32>(repeating: -1, count: tables.rowCount)
    var made = PackingExtract()
    var settled: [Int] = []
    for home in 0..<tables.homeCount {
      let parts = tables.parts(home)
      guard parts.contains(where: { pricing.state[$0] == State.free }) else {
        settled += parts.filter { pricing.state[$0] == State.taken }
        continue
      }
      made.addLimits(home, tables)
      for part in parts where pricing.state[part] != State.struck {
        made.add(part, tables, rowPlace, isTaken: pricing.state[part] == State.taken)
      }
      made.closeHome()
    }
    (problem, parts, rows, self.settled) = (made.problem, made.parts, made.rows, settled)
    problem.rowCapacity = rows.map { tables.rowCapacity[$0] }
    for part in settled {
      for index in tables.links(part) {
        let link = tables.link[index]
        guard rowPlace[link.row] >= 0 else { continue }
        problem.rowCapacity[Int(rowPlace[link.row])] -= Int(link.coefficient)
      }
    }
  }
}
