/// Finds the people worth judging for a need: those of its group who live near enough, by a grid.
///
/// Never misses an eligible person and never gives one twice; gives some who turn out barred.
/// Building costs a sort of the people in any group, a search about the people it gives.
struct CandidateIndex: Sendable {
  private var groups: Groups
  /// Members of each group, by row, in the order of their cells, and those cells.
  private var members: [Int32] = []
  private var cells: [Cell] = []
  private var spots: [Spot] = []
  private var groupStart: [Int]
  /// Each group's runs of members who travel about equally far.
  private var layers = Lists<Layer>()

  /// Searching fewer rows than this of the grid beats trying every member, however few they are.
  private static let fewRows = 64

  /// Where a member's home is and how far they may travel, so that the many who live too far away
  /// are passed over in one run through memory.
  fileprivate struct Spot: Sendable {
    var easting: Int32
    var northing: Int32
    var reach: Int32

    /// Whether a place is inside the farthest limit, or not a metre beyond.
    @inline(__always)
    func reaches(_ place: PlaceFacts) -> Bool {
      let (east, north) = (
        Int64(easting) - Int64(place.easting), Int64(northing) - Int64(place.northing)
      )
      let limit = Int64(reach) + 1
      return east * east + north * north <= limit * limit
    }
  }

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

  /// The same people, looked for on behalf of other facts' needs.
  func regrouped(for facts: Facts) -> CandidateIndex {
    var copy = self
    copy.groups = groups.regrouped(for: facts)
    return copy
  }

  /// The rows of a need's group, wherever they live; in no order that means anything.
  func group(of need: Int) -> ArraySlice<Int32> {
    guard let group = groups.groupOfNeed[need] else { return [] }
    return members[groupStart[group]..<groupStart[group + 1]]
  }

  /// Calls `body` with the row of every person worth judging for a need.
  func forEachCandidate(
    of need: Int, _ flat: UnsafePointer<FlatFacts>, _ body: (Int) -> Void
  ) {
    guard let group = groups.groupOfNeed[need] else { return }
    let place = flat.pointee.places.facts[Int(flat.pointee.needs.facts[need].place)]
    for index in layers.range(group) {
      let layer = layers.items[index]
      if layer.number == Cell.unlocatedLayer || !place.located || !flat.pointee.travelIsOn {
        for member in layer.members { body(Int(members[member])) }
      } else {
        search(layer, around: place, body)
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
      for member in layer.members where spots[member].reaches(place) { body(Int(members[member])) }
      return
    }
    for row in rows {
      let last = Cell(layer: layer.number, row: row, column: columns.upperBound)
      let first = Cell(layer: layer.number, row: row, column: columns.lowerBound)
      var member = firstMember(in: layer.members, notBefore: first)
      while member < layer.members.upperBound && cells[member] <= last {
        if spots[member].reaches(place) { body(Int(members[member])) }
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
    spots = Array(repeating: Spot(easting: 0, northing: 0, reach: 0), count: members.count)
    var next = groupStart
    for (cell, place) in memberships.inCellOrder(facts) {
      let spot = Spot(of: facts.people.facts[Int(memberships.rows[place])], facts)
      for index in memberships.groups.range(place) {
        let group = Int(memberships.groups.items[index])
        members[next[group]] = memberships.rows[place]
        cells[next[group]] = cell
        spots[next[group]] = spot
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

extension CandidateIndex.Spot {
  fileprivate init(of person: PersonFacts, _ facts: Facts) {
    let home = person.home < 0 ? nil : facts.places.facts[Int(person.home)]
    self.init(
      easting: home?.easting ?? 0, northing: home?.northing ?? 0, reach: person.farthestReach)
  }
}
