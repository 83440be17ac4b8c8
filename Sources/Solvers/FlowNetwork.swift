/// A directed network with supplies at its nodes and a capacity and a cost on each arc.
///
/// Every instance has passed the checks of its initialiser, so whoever holds one need not check
/// again. Parallel arcs, loops and arcs of capacity 0 are allowed.
public struct FlowNetwork: Hashable, Sendable {
  /// Units a node sends out (positive) or takes in (negative); they add up to 0.
  public let supply: [Int]
  public let from: [Int32]
  public let to: [Int32]
  /// The most units an arc may carry, 0 or more. Arcs are 32 bits wide because the search streams
  /// over them; everything that adds up is 64 bits.
  public let capacity: [Int32]
  /// Cost of one unit, any sign.
  public let cost: [Int32]
  /// The size of the largest cost.
  let largestCost: Int
  /// The sizes of the supplies added up.
  let totalSupply: Int
  /// No flow costs more than this, or less than its negative.
  let largestFlowCost: Int

  /// - Throws: `NetworkError` when the arrays do not describe a network or its sums could overflow.
  /// - Complexity: linear in nodes and arcs.
  public init(
    supply: [Int], from: [Int32], to: [Int32], capacity: [Int32], cost: [Int32]
  ) throws(NetworkError) {
    guard from.count == to.count, from.count == capacity.count, from.count == cost.count else {
      throw .arcArraysDiffer
    }
    guard supply.count + from.count <= Limit.nodesAndArcs else {
      throw .tooManyNodesAndArcs(supply.count + from.count)
    }
    self.supply = supply
    self.from = from
    self.to = to
    self.capacity = capacity
    self.cost = cost
    largestCost = cost.reduce(0) { max($0, abs(Int($1))) }
    totalSupply = try Self.checkedTotal(supply: supply)
    largestFlowCost = try Self.checkedFlowCost(
      nodes: Int32(supply.count), from: from, to: to, capacity: capacity, cost: cost)
  }

  var nodeCount: Int { supply.count }
  var arcCount: Int { from.count }
}

extension FlowNetwork {
  /// Bounds that keep the search inside its integer types.
  ///
  /// Let n be the nodes, C the largest cost, and M = n * C + 1 the cost of an artificial arc.
  /// - C is at most 2^31 by its type and n under 2^28, so M is at most 2^59. A path from the root has
  ///   one artificial arc and under n others, so a potential is under 2 * M <= 2^60, and a reduced
  ///   cost under C + 4 * M, less than 2^62.
  /// - Artificial arcs never carry more in all than at the start, at most the total supply (2^60): a circle
  ///   that raises two of them costs 2 * M more and saves less than n * C, so no pivot pushes along it.
  /// - Every flow costs at most the sum of capacity times size of cost, at most 2^61.
  /// - Arcs, artificial ones after them, and nodes are numbered in 32 bits.
  public enum Limit {
    public static let nodesAndArcs = (1 << 28) - 1
    public static let totalSupply = 1 << 60
    public static let flowCost = 1 << 61
  }

  /// Above any saving real arcs could make, so that artificial arcs empty first.
  var artificialCost: Int { nodeCount * largestCost + 1 }

  private static func checkedTotal(supply: [Int]) throws(NetworkError) -> Int {
    var total = 0
    var size = 0
    for amount in supply {
      guard amount.magnitude <= Limit.totalSupply - size else { throw .supplyCouldOverflow }
      size += abs(amount)
      total += amount
    }
    guard total == 0 else { throw .suppliesDoNotBalance(total) }
    return size
  }

  private static func checkedFlowCost(
    nodes: Int32, from: [Int32], to: [Int32], capacity: [Int32], cost: [Int32]
  ) throws(NetworkError) -> Int {
    var flowCost = 0
    for arc in from.indices {
      guard from[arc] >= 0, from[arc] < nodes, to[arc] >= 0, to[arc] < nodes else {
        throw .endOutOfRange(arc: arc)
      }
      guard capacity[arc] >= 0 else { throw .negativeCapacity(arc: arc) }
      let most = Int(capacity[arc]) * abs(Int(cost[arc]))
      guard most <= Limit.flowCost - flowCost else { throw .costCouldOverflow }
      flowCost += most
    }
    return flowCost
  }
}
