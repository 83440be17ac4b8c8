/// Finds the people worth judging for a need: those of its group who live near enough, by a grid.
///
/// Never misses an eligible person and never gives one twice; gives some who turn out barred.
/// Building costs a sort of the people in any group, a search about the people it gives.
struct CandidateIndex: Sendable {
  private let groups: Groups
  /// Members of each group, by row, in the order of their cells, and those cells.
  private var members: [Int32] = []
  private var cells: [Cell] = []
  private var groupStart: [Int]
  /// Each group's runs of members who travel about equally far.
  private var layers = Lists<Layer>()

  /// Searching fewer rows than this of the grid beats trying every member, however few they are.
  private static let fewRows = 64

  private struct Layer: Sendable {
    var number: UInt64
    var members: Range<Int>
    /// The farthest that anybody in it may travel, in straight-line metres.
    var reach: Int32
  }

  init(_ facts: Facts) {
    groups = Groups(facts)
    groupStart = Array(repeating: 0, count: groups.count + 1)
    let memberships = Memberships(groups, facts)
    for group in memberships.groups.items { groupStart[Int(group) + 1] += 1 }
    for group in 0..<groups.count { groupStart[group + 1] += groupStart[group] }
    fill(memberships, facts)
    for group in 0..<groups.count {
      addLayers(of: group, facts)
      layers.close()
    }
  }

  /// The rows of a need's group, wherever they live; in no order that means anything.
  func group(of need: Int) -> ArraySlice<Int32> {
    guard let group = groups.groupOfNeed[need] else { return [] }
    return members[groupStart[group]..<groupStart[group + 1]]
  }

  /// Calls `body` with the row of every person worth judging for a need.
  func forEachCandidate(of need: Int, _ facts: Facts, _ body: (Int) -> Void) {
    guard let group = groups.groupOfNeed[need] else { return }
    let place = facts.places.facts[Int(facts.needs.facts[need].place)]
    for index in layers.range(group) {
      let layer = layers.items[index]
      if layer.number == Cell.unlocatedLayer || !place.located || !facts.travelIsOn {
        for member in layer.members { body(Int(members[member])) }
      } else {
        search(layer, around: place) { if facts.reaches(row: $0, place) { body($0) } }
      }
    }
  }

  private func search(_ layer: Layer, around place: PlaceFacts, _ body: (Int) -> Void) {
    // A metre more than the limit: distances are rounded down before they are compared.
    func square(_ metres: Int32, _ step: Int64) -> Int32 {
      Cell.square(Int32(clamping: Int64(metres) + step))
    }
    let span = Int64(layer.reach) + 1
    let rows = square(place.northing, -span)...square(place.northing, span)
    let columns = square(place.easting, -span)...square(place.easting, span)
    if rows.count > max(CandidateIndex.fewRows, layer.members.count) {
      for member in layer.members { body(Int(members[member])) }
      return
    }
    for row in rows {
      let last = Cell(layer: layer.number, row: row, column: columns.upperBound)
      let first = Cell(layer: layer.number, row: row, column: columns.lowerBound)
      var member = firstMember(in: layer.members, notBefore: first)
      while member < layer.members.upperBound && cells[member] <= last {
        body(Int(members[member]))
        member += 1
      }
    }
  }

  private func firstMember(in range: Range<Int>, notBefore cell: Cell) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func fill(_ memberships: Memberships, _ facts: Facts) {
    members = Array(repeating: 0, count: memberships.groups.items.count)
    cells = Array(repeating: Cell(layer: 0, row: 0, column: 0), count: members.count)
    var next = groupStart
    for (cell, place) in memberships.inCellOrder(facts) {
      for index in memberships.groups.range(place) {
        let group = Int(memberships.groups.items[index])
        members[next[group]] = memberships.rows[place]
        cells[next[group]] = cell
        next[group] += 1
      }
    }
  }

  private mutating func addLayers(of group: Int, _ facts: Facts) {
    var start = groupStart[group]
    let end = groupStart[group + 1]
    while start < end {
      let number = cells[start].layer
      var stop = start
      var reach: Int32 = 0
      while stop < end && cells[stop].layer == number {
        reach = max(reach, facts.people.facts[Int(members[stop])].farthestReach)
        stop += 1
      }
      layers.add(Layer(number: number, members: start..<stop, reach: reach))
      start = stop
    }
  }
}
