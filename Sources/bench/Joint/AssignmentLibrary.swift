import Domain

/// Generalised-assignment problems in the form of OR-Library (Beasley 1990, doi:10.1057/jors.1990.166): how many
/// problems; then of each the agents and jobs, a row of costs for each agent, a row of amounts for each agent,
/// and the agents' capacities. Files of a single problem may leave the first number out.
///
/// Every job has to be assigned. A job left out would be a must-fill unit unfilled, so that the answer says
/// when no assignment exists.
struct AssignmentLibrary {
  private(set) var problems: [(problem: JointProblem, turnedRound: Int?)] = []

  init(_ scanner: inout TextScanner, maximising: Bool) throws(InstanceError) {
    var numbers: [Int] = []
    while scanner.nextLine() {
      while let number = try scanner.number() { numbers.append(number) }
    }
    var rest = numbers[...]
    // A count of problems is followed by the first problem's two sizes.
    let isSingle = numbers.count >= 2 && numbers.count == Self.size(numbers[0], numbers[1])
    let count = isSingle ? 1 : rest.popFirst() ?? 0
    for _ in 0..<max(0, min(count, 1_000)) {
      guard let problem = Self.problem(&rest, maximising) else {
        throw scanner.failure(
          "ends before its last problem, or holds a number out of range",
          "give problems as OR-Library does: agents, jobs, costs, amounts, capacities")
      }
      problems.append(problem)
    }
    guard rest.isEmpty, !problems.isEmpty else {
      throw scanner.failure(
        "holds other than the problems it announces", "see whether the file was cut short")
    }
  }

  private static func size(_ agents: Int, _ jobs: Int) -> Int {
    guard (1...100_000).contains(agents), (1...100_000).contains(jobs) else { return 0 }
    return 2 + 2 * agents * jobs + agents
  }

  private static func problem(
    _ rest: inout ArraySlice<Int>, _ maximising: Bool
  ) -> (problem: JointProblem, turnedRound: Int?)? {
    guard let agents = rest.popFirst(), let jobs = rest.popFirst(),
      size(agents, jobs) > 0, rest.count >= size(agents, jobs) - 2
    else { return nil }
    let first = rest.startIndex
    let costs = rest[first..<first + agents * jobs]
    let amounts = rest[first + agents * jobs..<first + 2 * agents * jobs]
    let capacities = rest[first + 2 * agents * jobs..<first + 2 * agents * jobs + agents]
    rest = rest.dropFirst(2 * agents * jobs + agents)
    let most = costs.max() ?? 0
    guard costs.allSatisfy({ (0..<1 << 20).contains($0) }),
      amounts.allSatisfy({ (1..<1 << 30).contains($0) }),
      capacities.allSatisfy({ (0..<1 << 30).contains($0) })
    else { return nil }
    // Worth more assigned than not, by whatever the cost.
    let whole = most + 1
    var made = JointProblem()
    made.rowCapacity = [Int32](repeating: 1, count: jobs)
    made.mustFillUnits = jobs
    for agent in 0..<agents {
      made.limits.append(.init(capacity: Int32(capacities[capacities.startIndex + agent])))
      for job in 0..<jobs {
        let cost = costs[costs.startIndex + agent * jobs + job]
        let amount = amounts[amounts.startIndex + agent * jobs + job]
        made.person.append(Int32(agent))
        made.value.append(Int32(maximising ? cost : whole - cost))
        made.mustFill.append(true)
        made.isPinned.append(false)
        made.uses.append(.init(limit: Int32(agent), amount: Int32(amount)))
        made.useStart.append(Int32(made.uses.count))
        made.links.append(.init(row: Int32(job), coefficient: 1))
        made.linkStart.append(Int32(made.links.count))
      }
      made.homeStart.append(Int32(made.value.count))
      made.limitStart.append(Int32(agent + 1))
    }
    return (made, maximising ? nil : whole * jobs)
  }
}
