/// Which stretch of a table each node's entries may fill.
///
/// One that is full moves to the end of the table, with room to grow.
struct Runs: ~Copyable {
  private let room: Table<Int32>
  private var used: Int
  private let size: Int

  /// - Parameters:
  ///   - nodes: how many have entries.
  ///   - size: the length of the table.
  ///   - room: how many entries each has room for now, one node's after another's.
  init(_ nodes: Int, size: Int, room: (Int) -> Int) {
    self.size = size
    self.room = Table(count: nodes) { Int32(room($0)) }
    used = (0..<nodes).reduce(0) { $0 + room($1) }
    assert(used <= size)
  }

  /// How many entries the table could still take at its end.
  var left: Int { size - used }

  /// What one more entry takes from the end of the table at most.
  static func most(toGrow count: Int) -> Int { count + count / 4 + 4 }

  /// Makes room for one more entry after a node's last.
  ///
  /// - Precondition: the table could take `most(toGrow: count)`.
  /// - Returns: where the node's entries begin from now on.
  mutating func grow<Element>(
    _ node: Int, first: Int, count: Int, in table: borrowing Table<Element>
  ) -> Int {
    guard count >= Int(room[node]) else { return first }
    let more = Self.most(toGrow: count)
    precondition(more <= left, "room is made before anything is added")
    let moved = used
    for index in 0..<count { table[moved + index] = table[first + index] }
    used += more
    room[node] = Int32(more)
    return moved
  }
}

/// The runs of a market that is to change.
struct NodeRuns: ~Copyable {
  var rows: Runs
  var columns: Runs
  var slots: Runs
  var holds: Runs
  var members: Runs

  init(_ market: borrowing Market) {
    rows = Runs(market.needCount, size: market.rows.count) { Int(market.needs[$0].length) }
    columns = Runs(market.candidateCount, size: market.columns.count) {
      market.columnRange($0).count
    }
    slots = Runs(market.candidateCount, size: market.slots.count) {
      Int(market.candidates[$0].capacity) + 1
    }
    holds = Runs(market.needCount, size: market.holds.count) { Int(market.needs[$0].units) + 1 }
    members = Runs(market.homes.count, size: market.member.count) { Int(market.homes[$0].members) }
  }

  func have(_ needed: RoomNeeded) -> Bool {
    needed.rows <= rows.left && needed.columns <= columns.left && needed.slots <= slots.left
      && needed.holds <= holds.left && needed.members <= members.left
  }
}

/// What a change may take from the ends of a market's tables, at most.
struct RoomNeeded {
  var rows = 0
  var columns = 0
  var slots = 0
  var holds = 0
  var members = 0

  /// For a run that grows to so many entries, one by one, and moves each time it is full.
  static func toGrow(to count: Int) -> Int { 7 * Runs.most(toGrow: count) }
}
