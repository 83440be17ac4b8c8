import Domain
import Foundation
import Testing

@testable import Checking

/// What a proof is worth, against trying everything.
@Suite struct JointBoundTests {
  static let batches = 0..<20
  private static let each: UInt64 =
    ProcessInfo.processInfo.environment["TALENT_SOAK"] == nil ? 100 : 1_000

  /// Any prices, splits, strikes and trees.
  @Test(arguments: batches)
  func `a bound is what the proof shows, and never below the best plan`(batch: Int) {
    for seed in UInt64(batch) * Self.each..<UInt64(batch + 1) * Self.each {
      var proven = ProvenJoint(seed: seed)
      #expect(proven.report.objection == nil, "seed \(seed)")
      #expect(proven.solution.bound >= proven.mostWorth, "seed \(seed)")
      let fewest = proven.problem.mustFillUnits - proven.mostFilled
      #expect(proven.solution.mustFillBound <= fewest, "seed \(seed)")
      let right = proven.solution
      proven.solution.bound -= 1
      let refusal = proven.report.objection?.place
      #expect(isOf(.points, refusal), "seed \(seed): \(String(describing: refusal))")
      proven.solution = right
      proven.solution.mustFillBound += 1
      #expect(isOf(.mustFill, proven.report.objection?.place), "seed \(seed)")
    }
  }

  private func isOf(_ stage: Whereabouts.Stage, _ place: Whereabouts?) -> Bool {
    switch place {
    case .stage(stage), .leaf(stage, _): true
    default: false
    }
  }

  @Test func `the problems have what they should have`() {
    let all = (0..<400).map { ProvenJoint(seed: UInt64($0)) }
    #expect(all.contains { $0.solution.isProven && $0.solution.pointsProof.leaves.count > 1 })
    #expect(all.contains { !$0.solution.isProven })
    #expect(all.contains { $0.solution.mustFillBound > 0 })
    #expect(all.contains { $0.problem.isPinned.contains(true) })
    #expect(all.contains { $0.solution.pointsProof.prices.contains { !$0.limits.isEmpty } })
    let struck = all.count { proven in
      proven.report.checked.contains { $0.contains("points") && !$0.contains("; 0 parts cannot") }
    }
    #expect(struck > 50)
  }

  @Test(arguments: 0..<20)
  func `a few people's parts within competing limits are chosen exactly`(batch: Int) {
    for seed in 0..<100 {
      var dice = Dice(seed: UInt64(batch * 100 + seed))
      let limits = (0..<dice.int(1...4)).map { _ in
        let countsPeople = dice.chance(40)
        return ExactChoice.Limit(
          left: dice.int(0...(countsPeople ? 3 : 20)), countsPeople: countsPeople,
          charge: countsPeople && dice.chance(50) ? dice.int(0...30) : 0)
      }
      let people = dice.int(1...4)
      let items = (0..<dice.int(1...11)).map { _ in
        ExactChoice.Item(
          person: Int32(dice.int(1...people) - 1), worth: dice.int(1...60),
          uses: limits.indices.filter { _ in dice.chance(60) }.map {
            ExactChoice.Use(limit: $0, amount: dice.int(1...9))
          })
      }
      var counted: [UInt64] = []
      for _ in 0...3 { counted.append(UInt64(dice.int(0...15))) }
      let hints = dice.chance(50) ? limits.map { _ in dice.int(0...20) } : []
      let most = ExactChoice.mostByTryingAll(limits, items, counted)
      for unpricedWork in [0, 30, 1 << 20] {
        var choice = ExactChoice(
          limits: limits, items: items, mostWork: 1 << 20, unpricedWork: unpricedWork,
          hints: hints
        ) {
          [counted] in counted[Int($0)]
        }
        #expect(choice.most() == most, "seed \(batch * 100 + seed)")
      }
    }
  }
}
