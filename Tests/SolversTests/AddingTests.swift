import Testing

@testable import Solvers

/// Needs, people and schools that come to a network already solved.
@Suite struct AddingTests {
  /// Pairs by what they join, whatever their position.
  private func chosen(_ placement: Placement, _ found: LayeredOptimum) -> Set<[Int]> {
    let pairs = placement.rows.enumerated().flatMap { need, row in row.map { [need, $0.candidate] }
    }
    return Set(found.chosen.map { pairs[$0] })
  }

  private func addNeed(
    _ placement: inout Placement, _ replanner: inout Replanner, _ random: inout SeededRandom
  ) throws {
    let row = placement.capacity.indices.filter { _ in random.number(0...2) == 0 }.map {
      Placement.Pair(candidate: $0, cost: random.number(0...200))
    }
    placement.units.append(random.number(0...3))
    placement.penalty.append(random.number(50...600))
    placement.rows.append(row)
    let number = try replanner.addNeed(
      .init(units: Int32(placement.units.last!), penalty: placement.penalty.last!),
      candidates: row.map { Int32($0.candidate) }, costs: row.map { Int32($0.cost) })
    #expect(number == placement.units.count - 1)
  }

  private func addCandidate(
    _ placement: inout Placement, _ replanner: inout Replanner, _ random: inout SeededRandom
  ) throws {
    let needs = placement.units.indices.filter { _ in random.number(0...2) == 0 }
    let costs = needs.map { _ in random.number(0...200) }
    placement.capacity.append(random.number(0...3))
    placement.home.append(random.number(0...placement.homeCapacity.count - 1))
    let number = placement.capacity.count - 1
    for (need, cost) in zip(needs, costs) {
      placement.rows[need].append(.init(candidate: number, cost: cost))
    }
    let added = try replanner.addCandidate(
      .init(capacity: Int32(placement.capacity[number]), home: Int32(placement.home[number])),
      needs: needs.map { Int32($0) }, costs: costs.map { Int32($0) })
    #expect(added == number)
  }

  @Test func `what comes to a solved network is placed as if it had always been there`() throws {
    var random = SeededRandom(seed: 61)
    for round in 0..<rounds(25, soak: 1_000) {
      var placement = Placement.random(
        needs: random.number(1...20), candidates: random.number(1...12),
        homes: random.number(1...5), density: 30, costs: 0...200, penalties: 50...600,
        using: &random)
      // Every other time hardly anything is to spare, so that the index is made again and again.
      var replanner = Replanner(
        try placement.network(), from: nil,
        spare: round % 2 == 0
          ? try placement.network().usualSpare : Spare(nodes: 1, arcs: 3, places: 3))
      var before = chosen(placement, replanner.optimum())
      for _ in 0..<25 {
        switch random.number(0...5) {
        case 0, 1: try addNeed(&placement, &replanner, &random)
        case 2, 3: try addCandidate(&placement, &replanner, &random)
        case 4:
          placement.homeCapacity.append(random.number(0...3))
          let home = replanner.addHome(capacity: Int32(placement.homeCapacity.last!))
          #expect(home == placement.homeCapacity.count - 1)
        default:
          let one = random.number(0...placement.capacity.count - 1)
          let need = random.number(0...placement.units.count - 1)
          placement.capacity[one] += 2
          placement.units[need] += 2
          replanner.changeCapacity(ofCandidate: one, by: 2)
          replanner.changeUnits(ofNeed: need, by: 2)
        }
        let found = replanner.optimum()
        try #require(placement.objection(to: found) == nil, "\(placement)")
        try #require(found.isProven && found.cost == replanner.cost())
        try #require(found.cost == (try placement.solved().cost))
        let now = chosen(placement, found)
        let changes = replanner.takeChanges()
        #expect(
          Set(changes.filter(\.isChosen).map { [$0.need, $0.candidate] }) == now.subtracting(before)
        )
        #expect(
          Set(changes.filter { !$0.isChosen }.map { [$0.need, $0.candidate] })
            == before.subtracting(now))
        before = now
      }
    }
  }

  @Test func `small networks grown from nothing cost what brute force finds`() throws {
    var random = SeededRandom(seed: 62)
    for _ in 0..<rounds(100, soak: 10_000) {
      var placement = Placement(
        units: [], penalty: [], capacity: [], home: [], homeCapacity: [2], rows: [])
      var replanner = Replanner(try placement.network())
      for _ in 0..<4 {
        try addNeed(&placement, &replanner, &random)
        try addCandidate(&placement, &replanner, &random)
        #expect(replanner.cost() == placement.bruteForceCost())
      }
      #expect(placement.objection(to: replanner.optimum()) == nil)
    }
  }

  /// All costs are the same: what is placed could be anywhere.
  @Test func `among equals what was chosen stays`() throws {
    var random = SeededRandom(seed: 63)
    var tried = 0
    for _ in 0..<rounds(20, soak: 500) {
      let placement = Placement.random(
        needs: 10, candidates: 60, homes: 60, density: 30, costs: 5...5, penalties: 9...9,
        using: &random)
      let earlier = try placement.solved()
      var replanner = Replanner(try placement.network(), from: earlier)
      let free = placement.capacity.indices.filter { one in
        !chosen(placement, earlier).contains { $0[1] == one } && placement.capacity[one] > 0
          && !chosen(placement, earlier).contains { placement.home[$0[1]] == placement.home[one] }
          && placement.homeCapacity[placement.home[one]] > 0
      }
      guard let one = free.first else { continue }
      tried += 1
      let need = try replanner.addNeed(
        .init(units: 1, penalty: 9), candidates: [Int32(one)], costs: [5])
      #expect(
        replanner.takeChanges() == [ReplannedArc(need: need, candidate: one, isChosen: true)])
    }
    #expect(tried > 5)
  }

  @Test func `costs too large for the index in hand are taken in all the same`() throws {
    var placement = Placement(
      units: [1], penalty: [100], capacity: [1], home: [0], homeCapacity: [2],
      rows: [[.init(candidate: 0, cost: 5)]])
    var replanner = Replanner(try placement.network())
    for cost in [Int(Int32.max), Int(Int32.min)] {
      placement.units.append(1)
      placement.penalty.append(1 << 40)
      placement.rows.append([.init(candidate: 0, cost: cost)])
      _ = try replanner.addNeed(
        .init(units: 1, penalty: 1 << 40), candidates: [0], costs: [Int32(cost)])
      let found = replanner.optimum()
      #expect(placement.objection(to: found) == nil && found.isProven)
      #expect(found.cost == placement.bruteForceCost())
    }
  }

  @Test func `what does not belong to the network is refused and changes nothing`() throws {
    var random = SeededRandom(seed: 64)
    let placement = Placement.random(
      needs: 5, candidates: 4, homes: 2, density: 50, costs: 0...9, penalties: 5...9, using: &random
    )
    var replanner = Replanner(try placement.network())
    let before = replanner.optimum()
    let need = LayeredNetwork.Need(units: 1, penalty: 9)
    let person = LayeredNetwork.Candidate(capacity: 1, home: 0)
    func refuses(_ error: NetworkError, _ body: () throws -> Void) {
      #expect(throws: error) { try body() }
    }
    refuses(.arcArraysDiffer) { _ = try replanner.addNeed(need, candidates: [0], costs: []) }
    refuses(.endOutOfRange(arc: 0)) { _ = try replanner.addNeed(need, candidates: [4], costs: [1]) }
    refuses(.endOutOfRange(arc: 1)) {
      _ = try replanner.addCandidate(person, needs: [0, -1], costs: [1, 1])
    }
    refuses(.repeatedArc(1)) {
      _ = try replanner.addCandidate(person, needs: [2, 2], costs: [1, 1])
    }
    refuses(.endOutOfRange(arc: 4)) {
      _ = try replanner.addCandidate(.init(capacity: 1, home: 2), needs: [], costs: [])
    }
    refuses(.negativeSupply(node: 5)) {
      _ = try replanner.addNeed(.init(units: -1, penalty: 9), candidates: [], costs: [])
    }
    refuses(.costCouldOverflow) {
      _ = try replanner.addNeed(.init(units: 1, penalty: 1 << 51), candidates: [], costs: [])
    }
    refuses(.supplyCouldOverflow) {
      _ = try replanner.addNeed(.init(units: .max, penalty: 9), candidates: [], costs: [])
    }
    #expect(replanner.optimum() == before && replanner.takeChanges().isEmpty)
  }
}
