import Testing

@testable import Solvers

@Suite struct PackingTests {
  private static let effort = PackingEffort(
    evaluations: 60, changes: 12_000, neighbourhoods: 20_000, closing: 20_000)

  /// Homes of one to three people who compete for rows, with limits of amounts and of people.
  ///
  /// - Parameter isSupervised: whether some may take of a row only where somebody else gives their time to it.
  private static func problem(
    _ seed: UInt64, homes: Int, rows: Int, isSupervised: Bool = false
  ) -> PackingProblem {
    var random = SeededRandom(seed: seed)
    var made = PackingProblem()
    made.rowCapacity = (0..<rows).map { _ in random.number(1...2) }
    if isSupervised { made.rowCapacity += (0..<rows).map { _ in 0 } }
    for home in 0..<homes {
      let first = made.limitCapacity.count
      for limit in 0..<random.number(1...3) {
        made.limitCountsPeople.append(limit == 2)
        made.limitCapacity.append(Int32(limit == 2 ? 1 : random.number(3...9)))
      }
      for person in 0..<random.number(1...3) {
        for row in 0..<rows where random.number(0...2) > 0 {
          made.person.append(Int32(home * 3 + person))
          made.value.append(Int32(random.number(1...60)))
          made.isPinned.append(false)
          for limit in first..<made.limitCapacity.count where random.number(0...3) > 0 {
            made.uses.append(.init(limit: Int32(limit), amount: Int32(random.number(1...5))))
          }
          made.useStart.append(Int32(made.uses.count))
          made.links.append(.init(row: Int32(row), coefficient: 1))
          if isSupervised, row % 2 == person % 2 {
            made.links.append(.init(row: Int32(rows + row), coefficient: 1))
          }
          made.linkStart.append(Int32(made.links.count))
        }
        for row in 0..<rows where isSupervised && row % 2 != person % 2 {
          made.person.append(Int32(home * 3 + person))
          made.value.append(0)
          made.isPinned.append(false)
          made.uses.append(.init(limit: Int32(first), amount: 1))
          made.useStart.append(Int32(made.uses.count))
          made.links.append(.init(row: Int32(rows + row), coefficient: -1))
          made.linkStart.append(Int32(made.links.count))
        }
      }
      made.homeStart.append(Int32(made.value.count))
      made.limitStart.append(Int32(made.limitCapacity.count))
    }
    return made
  }

  /// What is wrong with a choice; empty when it passes no limit and no row.
  private static func faults(_ chosen: [Int], _ problem: PackingProblem) -> [String] {
    var used = [Int](repeating: 0, count: problem.limitCapacity.count)
    var out = Set<[Int32]>()
    var taken = [Int](repeating: 0, count: problem.rowCapacity.count)
    for part in chosen {
      for use in problem.uses[Int(problem.useStart[part])..<Int(problem.useStart[part + 1])] {
        if !problem.limitCountsPeople[Int(use.limit)] {
          used[Int(use.limit)] += Int(use.amount)
        } else if out.insert([use.limit, problem.person[part]]).inserted {
          used[Int(use.limit)] += 1
        }
      }
      for link in problem.links[Int(problem.linkStart[part])..<Int(problem.linkStart[part + 1])] {
        taken[Int(link.row)] += Int(link.coefficient)
      }
    }
    return used.indices.filter { used[$0] > problem.limitCapacity[$0] }.map { "limit \($0)" }
      + taken.indices.filter { taken[$0] > problem.rowCapacity[$0] }.map { "row \($0)" }
  }

  @Test func `the linear relaxation leads to the same optimum as evaluations alone`() throws {
    var relaxed = Self.effort
    relaxed.relaxedFrom = 0
    for seed in 0..<UInt64(rounds(60, soak: 3_000)) {
      let problem = Self.problem(seed, homes: 4, rows: 7)
      let plain = try bestPacking(problem, effort: Self.effort)
      let other = try bestPacking(problem, effort: relaxed)
      #expect(Self.faults(other.chosen, problem) == [], "seed \(seed)")
      #expect(other.value <= plain.bound && plain.value <= other.bound, "seed \(seed)")
      if plain.isProven, other.isProven { #expect(plain.value == other.value, "seed \(seed)") }
    }
  }

  /// Everybody takes one row of each: the relaxation has whole solutions.
  private static func assignment(_ seed: UInt64) -> PackingProblem {
    var random = SeededRandom(seed: seed)
    var made = PackingProblem()
    made.rowCapacity = Array(repeating: 1, count: 12)
    for home in Int32(0)..<12 {
      made.limitCapacity.append(1)
      made.limitCountsPeople.append(false)
      for row in Int32(0)..<12 {
        made.person.append(home)
        made.value.append(Int32(random.number(1...1_000)))
        made.isPinned.append(false)
        made.uses.append(.init(limit: home, amount: 1))
        made.useStart.append(Int32(made.uses.count))
        made.links.append(.init(row: row, coefficient: 1))
        made.linkStart.append(Int32(made.links.count))
      }
      made.homeStart.append(Int32(made.value.count))
      made.limitStart.append(home + 1)
    }
    return made
  }

  @Test
  func `prices of a relaxation with whole solutions bound as well as the best choice is worth`()
    throws
  {
    for seed in UInt64(0)..<10 {
      let problem = Self.assignment(seed)
      let tables = PackingTables(problem)
      var prices: [[Int]] = []
      for threads in [1, 2] {
        let relaxation = LinearRelaxation(tables, threads: threads, entriesWorthThreads: 0)
        relaxation.run(iterations: 2_000, isOver: { false })
        prices.append((0..<tables.rowCount).map(relaxation.price(ofRow:)))
      }
      #expect(prices[0] == prices[1], "one thread or two, seed \(seed)")
      let pricing = Pricing(tables)
      pricing.setPrices { prices[0][$0] }
      pricing.settle()
      let best = try bestPacking(problem, effort: Self.effort)
      #expect(best.isProven, "seed \(seed)")
      #expect(pricing.bound >= best.value * Pricing.unit, "seed \(seed)")
      #expect(pricing.bound <= best.value * Pricing.unit * 1_001 / 1_000, "seed \(seed)")
    }
  }

  @Test func `refitting and contesting only better a plan, and pass nothing`() throws {
    for seed in 0..<UInt64(rounds(80, soak: 5_000)) {
      let problem = Self.problem(seed, homes: 6, rows: 9, isSupervised: seed % 2 == 1)
      let tables = PackingTables(problem)
      let pricing = Pricing(tables)
      pricing.setPrices { _ in 20 * Pricing.unit }
      pricing.settle()
      let draft = Draft(tables)
      let refitting = Refitting(pricing)
      var last = 0
      for pass in 0..<4 {
        if pass % 2 == 0 { refitting.refitAll(draft) } else { refitting.contest(draft, rounds: 20) }
        #expect(draft.value >= last, "seed \(seed)")
        #expect(Self.faults(draft.chosen(), problem) == [], "seed \(seed)")
        last = draft.value
      }
      // A home that has every row to itself makes the best of them.
      var alone = Self.problem(seed, homes: 1, rows: 4)
      alone.rowCapacity = alone.rowCapacity.map { _ in 3 }
      let whole = Draft(PackingTables(alone))
      Refitting(Pricing(whole.tables)).refitAll(whole)
      let best = try bestPacking(alone, effort: Self.effort)
      #expect(whole.value == best.value && best.isProven, "seed \(seed)")
    }
  }

  @Test func `no home is worth more with a part decided otherwise than is told`() {
    for seed in 0..<UInt64(rounds(60, soak: 5_000)) {
      var random = SeededRandom(seed: seed)
      let problem = Self.problem(seed, homes: 6, rows: 9)
      let tables = PackingTables(problem)
      let pricing = Pricing(tables)
      pricing.setPrices { _ in random.number(0...40) * Pricing.unit }
      for part in problem.parts where random.number(0...9) == 0 {
        pricing.setState(part, BlockSearch.State.struck)
      }
      pricing.settle()
      for home in problem.homes {
        if let part = tables.parts(home).first(where: { pricing.isChosen[$0] }) {
          pricing.setState(part, BlockSearch.State.taken)
          pricing.settle()
        }
        let first = tables.limitStart[home]
        let isPlain = tables.limitStart[home + 1] == first + 1 && !tables.countsPeople[first]
        pricing.eachFlip(ofHome: home) { part, bound in
          let most = pricing.most(with: part, isTaken: !pricing.isChosen[part])
          let told = bound - pricing.bound + pricing.most[home]
          #expect(
            isPlain ? max(told, BlockSearch.impossible) == most : told >= most, "seed \(seed)")
        }
      }
    }
  }

  /// The prices and the plan of a search that ended, to go on from.
  private static func resumed(
    _ problem: PackingProblem, from start: PackingResult
  ) -> (pricing: Pricing, draft: Draft) {
    let tables = PackingTables(problem)
    let pricing = Pricing(tables)
    pricing.setPrices { start.prices[0][$0] }
    pricing.settle()
    let draft = Draft(tables)
    for part in start.chosen { draft.put(part) }
    return (pricing, draft)
  }

  @Test func `neighbourhoods only better a plan, and the same with one thread and two`() throws {
    for seed in 0..<UInt64(rounds(30, soak: 2_000)) {
      let problem = Self.problem(seed, homes: 12, rows: 14)
      let start = try bestPacking(
        problem,
        effort: .init(evaluations: 5, changes: 0, neighbourhoods: 0, closing: 0))
      var plans: [[Int]] = []
      for threads in [1, 2] {
        let (pricing, draft) = Self.resumed(problem, from: start)
        let search = NeighbourhoodSearch(
          pricing, draft, enough: .max, threads: threads, isOver: { false })
        search.run(mostWork: 20_000)
        #expect(draft.value >= start.value, "seed \(seed)")
        plans.append(draft.chosen())
      }
      #expect(plans[0] == plans[1], "seed \(seed)")
      #expect(Self.faults(plans[0], problem) == [], "seed \(seed)")
    }
  }

  @Test func `annealing only betters a plan, and the same with one thread and two`() throws {
    for seed in 0..<UInt64(rounds(4, soak: 500)) {
      // Annealed as a whole, and by halves.
      let homes = seed % 2 == 0 ? 40 : 120
      let problem = Self.problem(seed, homes: homes, rows: homes + 10)
      let start = try bestPacking(
        problem, effort: .init(evaluations: 5, changes: 0, neighbourhoods: 0, closing: 0))
      var plans: [[Int]] = []
      for threads in [1, 2] {
        let (pricing, draft) = Self.resumed(problem, from: start)
        let search = PairedAnnealing(pricing, draft, threads: threads, isOver: { false })
        search.run(changes: 8_000)
        let value = search.bestParts.reduce(0) { $0 + Int(problem.value[$1]) }
        #expect(value == search.bestValue && value >= start.value, "seed \(seed)")
        plans.append(search.bestParts)
      }
      #expect(plans[0] == plans[1], "seed \(seed)")
      #expect(Self.faults(plans[0], problem) == [], "seed \(seed)")
    }
  }

  @Test func `people who share limits are solved as if every choice had been tried`() {
    for seed in 0..<UInt64(rounds(300, soak: 20_000)) {
      let problem = Self.problem(seed, homes: 1, rows: 5)
      guard problem.value.count <= 11 else { continue }
      let pricing = Pricing(PackingTables(problem))
      pricing.settle()
      var most = 0
      for set in 0..<1 << problem.value.count {
        let chosen = problem.parts.filter { set >> $0 & 1 == 1 }
        guard !Self.faults(chosen, problem).contains(where: { $0.hasPrefix("limit") }) else {
          continue
        }
        most = max(most, chosen.reduce(0) { $0 + Int(problem.value[$1]) })
      }
      #expect(pricing.most[0] == most * Pricing.unit, "seed \(seed)")
    }
  }

  @Test func `people's profiles bound a home, and what is chosen by them fits`() {
    var bounded = 0
    for seed in 0..<UInt64(rounds(300, soak: 20_000)) {
      let problem = Self.problem(seed, homes: 1, rows: 7)
      let exact = Pricing(PackingTables(problem))
      exact.settle()
      let tables = PackingTables(problem)
      let worth = Table(count: tables.partCount) { Int(tables.value[$0]) * Pricing.unit }
      let state = Table(repeating: BlockSearch.State.free, count: tables.partCount)
      var blocks = BlockSearch(tables)
      blocks.groups.nodesWorthProfiles = 0
      blocks.groups.manyItems = seed % 2 == 0 ? 0 : .max
      blocks.mostNodes = 1
      for _ in 0..<3 {
        let most = blocks.most(ofHome: 0, worth: worth, state: state)
        let picked = (0..<blocks.pickedCount).map { Int(blocks.picked[$0]) }
        let won = picked.reduce(0) { $0 + worth[$1] }
        #expect(most >= exact.most[0] && won <= exact.most[0], "seed \(seed)")
        #expect(blocks.isExact == (most == won), "seed \(seed)")
        #expect(
          !Self.faults(picked, problem).contains { $0.hasPrefix("limit") }, "seed \(seed)")
        if !blocks.isExact { bounded += 1 }
      }
    }
    #expect(bounded > 0)
  }

  @Test func `who is out is counted whole: three pairs of half-terms for one person each`() {
    // At a price each would be taken by halves: 15 where only one of them fits.
    var problem = PackingProblem()
    problem.limitCapacity = [1, 1, 1]
    problem.limitCountsPeople = [true, true, true]
    for (person, halfTerms) in [[0, 1], [1, 2], [0, 2]].enumerated() {
      problem.person.append(Int32(person))
      problem.value.append(10)
      problem.isPinned.append(false)
      problem.uses += halfTerms.map { .init(limit: Int32($0), amount: 1) }
      problem.useStart.append(Int32(problem.uses.count))
      problem.linkStart.append(0)
    }
    problem.homeStart.append(3)
    problem.limitStart.append(3)
    let tables = PackingTables(problem)
    var blocks = BlockSearch(tables)
    blocks.groups.manyItems = 0
    blocks.mostNodes = 1
    let worth = Table(count: 3) { Int(tables.value[$0]) * Pricing.unit }
    let state = Table(repeating: BlockSearch.State.free, count: 3)
    #expect(blocks.most(ofHome: 0, worth: worth, state: state) == 10 * Pricing.unit)
    #expect(blocks.isExact && blocks.pickedCount == 1)
  }

  @Test func `a knapsack of many items like one another is solved by its table as by the search`() {
    for seed in UInt64(0)..<20 {
      var random = SeededRandom(seed: seed)
      let items = (0..<60).map { _ in
        let amount = random.number(20...60)
        return (amount: amount, worth: amount * 10 + random.number(0...1))
      }
      let room = random.number(100...400)
      var most = [Int](repeating: 0, count: room + 1)
      for item in items where item.amount <= room {
        for used in stride(from: room, through: item.amount, by: -1) {
          most[used] = max(most[used], most[used - item.amount] + item.worth)
        }
      }
      var search = KnapsackSearch(mostItems: items.count)
      search.begin(room: room)
      for (index, item) in items.enumerated() { search.add(index, item.worth, item.amount) }
      #expect(search.solve() == most[room])
      let chosen = (0..<search.chosenCount).map { items[Int(search.chosen[$0])] }
      #expect(chosen.reduce(0) { $0 + $1.worth } == most[room])
      #expect(chosen.reduce(0) { $0 + $1.amount } <= room)
    }
  }
}
