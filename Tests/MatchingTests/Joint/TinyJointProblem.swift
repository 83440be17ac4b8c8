import Domain

/// Tiny joint problems, at random, with the kinds of rules asked for.
struct TinyJointProblem {
  struct Rules: OptionSet {
    let rawValue: Int
    static let days = Rules(rawValue: 1)
    static let sharedDays = Rules(rawValue: 2)
    static let peopleOut = Rules(rawValue: 4)
    static let supervision = Rules(rawValue: 8)
    static let chains = Rules(rawValue: 16)
    static let mustFill = Rules(rawValue: 32)
    static let pinned = Rules(rawValue: 64)

    static let all: Rules = [
      .days, .sharedDays, .peopleOut, .supervision, .chains, .mustFill, .pinned,
    ]
  }

  private(set) var problem = JointProblem()
  private let rules: Rules
  private let needs: Int
  private let mustFillNeeds: [Bool]

  init(_ rules: Rules, _ random: inout SeededRandom) {
    self.rules = rules
    needs = random.number(1...4)
    mustFillNeeds = (0..<needs).map { _ in rules.contains(.mustFill) && random.number(0...2) == 0 }
    problem.constant = random.number(-50...50)
    for need in 0..<needs {
      problem.rowCapacity.append(Int32(random.number(0...5) == 0 ? 2 : 1))
      if mustFillNeeds[need] { problem.mustFillUnits += Int(problem.rowCapacity[need]) }
    }
    let asking = rules.isDisjoint(with: [.supervision, .chains]) ? 0 : random.number(1...3)
    problem.rowCapacity += [Int32](repeating: 0, count: asking)
    var person: Int32 = 0
    for _ in 0..<random.number(1...4) {
      addHome(asking, &person, &random)
    }
    if rules.contains(.pinned) { pin(&random) }
  }

  private mutating func addHome(
    _ asking: Int, _ person: inout Int32, _ random: inout SeededRandom
  ) {
    let people = random.number(1...2)
    let first = problem.limits.count
    if rules.contains(.sharedDays) { addLimit(random.number(3...9), false) }
    if rules.contains(.peopleOut) { addLimit(random.number(0...1), true) }
    if rules.contains(.peopleOut), random.number(0...1) == 0 { addLimit(1, true) }
    let shared = problem.limits.count
    for _ in 0..<people {
      if rules.contains(.days) { addLimit(random.number(1...9), false) }
    }
    for own in 0..<people {
      for _ in 0..<random.number(0...3) where problem.value.count < 12 {
        let days = rules.contains(.days) ? [shared + own] : []
        let limits = (first..<shared).filter { _ in random.number(0...2) > 0 } + days
        addPart(limits, person, asking, &random)
      }
      person += 1
    }
    problem.homeStart.append(Int32(problem.value.count))
    problem.limitStart.append(Int32(problem.limits.count))
  }

  private mutating func addLimit(_ capacity: Int, _ countsPeople: Bool) {
    problem.limits.append(.init(capacity: Int32(capacity), countsPeople: countsPeople))
  }

  private mutating func addPart(
    _ limits: [Int], _ person: Int32, _ asking: Int, _ random: inout SeededRandom
  ) {
    let isProviding = asking > 0 && random.number(0...2) == 0
    let need = random.number(0...needs - 1)
    problem.person.append(person)
    problem.value.append(Int32(isProviding ? random.number(-4...0) : random.number(-2...30)))
    problem.mustFill.append(!isProviding && mustFillNeeds[need])
    problem.isPinned.append(false)
    for limit in limits {
      let amount = problem.limits[limit].countsPeople ? 1 : random.number(1...5)
      problem.uses.append(.init(limit: Int32(limit), amount: Int32(amount)))
    }
    problem.useStart.append(Int32(problem.uses.count))
    var links: [JointProblem.Link] = []
    if !isProviding { links.append(.init(row: Int32(need), coefficient: 1)) }
    // What provides may ask in turn, one row further on.
    let row = asking > 0 ? random.number(0...asking - 1) : 0
    if isProviding { links.append(.init(row: Int32(needs + row), coefficient: -1)) }
    let asked = isProviding ? row + 1 : row
    if asked < asking, random.number(0...1) == 0 {
      links.append(.init(row: Int32(needs + asked), coefficient: 1))
    }
    problem.links += links
    problem.linkStart.append(Int32(problem.links.count))
  }

  /// Pins some parts of a choice that stands.
  private mutating func pin(_ random: inout SeededRandom) {
    let plans = JointBruteForce(problem).plans
    let plan = plans[random.number(0...plans.count - 1)]
    for part in problem.parts where plan >> part & 1 == 1 && random.number(0...1) == 0 {
      problem.isPinned[part] = true
    }
  }
}
