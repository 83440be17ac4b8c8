import ArgumentParser
import Testing

@testable import bench

/// Made-up instances: the same for the same request, and of the class that was asked for.
struct GeneratingTests {
  private static func generate(_ words: String...) throws -> Generate {
    try Generate.parse(words + ["--people", "120", "--needs", "260", "--edges", "9", "out"])
  }

  @Test(arguments: InstanceRequest.Shape.allCases.filter { $0 != .dense })
  func `a deployment is well formed, and the same again`(shape: InstanceRequest.Shape) throws {
    let made = try Self.generate(shape.rawValue).deployment()
    #expect(try made == Self.generate(shape.rawValue).deployment())
    #expect(
      try made != Self.generate(shape.rawValue, "--seed", "2").deployment() || shape == .chain)
    for need in made.demand.indices {
      let row = made.candidate[made.rowStart[need]..<made.rowStart[need + 1]]
      #expect(zip(row, row.dropFirst()).allSatisfy { $0 < $1 })
    }
    // The reader's own checks find nothing to say.
    let scratch = try Scratch()
    try made.write(to: scratch.path("a"))
    guard case .deployment(let read) = try StoredInstance(contentsOf: scratch.path("a")) else {
      Issue.record("recognised as something else")
      return
    }
    #expect(read == made)
  }

  @Test func `the nearest are those that looking at all of them finds`() {
    var random = SeededRandom(7, .towns)
    for count in [0, 1, 12, 13, 300] {
      // A coarse grid makes equal distances common.
      let places = (0..<count).map { _ in
        SIMD2(Double(random.below(12)), Double(random.below(12)))
      }
      let names = (0..<Int32(count)).filter { $0 % 7 != 3 }
      let index = NearestIndex(places, of: names)
      for wanted in [1, 5, 40, 1_000] {
        let place = SIMD2(12 * random.fraction(), Double(random.below(12)))
        let all = names.map { name in
          let offset = places[Int(name)] - place
          return NearestIndex.Found(distance: (offset * offset).sum(), name: name)
        }.sorted(by: <)
        let found = index.nearest(wanted, to: place).sorted(by: <)
        #expect(found.map(\.name) == all.prefix(wanted).map(\.name))
      }
    }
  }

  @Test func `shapes keep their promises`() throws {
    let unit = try Self.generate("unit").deployment()
    #expect(Set(unit.cap + unit.demand) == [1])
    let loose = try Self.generate("loose").deployment()
    let capacity = loose.cap.reduce(0, +)
    #expect(loose.release.reduce(0, +) == capacity)
    let tight = try Self.generate("tight").deployment()
    #expect(tight.cap == loose.cap)
    #expect(tight.cost == loose.cost)
    #expect(tight.release.reduce(0, +) < capacity)
    let balanced = try Self.generate("balanced").deployment()
    #expect(balanced.cap.reduce(0, +) == balanced.demand.reduce(0, +))
    #expect(Set(balanced.penalty) == [Adversary.hugePenalty])
  }

  @Test func `costs and penalties are of the class asked for`() throws {
    let ties = try Self.generate("tight", "--costs", "ties", "--penalties", "equal").deployment()
    #expect(Set(ties.cost) == [5_000])
    #expect(Set(ties.penalty) == [15_000])
    let low = try Self.generate("unit", "--costs", "zero-one", "--penalties", "low").deployment()
    #expect(Set(low.cost) == [0, 1])
    #expect(Set(low.penalty) == [2])
    let must = try Self.generate("loose", "--penalties", "must-fill").deployment()
    #expect(Set(must.penalty) == [7_000, 15_000, 30_000, Adversary.hugePenalty])
    let product = try Self.generate("tight", "--costs", "product").deployment()
    #expect(product.cost.allSatisfy { (1...10_000).contains($0) })
  }

  @Test func `a chain moves up only where the first need may wait`() throws {
    let made = try Self.generate("chain", "--chains", "2").deployment()
    #expect(made.demand.count == 122)
    let solved = try Solved(.deployment(made))
    let filled = Set(
      solved.marks.map { edge in made.rowStart.lastIndex { $0 <= edge } ?? -1 })
    // The first need of the first chain stays open; of the second, some must-fill need does.
    #expect(!filled.contains(0))
    #expect(filled.isSuperset(of: 1...60))
    #expect(filled.count == 120)
  }

  @Test func `a dense matrix is of the class asked for`() throws {
    let uniform = try Self.generate("dense").matrix()
    #expect(uniform.cost.count == 120 * 120)
    #expect(uniform.cost.allSatisfy { (1...100_000).contains($0) })
    let product = try Self.generate("dense", "--costs", "product").matrix()
    let minors = (1..<120).map { column in
      Int(product.cost[0]) * Int(product.cost[120 + column])
        - Int(product.cost[column]) * Int(product.cost[120])
    }
    #expect(minors.allSatisfy { $0 == 0 })
    for (costs, count) in [("zero-one", 2), ("ten", 10), ("hundred", 100), ("two-far", 2)] {
      #expect(Set(try Self.generate("dense", "--costs", costs).matrix().cost).count == count)
    }
    let sums = try Self.generate("dense", "--costs", "sums").matrix()
    #expect(Set((0..<120).map { sums.cost[$0] - sums.cost[120 + $0] }).count <= 5)
  }

  @Test(arguments: [
    ["tight", "--people", "0", "out"], ["chain", "--people", "3", "--chains", "4", "out"],
    ["dense", "--people", "20000", "out"], ["tight", "--needs", "99999999", "out"],
    ["tight", "--costs", "sums", "out"],
  ])
  func `what cannot be made is refused`(words: [String]) {
    #expect(throws: (any Error).self) { try Generate.parse(words) }
  }
}
