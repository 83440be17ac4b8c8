import Domain

@testable import Checking

/// A proof that the test makes up: any prices, some improved, some homes split, any tree.
struct RandomJointProof {
  let plain: PlainJoint
  let stage: Whereabouts.Stage
  let own: Int
  let atLeast: Int

  func proof(_ dice: inout Dice) -> JointProof {
    let prices = (0..<dice.int(1...3)).map { _ in self.prices(&dice) }
    let strikes = (0..<dice.int(0...2)).map { _ in dice.int(0...prices.count - 1) }
    var leaves: [JointProof.Leaf] = []
    grow([], prices.count, &leaves, &dice)
    leaves.shuffle(using: &dice)
    return JointProof(prices: prices, strikes: strikes, leaves: leaves)
  }

  private func grow(
    _ decided: [JointProof.Decision], _ prices: Int, _ leaves: inout [JointProof.Leaf],
    _ dice: inout Dice
  ) {
    let free = plain.problem.parts.filter { part in !decided.contains { $0.part == Int32(part) } }
    guard decided.count < 4, dice.chance(60), let part = free.randomElement(using: &dice) else {
      leaves.append(JointProof.Leaf(decided: decided, prices: dice.int(0...prices - 1)))
      return
    }
    for isChosen in [true, false] {
      let decision = JointProof.Decision(part: Int32(part), isChosen: isChosen)
      grow(decided + [decision], prices, &leaves, &dice)
    }
  }

  private func prices(_ dice: inout Dice) -> JointProof.Prices {
    let problem = plain.problem
    var prices = JointProof.Prices(row: problem.rowCapacity.map { _ in price(&dice) })
    if stage == .points { prices.mustFill = price(&dice) }
    prices.splitHomes = problem.homes.filter { _ in dice.chance(30) }.map { Int32($0) }
    for home in problem.homes {
      let isSplit = prices.splitHomes.contains(Int32(home))
      // Of a home that is not split they are hints.
      for limit in problem.limits(ofHome: home)
      where (!isSplit || plain.isShared(limit)) && dice.chance(isSplit ? 70 : 30) {
        prices.limits.append(JointProof.LimitPrice(limit: Int32(limit), price: price(&dice) / 4))
      }
    }
    if dice.chance(70) { improve(&prices, &dice) }
    return prices
  }

  private func price(_ dice: inout Dice) -> Int {
    dice.chance(30) ? 0 : dice.int(0...(stage == .points ? 2_000 : 64))
  }

  /// Keeps changes of one price that lower the bound.
  private func improve(_ prices: inout JointProof.Prices, _ dice: inout Dice) {
    var best = bound(prices)
    for _ in 0..<25 {
      var changed = prices
      let step = dice.int(-600...600) / (stage == .points ? 1 : 20)
      if let row = prices.row.indices.randomElement(using: &dice), dice.chance(60) {
        changed.row[row] = max(0, changed.row[row] + step)
      } else if let limit = prices.limits.indices.randomElement(using: &dice), dice.chance(60) {
        changed.limits[limit].price = max(0, changed.limits[limit].price + step / 4)
      } else if stage == .points {
        changed.mustFill = max(0, changed.mustFill + step)
      }
      let now = bound(changed)
      if now <= best { (prices, best) = (changed, now) }
    }
  }

  private func bound(_ prices: JointProof.Prices) -> Int {
    let pinned = plain.problem.parts.reduce(0) {
      $0 | (plain.problem.isPinned[$1] ? 1 << $1 : 0)
    }
    return PlainJoint.Priced(plain: plain, stage: stage, prices: prices, atLeast: atLeast)
      .bound(with: pinned, without: 0) ?? .max
  }
}

/// A random problem with one of its plans and a proof for both stages, all claims as strong as they can be.
struct ProvenJoint {
  var problem: JointProblem
  var solution: JointSolution
  let plain: PlainJoint
  /// Most must-fill units, and most points among plans that fill as many as this one.
  let mostFilled: Int
  let mostWorth: Int

  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    var problem = JointProblem.random(&dice)
    let all = PlainJoint(problem: problem).plans
    let some = all.randomElement(using: &dice) ?? 0
    // The empty plan always is one: capacities are 0 or more.
    problem.pin(from: problem.parts.filter { some & (1 << $0) != 0 }, &dice)
    let plain = PlainJoint(problem: problem)
    let plans = all.filter { plain.isPlan($0) }
    let best = plans.max {
      (plain.filled($0), plain.worth($0)) < (plain.filled($1), plain.worth($1))
    }
    let plan = dice.chance(60) ? best ?? some : some
    let (filled, own) = (plain.filled(plan), plain.worth(plan))
    self.problem = problem
    self.plain = plain
    mostFilled = plans.map(plain.filled).max() ?? 0
    mostWorth = plans.filter { plain.filled($0) >= filled }.map(plain.worth).max() ?? own
    let first = RandomJointProof(plain: plain, stage: .mustFill, own: filled, atLeast: 0)
      .proof(&dice)
    let second = RandomJointProof(plain: plain, stage: .points, own: own, atLeast: filled)
      .proof(&dice)
    let most = plain.proven(first, .mustFill, own: filled, atLeast: 0)
    solution = JointSolution(
      chosen: problem.parts.filter { plan & (1 << $0) != 0 },
      mustFillUnfilled: problem.mustFillUnits - filled,
      mustFillBound: max(0, problem.mustFillUnits - most), objective: own,
      bound: plain.proven(second, .points, own: own, atLeast: filled), mustFillProof: first,
      pointsProof: second)
  }

  var report: CheckReport { check(problem, solution) }
}
