import Domain
import Testing

@testable import Checking

/// Proven plans of random problems with one thing changed: each is refused, and at the right place.
@Suite struct JointForgeryTests {
  /// A changed plan or proof and where the objection has to be; nil where the change does no harm.
  typealias Forging = @Sendable (inout ProvenJoint, inout Dice) -> ((Whereabouts) -> Bool)?

  struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let forge: Forging

    init(_ description: String, _ forge: @escaping Forging) {
      testDescription = description
      self.forge = forge
    }
  }

  private static func isAt(_ place: Whereabouts) -> (Whereabouts) -> Bool { { $0 == place } }
  private static func isLeaf(_ stage: Whereabouts.Stage) -> (Whereabouts) -> Bool {
    { if case .leaf(stage, _) = $0 { true } else { false } }
  }

  /// Where a plan of other parts goes wrong first; nil when it does not.
  private static func wrong(_ proven: ProvenJoint) -> Whereabouts? {
    let (problem, solution) = (proven.problem, proven.solution)
    let set = solution.chosen.reduce(0) { $0 | 1 << $1 }
    let plain = PlainJoint(problem: problem)
    if let part = problem.parts.first(where: { problem.isPinned[$0] && set & (1 << $0) == 0 }) {
      return .part(part)
    }
    if let limit = problem.limits.indices.first(where: {
      plain.used($0, set) > Int(problem.limits[$0].capacity)
    }) {
      return .limit(limit)
    }
    for row in problem.rowCapacity.indices {
      let sum = solution.chosen.flatMap { problem.links(ofPart: $0) }
        .reduce(0) { $0 + (Int($1.row) == row ? Int($1.coefficient) : 0) }
      if sum > Int(problem.rowCapacity[row]) { return .row(row) }
    }
    if problem.mustFillUnits - plain.filled(set) != solution.mustFillUnfilled {
      return .stage(.mustFill)
    }
    return plain.worth(set) == solution.objective ? nil : .stage(.points)
  }

  static let forgeries: [Forgery] = plans + claims + trees + prices

  private static let plans = [
    Forgery("a part left out") { proven, dice in
      guard !proven.solution.chosen.isEmpty else { return nil }
      proven.solution.chosen.remove(at: dice.int(0...proven.solution.chosen.count - 1))
      return wrong(proven).map(isAt)
    },
    Forgery("a part added") { proven, dice in
      let free = proven.problem.parts.filter { !proven.solution.chosen.contains($0) }
      guard let part = free.randomElement(using: &dice) else { return nil }
      proven.solution.chosen = (proven.solution.chosen + [part]).sorted()
      return wrong(proven).map(isAt)
    },
    Forgery("a part changed for another") { proven, dice in
      let free = proven.problem.parts.filter { !proven.solution.chosen.contains($0) }
      guard let part = free.randomElement(using: &dice), !proven.solution.chosen.isEmpty
      else { return nil }
      proven.solution.chosen[dice.int(0...proven.solution.chosen.count - 1)] = part
      proven.solution.chosen.sort()
      return wrong(proven).map(isAt)
    },
    Forgery("a part listed twice") { proven, _ in
      guard let part = proven.solution.chosen.last else { return nil }
      proven.solution.chosen.append(part)
      return isAt(.part(part))
    },
    Forgery("a part that does not exist") { proven, _ in
      proven.solution.chosen.append(proven.problem.value.count)
      let missing = isAt(.part(proven.problem.value.count))
      return missing
    },
    Forgery("a limit that shrank") { proven, dice in
      guard let limit = proven.problem.limits.indices.randomElement(using: &dice) else {
        return nil
      }
      let set = proven.solution.chosen.reduce(0) { $0 | 1 << $1 }
      let used = proven.plain.used(limit, set)
      guard used > 0 else { return nil }
      proven.problem.limits[limit].capacity = Int32(used - 1)
      return isAt(.limit(limit))
    },
    Forgery("another part pinned") { proven, dice in
      let free = proven.problem.parts.filter { !proven.solution.chosen.contains($0) }
      guard let part = free.randomElement(using: &dice) else { return nil }
      proven.problem.isPinned[part] = true
      return isAt(.part(part))
    },
  ]

  private static let claims = [
    Forgery("another objective") { proven, dice in
      proven.solution.objective += dice.chance(50) ? 1 : -1
      return isAt(.stage(.points))
    },
    Forgery("another number of must-fill units") { proven, dice in
      proven.solution.mustFillUnfilled += dice.chance(50) ? 1 : -1
      return isAt(.stage(.mustFill))
    },
    Forgery("a lower bound") { proven, dice in
      let stays = proven.solution.bound > proven.solution.objective
      proven.solution.bound -= 1
      return stays ? isLeaf(.points) : isAt(.stage(.points))
    },
    Forgery("a higher must-fill bound") { proven, _ in
      let stays = proven.solution.mustFillBound < proven.solution.mustFillUnfilled
      proven.solution.mustFillBound += 1
      return stays ? isLeaf(.mustFill) : isAt(.stage(.mustFill))
    },
    Forgery("a must-fill bound below 0") { proven, _ in
      proven.solution.mustFillBound = -1
      return isAt(.stage(.mustFill))
    },
    Forgery("no must-fill proof") { proven, _ in
      guard proven.solution.mustFillBound > 0 else { return nil }
      proven.solution.mustFillProof = .notNeeded
      return isAt(.stage(.mustFill))
    },
    Forgery("no points proof") { proven, _ in
      proven.solution.pointsProof = .notNeeded
      return isAt(.stage(.points))
    },
  ]

  private static let trees = [
    Forgery("a leaf is missing") { proven, dice in
      guard proven.solution.pointsProof.leaves.count > 1 else { return nil }
      proven.solution.pointsProof.leaves.remove(
        at: dice.int(0...proven.solution.pointsProof.leaves.count - 1))
      return isLeaf(.points)
    },
    Forgery("a leaf is there twice") { proven, dice in
      let leaf = proven.solution.mustFillProof.leaves.randomElement(using: &dice)
      guard let leaf else { return nil }
      proven.solution.mustFillProof.leaves.append(leaf)
      return isLeaf(.mustFill)
    },
    Forgery("a leaf decides the other way") { proven, dice in
      guard proven.solution.pointsProof.leaves.count > 1 else { return nil }
      let leaf = dice.int(0...proven.solution.pointsProof.leaves.count - 1)
      let depth = dice.int(0...proven.solution.pointsProof.leaves[leaf].decided.count - 1)
      proven.solution.pointsProof.leaves[leaf].decided[depth].isChosen.toggle()
      return isLeaf(.points)
    },
    Forgery("a leaf decides a part twice") { proven, _ in
      guard let decision = proven.solution.pointsProof.leaves[0].decided.first else { return nil }
      proven.solution.pointsProof.leaves[0].decided.append(decision)
      return isAt(.leaf(.points, 0))
    },
    Forgery("a leaf names prices that are not there") { proven, _ in
      proven.solution.pointsProof.leaves[0].prices = proven.solution.pointsProof.prices.count
      return isAt(.leaf(.points, 0))
    },
    Forgery("a strike names prices that are not there") { proven, _ in
      proven.solution.mustFillProof.strikes.append(-1)
      return isAt(.stage(.mustFill))
    },
  ]

  private static let prices = [
    Forgery("a price below 0") { proven, dice in
      guard let row = proven.problem.rowCapacity.indices.randomElement(using: &dice)
      else { return nil }
      proven.solution.pointsProof.prices[0].row[row] = -1
      return isAt(.row(row))
    },
    Forgery("a price too large") { proven, dice in
      guard let row = proven.problem.rowCapacity.indices.randomElement(using: &dice)
      else { return nil }
      proven.solution.mustFillProof.prices[0].row[row] = JointProblem.Bound.price
      return isAt(.row(row))
    },
    Forgery("a price more than there are rows") { proven, _ in
      proven.solution.pointsProof.prices[0].row.append(0)
      return isAt(.prices(.points, 0))
    },
    Forgery("prices that prove too little") { proven, dice in
      guard let row = proven.problem.rowCapacity.indices.randomElement(using: &dice)
      else { return nil }
      for set in proven.solution.pointsProof.prices.indices {
        proven.solution.pointsProof.prices[set].row[row] += 10_000
      }
      let proof = proven.solution.pointsProof
      let filled = proven.problem.mustFillUnits - proven.solution.mustFillUnfilled
      let shown = proven.plain.proven(
        proof, .points, own: proven.solution.objective, atLeast: filled)
      return shown > proven.solution.bound ? isLeaf(.points) : nil
    },
    Forgery("the other stage's prices") { proven, _ in
      proven.solution.mustFillProof = proven.solution.pointsProof
      let set = proven.solution.mustFillProof.prices.firstIndex { $0.mustFill > 0 }
      return set.map { isAt(.prices(.mustFill, $0)) }
    },
    Forgery("a hint that no price can be") { proven, dice in
      let used = proven.solution.pointsProof.prices[0].splitHomes
      let free = proven.problem.homes.filter { !used.contains(Int32($0)) }
      guard let home = free.first(where: { !proven.problem.limits(ofHome: $0).isEmpty })
      else { return nil }
      let limit = proven.problem.limits(ofHome: home).lowerBound
      proven.solution.pointsProof.prices[0].limits.removeAll { $0.limit == limit }
      proven.solution.pointsProof.prices[0].limits.append(
        JointProof.LimitPrice(limit: Int32(limit), price: JointProblem.Bound.price))
      proven.solution.pointsProof.prices[0].limits.sort { $0.limit < $1.limit }
      return isAt(.limit(limit))
    },
    Forgery("a split home that does not exist") { proven, _ in
      proven.solution.pointsProof.prices[0].splitHomes.append(Int32(proven.problem.homes.count))
      return isAt(.prices(.points, 0))
    },
  ]

  @Test(arguments: forgeries)
  func `every forgery is refused where it was made`(forgery: Forgery) {
    var made = 0
    for seed in UInt64(0)..<90 {
      var dice = Dice(seed: seed + 77_000)
      var proven = Self.problems[Int(seed)]
      guard let isRight = forgery.forge(&proven, &dice) else { continue }
      made += 1
      let report = proven.report
      #expect(!report.accepted, "seed \(seed)")
      let place = report.objection?.place ?? .whole
      #expect(isRight(place), "seed \(seed): \(place) \(report.objection?.sentence ?? "")")
    }
    // 27 kinds: some 1,900 in all.
    #expect(made > 10)
  }

  private static let problems = (0..<90).map { ProvenJoint(seed: UInt64($0)) }
}
