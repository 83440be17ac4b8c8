import Solvers
import Testing

@Suite struct ReplannerTests {
  private static func random(_ random: inout SeededRandom, needs: Int) -> Placement {
    Placement.random(
      needs: needs, candidates: needs * 2 / 3, homes: max(2, needs / 3), density: 400 / needs + 5,
      costs: 0...200, penalties: 50...600, using: &random)
  }

  @Test func `kept at hand, a network costs what solving it from nothing costs`() throws {
    var random = SeededRandom(seed: 21)
    for _ in 0..<rounds(30, soak: 2_000) {
      let placement = Self.random(&random, needs: random.number(1...60))
      let replanner = Replanner(try placement.network())
      let found = replanner.optimum()
      #expect(found.cost == (try placement.solved().cost) && replanner.cost() == found.cost)
      #expect(found.isProven && placement.objection(to: found) == nil)
    }
  }

  @Test func `after each of many changes it is again the best there is, with its proof`() throws {
    var random = SeededRandom(seed: 22)
    for _ in 0..<rounds(20, soak: 1_000) {
      var placement = Self.random(&random, needs: random.number(3...40))
      let first = placement
      var replanner = Replanner(try placement.network())
      for _ in 0..<30 {
        let change = random.number(0...2)
        if change == 0 {
          let need = random.number(0...placement.units.count - 1)
          let by = placement.units[need] > first.units[need] ? -1 : random.number(-1...1)
          guard placement.units[need] + by >= 0 else { continue }
          placement.units[need] += by
          replanner.changeUnits(ofNeed: need, by: Int32(by))
        } else if change == 1 {
          let one = random.number(0...placement.capacity.count - 1)
          let by = placement.capacity[one] > first.capacity[one] ? -1 : random.number(-1...1)
          guard placement.capacity[one] + by >= 0 else { continue }
          placement.capacity[one] += by
          replanner.changeCapacity(ofCandidate: one, by: Int32(by))
        } else {
          let home = random.number(0...placement.homeCapacity.count - 1)
          let by = random.number(-1...1)
          guard placement.homeCapacity[home] + by >= 0 else { continue }
          placement.homeCapacity[home] += by
          replanner.changeCapacity(ofHome: home, by: Int32(by))
        }
        let found = replanner.optimum()
        try #require(placement.objection(to: found) == nil, "\(placement)")
        try #require(found.isProven && found.cost == replanner.cost())
        try #require(found.cost == (try placement.solved().cost))
      }
    }
  }

  @Test func `begun from an earlier solution the same network keeps every arc`() throws {
    var random = SeededRandom(seed: 23)
    for _ in 0..<rounds(20, soak: 500) {
      // Many equal costs: there are many solutions as good.
      let placement = Placement.random(
        needs: 40, candidates: 30, homes: 12, density: 15, costs: 0...2, penalties: 3...5,
        using: &random)
      let earlier = try placement.solved()
      let again = Replanner(try placement.network(), from: earlier).optimum()
      #expect(again.chosen == earlier.chosen)
      #expect(again.isProven && placement.objection(to: again) == nil)
    }
  }

  @Test func `begun from a solution of another network it is still the best of this one`() throws {
    var random = SeededRandom(seed: 24)
    for _ in 0..<rounds(20, soak: 500) {
      let placement = Self.random(&random, needs: 30)
      var earlier = try placement.solved()
      for index in earlier.candidatePrice.indices {
        earlier.candidatePrice[index] = random.number(0...300)
      }
      for index in earlier.homePrice.indices { earlier.homePrice[index] = random.number(0...300) }
      earlier.chosen = earlier.chosen.filter { _ in random.number(0...3) > 0 }
      let found = Replanner(try placement.network(), from: earlier).optimum()
      #expect(found.isProven && placement.objection(to: found) == nil)
    }
  }
}
