import Checking
import Domain
import Matching
import Testing

/// Every number of a certificate, altered alone, must be noticed.
@Suite struct ForgeryTests {
  @Test func `a solution with one number altered is refused`() throws {
    var random = SeededRandom(seed: 41)
    for _ in 0..<rounds(200, soak: 1_000) {
      let problem = ProblemClass.large(
        needs: 12, people: 9, pairsPerNeed: 4, mustFillEvery: 3, points: -50...200, using: &random)
      let solution = try solve(problem)
      expectAccepted(problem, solution)
      for forged in forgeries(of: solution, using: &random)
      where withoutIdlePrice(forged) != withoutIdlePrice(solution) {
        #expect(!check(problem, forged).accepted, "\(forged) for \(problem)")
      }
    }
  }

  /// The price of a limit of 0 is multiplied by 0: raising it leaves another valid proof.
  private func withoutIdlePrice(_ solution: StagedSolution) -> StagedSolution {
    var solution = solution
    if solution.mustFillUnfilled == 0 {
      solution.pointsProof.mustFillLimit = min(0, solution.pointsProof.mustFillLimit)
    }
    return solution
  }

  private func forgeries(
    of solution: StagedSolution, using random: inout SeededRandom
  ) -> [StagedSolution] {
    var forged: [StagedSolution] = []
    func forge(_ change: (inout StagedSolution) -> Void) {
      var copy = solution
      change(&copy)
      forged.append(copy)
    }
    for delta in [-1, 1, 1_000, Int.max / 2] {
      forge { $0.objective += delta }
      forge { $0.mustFillUnfilled += delta }
      for proof in [\StagedSolution.mustFillProof, \.pointsProof] {
        forge { $0[keyPath: proof].mustFillLimit += delta }
        for prices in [\StageProof.need, \.person, \.home] {
          let index = random.number(0...solution[keyPath: proof][keyPath: prices].count - 1)
          forge { $0[keyPath: proof][keyPath: prices][index] += delta }
          forge { $0[keyPath: proof][keyPath: prices][index] = delta }
        }
      }
    }
    forge { $0.pointsProof.need.removeLast() }
    forge { $0.mustFillProof.home.append(0) }
    guard let last = solution.chosen.last else { return forged }
    forge { $0.chosen.removeLast() }
    forge { $0.chosen.append(last) }
    forge { $0.chosen.append(last + 1) }
    forge { $0.chosen.append(.max) }
    forge { $0.chosen.insert(-1, at: 0) }
    forge { $0.chosen.swapAt(0, $0.chosen.count - 1) }
    return forged
  }
}
