/// What a market that is to change has beyond what its network needs.
struct Spare {
  /// Needs, candidates and homes of each.
  var nodes: Int
  /// In rows, and as many in columns.
  var arcs: Int
  /// Of candidates, of what needs hold, and of homes' members.
  var places: Int
}

extension LayeredNetwork {
  /// So much for the changes of a day; when it is used up, the index is made again.
  var usualSpare: Spare {
    let nodes = needs.count + candidates.count
    return Spare(nodes: 64 + nodes / 64, arcs: 4_096 + rows.count, places: 1_024 + nodes)
  }

  /// The network with needs, candidates and homes more that have nothing: they stand for later ones.
  ///
  /// The candidates among them come from one more home, which stays without places.
  consuming func adding(spareNodes: Int) -> LayeredNetwork {
    let nobody = Candidate(capacity: 0, home: Int32(homeCapacity.count + spareNodes))
    let needs = needs + Array(repeating: Need(units: 0, penalty: 0), count: spareNodes)
    let candidates = candidates + Array(repeating: nobody, count: spareNodes)
    let homeCapacity = homeCapacity + Array(repeating: 0, count: spareNodes + 1)
    let rowStart = rowStart + Array(repeating: rowStart.last ?? 0, count: spareNodes)
    let arcCosts = arcCosts
    return LayeredNetwork(unchecked: needs, candidates, homeCapacity, rowStart, rows, arcCosts)
  }

  /// A network that another was made from, or could have been: nothing is checked again.
  init(
    unchecked needs: [Need], _ candidates: [Candidate], _ homeCapacity: [Int32], _ rowStart: [Int],
    _ rows: consuming Table<Arc>, _ arcCosts: ClosedRange<Int>
  ) {
    self.needs = needs
    self.candidates = candidates
    self.homeCapacity = homeCapacity
    self.rowStart = rowStart
    self.rows = rows
    self.arcCosts = arcCosts
  }
}
