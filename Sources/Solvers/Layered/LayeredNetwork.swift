/// Needs that take candidates, who come from homes: what `leastCostPlacement` solves.
///
/// Choose arcs so that a need gets at most its units, a candidate serves at most its capacity and a
/// home lets go at most its own; the costs of the chosen arcs and the penalties of the units left
/// unfilled, added up, are to be least. An arc is chosen once or not at all. It is the minimum-cost flow
/// of the layers need -> candidate -> home; an assignment is the case where everything is 1.
///
/// Every instance has passed the checks of its initialiser. It is consumed by the search, which works
/// on the arcs where they lie: at ten million arcs a copy would be felt.
public struct LayeredNetwork: ~Copyable {
  public struct Need: Hashable, Sendable {
    /// How many candidates it asks for, 0 or more.
    public var units: Int32
    /// Cost of a unit left unfilled, any sign; an arc that costs more is never worth it.
    public var penalty: Int

    public init(units: Int32, penalty: Int) {
      self.units = units
      self.penalty = penalty
    }
  }

  public struct Candidate: Hashable, Sendable {
    /// How many needs it can serve, 0 or more.
    public var capacity: Int32
    public var home: Int32

    public init(capacity: Int32, home: Int32) {
      self.capacity = capacity
      self.home = home
    }
  }

  let needs: [Need]
  let candidates: [Candidate]
  let homeCapacity: [Int32]
  let rowStart: [Int]
  /// The other end of each arc and its cost, in rows of needs.
  let rows: Table<Arc>
  /// From the least cost of an arc to the largest, 0 among them when there are no arcs.
  let arcCosts: ClosedRange<Int>

  /// - Parameters:
  ///   - homeCapacity: places each home can let go, 0 or more.
  ///   - rowStart: arcs of need `n` are `rowStart[n]..<rowStart[n + 1]`, to different candidates.
  ///   - candidate: the candidate of each arc.
  ///   - cost: the cost of each arc, any sign.
  /// - Throws: `NetworkError` when the arrays do not describe a network or its sums could overflow.
  /// - Complexity: linear in needs, candidates, homes and arcs.
  public init(
    needs: [Need], candidates: [Candidate], homeCapacity: [Int32], rowStart: [Int],
    candidate: [Int32], cost: [Int32]
  ) throws(NetworkError) {
    guard candidate.count == cost.count else { throw .arcArraysDiffer }
    try Self.checkSizes(needs, candidates, homeCapacity, rowStart, arcs: candidate.count)
    try Self.checkRows(rowStart, candidate, candidates: candidates.count)
    let arcCosts = Self.range(of: cost)
    let largestArcCost = max(abs(arcCosts.lowerBound), abs(arcCosts.upperBound))
    let largestCost = needs.reduce(largestArcCost) { max($0, Int(clamping: $1.penalty.magnitude)) }
    try Self.checkSums(needs, largestCost: largestCost)
    self.needs = needs
    self.candidates = candidates
    self.homeCapacity = homeCapacity
    self.rowStart = rowStart
    self.arcCosts = arcCosts
    rows = Table(count: candidate.count) { Arc(end: candidate[$0], cost: cost[$0]) }
  }
}

extension LayeredNetwork {
  /// Bounds that keep both searches inside their integer types.
  ///
  /// Searches work on costs times `Market.fineness` (at most 4). Let C be the largest size of cost or
  /// penalty, at most 2^50. Prices begin at 0; bids stop at the penalty, so no price of a candidate or
  /// home passes 2 C and a step; a need's price lies between -C and C, because leaving it unfilled costs
  /// no more; so a distance of the exact search is under 4 C. Times 4 that stays below 2^55, and the search
  /// packs a value with three bits of position into 64. `far`, 2^58, is above them all.
  public enum Limit {
    public static let nodesAndArcs = (1 << 28) - 1
    public static let cost = 1 << 50
    /// What the costs of a solution may add up to in size.
    public static let totalCost = 1 << 60
    /// Units asked for in all.
    public static let units = 1 << 30
  }

  private static func range(of costs: [Int32]) -> ClosedRange<Int> {
    guard var least = costs.first, var most = costs.first else { return 0...0 }
    for cost in costs {
      least = min(least, cost)
      most = max(most, cost)
    }
    return Int(least)...Int(most)
  }

  private static func checkSizes(
    _ needs: [Need], _ candidates: [Candidate], _ homeCapacity: [Int32], _ rowStart: [Int],
    arcs: Int
  ) throws(NetworkError) {
    let size = needs.count + candidates.count + homeCapacity.count + arcs
    guard size <= Limit.nodesAndArcs else { throw .tooManyNodesAndArcs(size) }
    guard rowStart.count == needs.count + 1, rowStart.first == 0, rowStart.last == arcs
    else { throw .arcArraysDiffer }
    var units = 0
    for (index, need) in needs.enumerated() {
      guard need.units >= 0 else { throw .negativeSupply(node: index) }
      units += Int(need.units)
    }
    guard units <= Limit.units else { throw .supplyCouldOverflow }
    for (index, candidate) in candidates.enumerated() {
      guard candidate.capacity >= 0 else { throw .negativeCapacity(arc: index) }
      guard homeCapacity.indices.contains(Int(candidate.home)) else {
        throw .endOutOfRange(arc: index)
      }
    }
    for (index, capacity) in homeCapacity.enumerated() where capacity < 0 {
      throw .negativeCapacity(arc: index)
    }
  }

  private static func checkRows(
    _ rowStart: [Int], _ candidate: [Int32], candidates: Int
  ) throws(NetworkError) {
    var lastRow = [Int32](repeating: -1, count: candidates)
    for need in 0..<rowStart.count - 1 {
      guard rowStart[need] <= rowStart[need + 1], rowStart[need + 1] <= candidate.count else {
        throw .arcArraysDiffer
      }
      for arc in rowStart[need]..<rowStart[need + 1] {
        guard candidate[arc] >= 0, candidate[arc] < candidates else {
          throw .endOutOfRange(arc: arc)
        }
        let end = Int(candidate[arc])
        guard lastRow[end] != Int32(need) else { throw .repeatedArc(arc) }
        lastRow[end] = Int32(need)
      }
    }
  }

  static func checkSums(_ needs: [Need], largestCost: Int) throws(NetworkError) {
    guard largestCost <= Limit.cost else { throw .costCouldOverflow }
    var left = Limit.totalCost
    for need in needs {
      let (most, overflow) = largestCost.multipliedReportingOverflow(by: Int(need.units))
      guard !overflow, most <= left else { throw .costCouldOverflow }
      left -= most
    }
  }
}
