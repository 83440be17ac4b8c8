import Testing

@testable import Resembling

/// Held against pools in the error models of the literature. `TALENT_SOAK` takes ten seeds of each, of up to
/// 10,000 people.
@Suite struct ErrorModelTests {
  @Test(arguments: ErrorModel.allCases, rounds([1_000], soak: [500, 3_000, 10_000]))
  func `nothing wrong is offered first, what can be known is shown, and it can be read`(
    _ model: ErrorModel, _ people: Int
  ) {
    var (shown, shownRightly, same, knowable) = (0, 0, 0, 0)
    for seed in rounds([1], soak: Array(1...10)) as [UInt64] {
      let pool = model.pool(people, seed: seed)
      let measured = Measured(pool)
      let packed = Pool(pool.people)
      #expect(reasons(for: measured.offeredWrongly, in: packed) == [], "seed \(seed)")
      shown += measured.shown
      shownRightly += measured.shownRightly
      same += measured.samePairs
      knowable += measured.samePairs - measured.unknowable
    }
    let recall = Double(shownRightly) / Double(knowable)
    #expect(recall > 0.95, "\(recall)")
    // Among ten thousand of a few common names, and nothing else to go by, namesakes outnumber the rest.
    #expect(shown < (model == .names10000 ? 6 : 3) * same, "\(shown) shown of \(same)")
  }

  @Test(arguments: [
    ("liz", "elizabeth"), ("beth", "liz"), ("bob", "robert"), ("kate", "katherine"),
    ("alex", "alexandra"),
  ])
  func `a short form is of one circle with its name`(one: String, other: String) {
    let (a, b) = (Diminutives.circles(of: one), Diminutives.circles(of: other))
    #expect((a & b) != .zero)
  }

  @Test func `two names of one short form are not one circle`() {
    let (a, b) = (Diminutives.circles(of: "alexander"), Diminutives.circles(of: "alexandra"))
    #expect((a & b) == .zero && a != .zero && b != .zero)
  }

  @Test func `there is a bit for each line of short forms, which are plain small letters`() {
    #expect(Diminutives.lines.count <= 64 * Diminutives.Circles.scalarCount)
    for line in Diminutives.lines {
      #expect(line.count > 1 && Set(line).count == line.count, "\(line)")
      #expect(line.joined().utf8.allSatisfy { (97...122).contains($0) }, "\(line)")
    }
  }
}
