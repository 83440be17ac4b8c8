import Testing

@testable import Solvers

@Suite struct LeastCostPlacementTests {
  @Test(arguments: [0...9, -5...5, 0...1, 7...7, -1_000_000...1_000_000])
  func `tiny networks are solved as brute force solves them, with a proof`(
    costs: ClosedRange<Int>
  ) throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<rounds(400, soak: 20_000) {
      let tiny = Placement.random(
        needs: random.number(0...4), candidates: random.number(0...4), homes: 2,
        density: random.number(20...80), costs: costs, penalties: -3...12, using: &random)
      let found = try tiny.solved()
      try #require(found.cost == tiny.bruteForceCost(), "\(tiny)")
      try #require(found.isProven && tiny.objection(to: found) == nil, "\(tiny)")
    }
  }

  @Test(arguments: [0...10_000, 0...1, 5...5, -50...50])
  func `hundreds of needs cost what the network simplex finds`(costs: ClosedRange<Int>) throws {
    var random = SeededRandom(seed: 12)
    for _ in 0..<rounds(4, soak: 100) {
      let placement = Placement.random(
        needs: random.number(100...300), candidates: random.number(50...300),
        homes: random.number(1...150), density: random.number(2...12), costs: costs,
        penalties: 0...30_000, using: &random)
      let found = try placement.solved()
      #expect(found.cost == (try placement.flowCost()))
      #expect(found.isProven && placement.objection(to: found) == nil)
    }
  }

  /// Penalties that lie far apart, on few levels and on many: wider gaps than the search leaves open.
  @Test(arguments: [0...1, 3...9, 40...40, -5_000...5_000])
  func `penalties far apart decide as they are`(costs: ClosedRange<Int>) throws {
    var random = SeededRandom(seed: 14)
    let levels = [3, 60, 2_500, 40_000, 1_000_000, 80_000_000, 1 << 40]
    for round in 0..<rounds(200, soak: 10_000) {
      let isTiny = round % 10 > 0
      var placement = Placement.random(
        needs: isTiny ? random.number(1...4) : 120, candidates: isTiny ? random.number(1...4) : 90,
        homes: isTiny ? 2 : 60, density: isTiny ? 60 : 6, costs: costs, penalties: 0...0,
        using: &random)
      let known = random.number(1...(isTiny ? levels.count : levels.count - 1))
      for need in placement.penalty.indices {
        placement.penalty[need] = levels[random.number(0...known - 1)] + random.number(0...1)
      }
      let found = try placement.solved()
      try #require(
        found.cost == (isTiny ? placement.bruteForceCost() : try placement.flowCost()),
        "\(placement)")
      try #require(found.isProven && placement.objection(to: found) == nil, "\(placement)")
    }
  }

  @Test func `costs in whole steps, far from 0, are solved in those steps`() throws {
    var random = SeededRandom(seed: 15)
    for step in [1, 2, 1_000, 100_000_000] {
      for _ in 0..<rounds(20, soak: 1_000) {
        var placement = Placement.random(
          needs: 40, candidates: 30, homes: 20, density: 15, costs: -3...7, penalties: -9...30,
          using: &random)
        let small = try placement.solved().cost
        placement.penalty = placement.penalty.map { $0 * step - 11 }
        for need in placement.rows.indices {
          for pair in placement.rows[need].indices {
            placement.rows[need][pair].cost = placement.rows[need][pair].cost * step - 11
          }
        }
        let found = try placement.solved()
        #expect(found.cost == small * step - 11 * placement.units.reduce(0, +))
        #expect(found.isProven && placement.objection(to: found) == nil)
      }
    }
  }

  @Test(arguments: AdversarialTests.Costs.allCases)
  func `assignments that are hard for some method are proven`(
    costs: AdversarialTests.Costs
  ) throws {
    let size = 60
    var random = SeededRandom(seed: 3)
    let rows = (0..<size).map { row in
      (0..<size).map { Placement.Pair(candidate: $0, cost: costs.cost(row, $0, &random)) }
    }
    for penalty in [1 << 32, 1 << 45] {
      let assignment = Placement(
        units: Array(repeating: 1, count: size), penalty: Array(repeating: penalty, count: size),
        capacity: Array(repeating: 1, count: size), home: Array(0..<size),
        homeCapacity: Array(repeating: 1, count: size), rows: rows)
      let found = try assignment.solved()
      #expect(found.chosen.count == size)
      #expect(found.isProven && assignment.objection(to: found) == nil)
    }
  }

  @Test func `one more need in a chain moves everybody`() throws {
    let length = 3_000
    let chain = Placement(
      units: Array(repeating: 1, count: length + 1),
      penalty: (0...length).map { $0 == length ? 1_000_000 : 100 + $0 % 7 },
      capacity: Array(repeating: 1, count: length), home: Array(0..<length),
      homeCapacity: Array(repeating: 1, count: length),
      rows: (0...length).map { need in
        [need - 1, need].filter { (0..<length).contains($0) }.map {
          Placement.Pair(candidate: $0, cost: $0 == need ? 1 : 2)
        }
      })
    let found = try chain.solved()
    #expect(found.isProven && chain.objection(to: found) == nil)
    #expect(found.cost == (try chain.flowCost()))
  }

  @Test func `a home everybody shares is shared out`() throws {
    var random = SeededRandom(seed: 5)
    for capacity in [0, 1, 7, 60, 400] {
      var placement = Placement.random(
        needs: 200, candidates: 100, homes: 1, density: 10, costs: 0...500, penalties: 100...900,
        using: &random)
      placement.homeCapacity = [capacity]
      let found = try placement.solved()
      #expect(found.cost == (try placement.flowCost()))
      #expect(found.isProven && placement.objection(to: found) == nil)
    }
  }

  @Test func `the order of needs and candidates does not change the cost`() throws {
    var random = SeededRandom(seed: 6)
    for _ in 0..<rounds(5, soak: 200) {
      let one = Placement.random(
        needs: 80, candidates: 60, homes: 30, density: 10, costs: 0...99, penalties: 0...300,
        using: &random)
      let needs = Array(0..<80).shuffled(using: &random)
      var other = one
      other.units = needs.map { one.units[$0] }
      other.penalty = needs.map { one.penalty[$0] }
      other.rows = needs.map { one.rows[$0].shuffled(using: &random) }
      #expect(try one.solved().cost == (try other.solved().cost))
      let same = try one.solved()
      #expect(same == (try one.solved()), "the same network gives the same solution")
    }
  }

  @Test func `more for every arc of a need is paid by each unit it fills or leaves`() throws {
    var random = SeededRandom(seed: 7)
    let one = Placement.random(
      needs: 60, candidates: 60, homes: 20, density: 12, costs: 0...99, penalties: 0...300,
      using: &random)
    var other = one
    for need in other.rows.indices {
      other.penalty[need] += 17
      for pair in other.rows[need].indices { other.rows[need][pair].cost += 17 }
    }
    #expect(try other.solved().cost == (try one.solved().cost) + 17 * one.units.reduce(0, +))
    var doubled = one
    for need in doubled.rows.indices {
      doubled.penalty[need] *= 2
      for pair in doubled.rows[need].indices { doubled.rows[need][pair].cost *= 2 }
    }
    #expect(try doubled.solved().cost == 2 * (try one.solved().cost))
  }

  @Test func `costs at the edge of their type and penalties at the limit stay exact`() throws {
    for largest in [Int(Int32.max), 1 << 29, (1 << 29) - 1] {
      try expectExact(largest: largest)
    }
  }

  private func expectExact(largest: Int) throws {
    let edge = Placement(
      units: [1, 1, 2], penalty: [1 << 50, 1 << 50, -(1 << 50)], capacity: [1, 1, 1],
      home: [0, 0, 1],
      homeCapacity: [2, 1],
      rows: [
        [.init(candidate: 0, cost: largest), .init(candidate: 1, cost: -largest)],
        [.init(candidate: 1, cost: largest), .init(candidate: 2, cost: largest)],
        [.init(candidate: 2, cost: -largest)],
      ])
    let found = try edge.solved()
    #expect(found.cost == edge.bruteForceCost())
    #expect(found.isProven && edge.objection(to: found) == nil)
  }

  @Test func `what is no network is refused at the door`() throws {
    let sound = Placement(
      units: [1], penalty: [5], capacity: [1], home: [0], homeCapacity: [1],
      rows: [[.init(candidate: 0, cost: 2)]])
    func expect(_ error: NetworkError, _ change: (inout Placement) -> Void) {
      var placement = sound
      change(&placement)
      #expect(throws: error) { _ = try placement.solved() }
    }
    expect(.negativeSupply(node: 0)) { $0.units = [-1] }
    expect(.negativeCapacity(arc: 0)) { $0.capacity = [-1] }
    expect(.negativeCapacity(arc: 0)) { $0.homeCapacity = [-1] }
    expect(.endOutOfRange(arc: 0)) { $0.home = [1] }
    expect(.endOutOfRange(arc: 0)) { $0.rows[0][0].candidate = 1 }
    expect(.repeatedArc(1)) { $0.rows[0].append($0.rows[0][0]) }
    expect(.costCouldOverflow) { $0.penalty = [1 << 50 + 1] }
    expect(.costCouldOverflow) {
      $0.penalty = [1 << 50]
      $0.units = [1 << 11]
    }
    expect(.supplyCouldOverflow) { $0.units = [1 << 30 + 1] }
  }

  @Test func `stopped at any moment there is a plan and a bound below it`() throws {
    var random = SeededRandom(seed: 8)
    let placement = Placement.random(
      needs: 1_500, candidates: 900, homes: 400, density: 1, costs: 0...10_000,
      penalties: 5_000...30_000, using: &random)
    let best = try placement.solved().cost
    for looks in [0, 1, 2, 3, 5, 8] {
      var left = looks
      let found = leastCostPlacement(try placement.network()) {
        left -= 1
        return left < 0
      }
      #expect(placement.objection(to: found) == nil)
      #expect(found.bound <= best && best <= found.cost)
      if looks == 0 { #expect(!found.isProven && found.chosen.isEmpty) }
    }
  }
}
