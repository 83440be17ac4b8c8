import Testing

@testable import Solvers

/// Networks large enough to be worked on in two halves.
@Suite struct HalvesTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// How many arcs of a hundred lead anywhere at all.
    var astray: Int
    var homes: Int
    var homeCapacity: ClosedRange<Int>
    var penalties: ClosedRange<Int>
  }

  static let shapes = [
    Shape(
      testDescription: "few arcs cross", astray: 0, homes: 300, homeCapacity: 1...6,
      penalties: 3_000...30_000),
    Shape(
      testDescription: "homes are spread out, penalties huge", astray: 1, homes: 40,
      homeCapacity: 5...30, penalties: 5_000_000...5_000_001),
    Shape(
      testDescription: "homes never bind", astray: 3, homes: 500, homeCapacity: 90...90,
      penalties: 7_000...15_000),
    Shape(
      testDescription: "everything crosses", astray: 100, homes: 300, homeCapacity: 1...3,
      penalties: 9_000...9_000),
  ]

  @Test(arguments: shapes) func `one thread or two come to the same proven plan`(shape: Shape)
    throws
  {
    let placement = placement(shape)
    let one = leastCostPlacement(try placement.network(), threads: 1)
    #expect(one.isProven && placement.objection(to: one) == nil)
    for _ in 0..<rounds(2, soak: 100) {
      #expect(leastCostPlacement(try placement.network(), threads: 2) == one)
    }
  }

  @Test func `stopped in the halves there is a plan and a bound below it`() throws {
    let placement = placement(Self.shapes[0])
    let best = leastCostPlacement(try placement.network()).cost
    for looks in [0, 1, 3, 6] {
      for threads in 1...2 {
        var left = looks
        let found = leastCostPlacement(try placement.network(), threads: threads) {
          left -= 1
          return left < 0
        }
        #expect(placement.objection(to: found) == nil)
        #expect(found.bound <= best && best <= found.cost)
      }
    }
  }

  /// Needs and people along a line, each need near the people it could take.
  private func placement(_ shape: Shape) -> Placement {
    var random = SeededRandom(seed: 21)
    let (needs, people, reach) = (1_500, 900, 40)
    return Placement(
      units: (0..<needs).map { _ in random.number(1...2) },
      penalty: (0..<needs).map { _ in random.number(shape.penalties) },
      capacity: (0..<people).map { _ in random.number(0...4) },
      home: (0..<people).map {
        (($0 * shape.homes / people) + random.number(0...shape.homes / 40)) % shape.homes
      },
      homeCapacity: (0..<shape.homes).map { _ in random.number(shape.homeCapacity) },
      rows: (0..<needs).map { need in
        let near = need * (people - reach) / needs
        let candidates = Set(
          (near..<near + reach).map {
            random.number(0...99) < shape.astray ? random.number(0...people - 1) : $0
          })
        return candidates.sorted().map {
          Placement.Pair(candidate: $0, cost: random.number(0...9_000))
        }
      })
  }
}
