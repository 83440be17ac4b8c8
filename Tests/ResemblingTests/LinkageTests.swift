import Testing

@testable import Resembling

/// Held against pools of which it is known who is whom.
@Suite struct LinkageTests {
  @Test(arguments: [1, 2] as [UInt64])
  func `nothing wrong is offered first, nearly all are shown`(
    _ seed: UInt64
  ) {
    let pool = LabelledPool(people: 3_000, twice: 600, seed: seed)
    let packed = Pool(pool.people)
    let found = resemblances(in: packed)
    let shown = Set(found.map { [$0.first.number, $0.second.number] })
    let wrong = found.filter {
      $0.isMergeOffered && !pool.same.contains([$0.first.number, $0.second.number])
    }
    #expect(reasons(for: wrong, in: packed) == [])
    let recall = Double(shown.intersection(pool.same).count) / Double(pool.same.count)
    #expect(recall >= 0.95, "seed \(seed): \(recall)")
    // Somebody has to read them.
    #expect(shown.count < 5 * pool.same.count, "\(shown.count) pairs shown")
  }
}
