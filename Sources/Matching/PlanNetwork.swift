import Domain
import Solvers

/// A problem as a flow network, one for each stage.
///
/// Units flow need -> person -> home -> sink over pairs, or straight from need to sink when left
/// unfilled; unfilled units of must-fill needs go through one `pool` node, whose arc to the sink
/// holds no more than the limit. Nodes are numbered needs, people, homes, pool, sink. Arcs are
/// numbered pairs first, then one out of each node but the sink, in the order of nodes.
struct PlanNetwork {
  let problem: MatchingProblem
  /// Its unit, its person and its place at home are not there to be planned.
  let forced: ForcedPair?

  var personBase: Int { problem.needs.count }
  var homeBase: Int { personBase + problem.homeOfPerson.count }
  var pool: Int { homeBase + problem.homeCapacity.count }
  var sink: Int { pool + 1 }

  /// The network of a stage; in the points stage the arc of a pair has the pair's position.
  ///
  /// Pairs hold 2 and unfilled arcs one more than the units, more than ever comes, so that they are
  /// never full and their reduced costs never below 0: what is scarce is priced at people, homes and
  /// the limit alone.
  func network(for stage: Stage) throws(NetworkError) -> FlowNetwork {
    let units = problem.needs.indices.map { self.units(of: $0, in: stage) }
    let total = units.reduce(0, +)
    var limit = total + 1
    if case .points(let mustFillUnfilledLimit) = stage { limit = mustFillUnfilledLimit }
    let pairs = pairArcs(for: stage)
    let noSupply = [Int](repeating: 0, count: sink - personBase)
    return try FlowNetwork(
      supply: units + noSupply + [-total],
      from: pairs.from + (0..<Int32(sink)),
      to: pairs.to + nextNodes(),
      capacity: [Int32](repeating: 2, count: pairs.from.count)
        + units.map { Int32($0 + 1) } + peopleCapacity() + homesCapacity() + [Int32(limit)],
      cost: pairs.cost + problem.needs.map { penalty(of: $0, in: stage) }
        + noSupply.map { Int32($0) })
  }

  /// Everything unfilled, people and homes waiting: a tree over the arcs out of each node.
  func start(pairArcs: Int) -> StartingTree {
    StartingTree(arcToParent: (0..<Int32(sink)).map { Int32(pairArcs) + $0 } + [-1])
  }
}

extension PlanNetwork {
  /// Units of a need the plan may fill, 0 for a need that takes no part.
  private func units(of need: Int, in stage: Stage) -> Int {
    let open = problem.needs[need].units - (need == forced?.need ? 1 : 0)
    return takesPart(problem.needs[need], in: stage) ? open : 0
  }

  private func takesPart(_ need: MatchingProblem.NeedNode, in stage: Stage) -> Bool {
    if case .mustFill = stage { need.mustFill } else { true }
  }

  private func penalty(of need: MatchingProblem.NeedNode, in stage: Stage) -> Int32 {
    if case .mustFill = stage { 1 } else { Int32(need.penalty) }
  }

  private func pairArcs(for stage: Stage) -> (from: [Int32], to: [Int32], cost: [Int32]) {
    var arcs: (from: [Int32], to: [Int32], cost: [Int32]) = ([], [], [])
    for (need, node) in problem.needs.enumerated() where takesPart(node, in: stage) {
      let row = problem.pairStart[need]..<problem.pairStart[need + 1]
      arcs.from.append(contentsOf: repeatElement(Int32(need), count: row.count))
      arcs.to.append(contentsOf: problem.pairPerson[row].lazy.map { Int32(personBase) + $0 })
      if case .mustFill = stage {
        arcs.cost.append(contentsOf: repeatElement(0, count: row.count))
      } else {
        arcs.cost.append(contentsOf: problem.pairPoints[row].lazy.map { -$0 })
      }
    }
    return arcs
  }

  /// Where the arc out of each node but the sink leads.
  private func nextNodes() -> [Int32] {
    problem.needs.map { Int32($0.mustFill ? pool : sink) }
      + problem.homeOfPerson.map { Int32(homeBase) + $0 }
      + [Int32](repeating: Int32(sink), count: problem.homeCapacity.count + 1)
  }

  private func peopleCapacity() -> [Int32] {
    problem.homeOfPerson.indices.map { $0 == forced?.person ? 0 : 1 }
  }

  /// A capacity above the number of people is cut to one more than that, still never full.
  private func homesCapacity() -> [Int32] {
    let enough = problem.homeOfPerson.count + 1
    return problem.homeCapacity.indices.map {
      Int32(min(enough, problem.homeCapacity[$0] - ($0 == forced?.home ? 1 : 0)))
    }
  }
}
