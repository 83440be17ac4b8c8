import ArgumentParser
import Testing

@testable import bench

/// Flows that are deployments or assignments in disguise are recognised, and solved to the same cost and
/// an allowed flow on every arc.
struct FlowShapeTests {
  /// Node 0 is the pool; homes, candidates and needs follow. Nodes are renumbered by `seed`, since nothing
  /// may depend on their order.
  private static func flow(
    _ instance: DeploymentInstance, withHomes: Bool = true, seed: UInt64
  ) -> FlowInstance {
    let homes = withHomes ? instance.release.count : 0
    let people = 1 + homes
    let needs = people + instance.home.count
    let count = needs + instance.demand.count
    var order = Array(0..<Int32(count))
    var random = SeededRandom(seed, .chains)
    for index in order.indices { order.swapAt(index, index + random.below(count - index)) }
    var made = FlowInstance(supply: [Int](repeating: 0, count: count), arcs: [])
    func arc(_ from: Int, _ to: Int, _ capacity: Int32?, _ cost: Int32 = 0) {
      made.arcs.append(
        .init(from: order[from], to: order[to], lower: 0, capacity: capacity, cost: cost))
    }
    for home in 0..<homes { arc(0, 1 + home, instance.release[home]) }
    for (person, home) in instance.home.enumerated() {
      arc(withHomes ? 1 + Int(home) : 0, people + person, instance.cap[person])
    }
    for need in instance.demand.indices {
      made.supply[Int(order[0])] += Int(instance.demand[need])
      made.supply[Int(order[needs + need])] -= Int(instance.demand[need])
      arc(0, needs + need, nil, instance.penalty[need])
      for edge in instance.rowStart[need]..<instance.rowStart[need + 1] {
        arc(people + Int(instance.candidate[edge]), needs + need, 1, instance.cost[edge])
      }
    }
    return made
  }

  private static func deployment(_ shape: String) throws -> DeploymentInstance {
    try Generate.parse([shape, "--people", "50", "--needs", "80", "--edges", "6", "out"])
      .deployment()
  }

  @Test(arguments: ["tight", "loose", "unit", "balanced", "chain"], [1, 2])
  func `a deployment in disguise is recognised`(shape: String, seed: UInt64) throws {
    let plain = try Self.deployment(shape)
    let flow = Self.flow(plain, seed: seed)
    #expect(LayeredFlow(flow) != nil)
    let solved = try Solved(.flow(flow))
    #expect(try solved.objective == Solved(.deployment(plain)).objective)
    let check = MarksCheck(.flow(flow), solved.marks)
    #expect(check.complaint == nil)
    #expect(check.objective == solved.objective)
  }

  @Test func `candidates may hang from the pool itself`() throws {
    var plain = try Self.deployment("tight")
    let flow = Self.flow(plain, withHomes: false, seed: 3)
    #expect(LayeredFlow(flow) != nil)
    plain.release = plain.release.map { _ in 1_000 }
    let solved = try Solved(.flow(flow))
    #expect(try solved.objective == Solved(.deployment(plain)).objective)
    #expect(MarksCheck(.flow(flow), solved.marks).objective == solved.objective)
  }

  /// Each change keeps a valid flow that is no deployment any more; the general solver must agree with a
  /// recomputation from the flow it writes.
  @Test(arguments: 0..<6)
  func `a deployment with one thing changed is not taken for one`(change: Int) throws {
    let plain = try Self.deployment("tight")
    var flow = Self.flow(plain, seed: 1)
    let pool = try #require(flow.onlySource)
    let release = try #require(
      flow.arcs.firstIndex {
        $0.from == pool && flow.supply[Int($0.to)] == 0 && $0.capacity ?? 0 > 0
      })
    let penalty = try #require(flow.arcs.firstIndex { $0.capacity == nil })
    let home = flow.arcs[release].to
    switch change {
    case 0: flow.arcs[release].cost = 1
    case 1: flow.arcs[release].lower = 1
    case 2: flow.arcs[penalty].cost = -1
    case 3: flow.arcs.append(flow.arcs[penalty])
    case 4:
      flow.arcs.append(.init(from: flow.arcs[penalty].to, to: home, lower: 0, capacity: 1, cost: 0))
    default: flow.arcs.append(.init(from: home, to: Int32(pool), lower: 0, capacity: 1, cost: 0))
    }
    #expect(LayeredFlow(flow) == nil)
    let solved = try Solved(.flow(flow))
    if change != 1 || solved.status == "OPTIMAL" {
      #expect(MarksCheck(.flow(flow), solved.marks).objective == solved.objective)
    }
  }

  @Test func `an assignment in disguise is recognised`() throws {
    let text = """
      p min 4 6
      n 1 1
      n 2 -1
      n 3 1
      n 4 -1
      a 1 2 0 1 5
      a 1 4 0 -1 2
      a 3 2 0 9 7
      a 3 4 0 1 1
      a 1 4 0 1 1
      a 3 2 0 0 0
      """
    let scratch = try Scratch()
    let stored = try StoredInstance(contentsOf: scratch.file(text))
    guard case .flow(let flow) = stored else {
      Issue.record("recognised as something else")
      return
    }
    #expect(UnitFlow(flow) != nil)
    let solved = try Solved(stored)
    #expect(solved.objective == 6)
    #expect(solved.marks == [1, 0, 0, 1, 0, 0])
    #expect(MarksCheck(stored, solved.marks).objective == 6)
  }
}
