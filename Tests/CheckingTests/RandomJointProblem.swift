import Domain

/// Repeats itself for the same seed: splitmix64.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }
}

extension JointProblem {
  /// One to three homes, up to three people in each, a dozen parts at most; every kind of limit and row.
  static func random(_ dice: inout Dice) -> JointProblem {
    var problem = JointProblem()
    let rows = dice.int(0...4)
    for _ in 0..<rows {
      problem.rowCapacity.append(Int32(dice.chance(40) ? 0 : dice.int(0...2)))
    }
    var person: Int32 = Int32(dice.int(0...5))
    for _ in 0..<dice.int(1...3) { problem.addHome(&person, rows, &dice) }
    problem.constant = dice.int(-500...500)
    problem.mustFillUnits = problem.mustFill.count { $0 }
    return problem
  }

  private mutating func addHome(_ person: inout Int32, _ rows: Int, _ dice: inout Dice) {
    let first = Int32(limits.count)
    let ownLimits = Int32(dice.int(0...4))
    for _ in 0..<ownLimits {
      let countsPeople = dice.chance(35)
      limits.append(
        Limit(
          capacity: Int32(countsPeople ? dice.int(0...2) : dice.int(0...12)),
          countsPeople: countsPeople))
    }
    limitStart.append(Int32(limits.count))
    let people = Int32(dice.int(1...3))
    for _ in 0..<dice.int(0...4) {
      self.person.append(person + Int32(dice.int(0...Int(people) - 1)))
      value.append(Int32(dice.int(-15...40)))
      mustFill.append(dice.chance(25))
      isPinned.append(false)
      for limit in 0..<ownLimits where dice.chance(55) {
        uses.append(Use(limit: first + limit, amount: Int32(dice.int(1...7))))
      }
      useStart.append(Int32(uses.count))
      for row in 0..<Int32(rows) where dice.chance(40) {
        links.append(Link(row: row, coefficient: dice.chance(70) ? 1 : -1))
      }
      linkStart.append(Int32(links.count))
    }
    homeStart.append(Int32(value.count))
    person += people
  }

  /// Pins parts of a plan now and then.
  mutating func pin(from plan: [Int], _ dice: inout Dice) {
    for part in plan where dice.chance(15) { isPinned[part] = true }
  }
}
