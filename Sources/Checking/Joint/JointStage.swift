import Domain

/// One stage's claim: that no plan which does better than this one can be.
struct JointStage {
  let stage: Whereabouts.Stage
  let problem: JointProblem
  let outline: JointOutline
  let proof: JointProof
  /// What this plan is worth in the stage: must-fill units filled, or points.
  let own: Int
  /// Must-fill units that plans have to fill.
  let atLeast: Int

  /// What the proof shows, in whole points, and where it shows the most.
  struct Proven {
    var points: Int128
    var place: Whereabouts
    var findings: [String]
  }

  init(
    _ stage: Whereabouts.Stage, _ problem: JointProblem, _ outline: JointOutline,
    proof: JointProof, own: Int, atLeast: Int
  ) {
    self.stage = stage
    self.problem = problem
    self.outline = outline
    self.proof = proof
    self.own = own
    self.atLeast = atLeast
  }

  func proven() throws(Objection) -> Proven {
    try checkPrices()
    try checkPositions()
    try checkLeaves()
    var fates: [Fate] = problem.isPinned.map { $0 ? .chosen : .open }
    var struck = Struck()
    for strike in proof.strikes where !struck.isAll {
      try self.strike(with: proof.prices[strike], &fates, &struck)
    }
    var findings = [sentence(struck)]
    var proven = Proven(points: Int128(own), place: .stage(stage), findings: [])
    if !struck.isAll {
      try boundLeaves(&fates, &proven)
      findings.append("\(name): \(cases)")
    }
    proven.findings = findings
    return proven
  }

  var name: String { stage.rawValue }

  private var cases: String {
    proof.leaves.count == 1
      ? "every plan that is left is bounded in one"
      : "every plan that is left is in one of \(grouped(proof.leaves.count)) cases, each bounded"
  }

  private func sentence(_ struck: Struck) -> String {
    let prices =
      "\(name): \(grouped(proof.prices.count)) \(proof.prices.count == 1 ? "set" : "sets")"
    let parts =
      struck.isAll
      ? "no part is left with which a plan could do better"
      : "\(grouped(struck.out)) parts cannot be in a better plan, \(grouped(struck.chosen)) must be"
    return "\(prices) of prices, none below 0; \(parts)"
  }

  func priced(_ prices: JointProof.Prices) -> PricedParts {
    PricedParts(problem, outline, stage, prices)
  }

  /// What every home is worth at most, and what they add up to with all that is fixed; nil when what is
  /// decided leaves no plan.
  func bound(
    _ priced: PricedParts, _ fates: [Fate]
  ) throws(Objection) -> (sum: Int128, mosts: [Int])? {
    var mosts: [Int] = []
    let runs = inRunsOfHomes { homes throws(Objection) in try self.mosts(of: homes, priced, fates) }
    for run in runs {
      guard let found = try run.get() else { return nil }
      mosts += found
    }
    return (mosts.reduce(priced.fixed(atLeast: atLeast)) { $0 + Int128($1) }, mosts)
  }

  private func mosts(
    of homes: Range<Int>, _ priced: PricedParts, _ fates: [Fate]
  ) throws(Objection) -> [Int]? {
    var most = HomeMost(priced)
    var mosts: [Int] = []
    for home in homes {
      guard case .worth(let worth) = try most.most(ofHome: home, fates) else { return nil }
      mosts.append(worth)
    }
    return mosts
  }

  /// What is found in each run of homes, in their order, by as many cores as there are.
  func inRunsOfHomes<Found: Sendable>(
    _ find: @Sendable (Range<Int>) throws(Objection) -> Found
  ) -> [Result<Found, Objection>] {
    let count = problem.homes.count
    let size = max(16, count / 256)
    return inParallel((count + size - 1) / size) { run in
      let homes = run * size..<min(count, (run + 1) * size)
      return Result { () throws(Objection) in try find(homes) }
    }
  }

  /// Whole points below or at a number of 64ths.
  func points(_ bound: Int128) -> Int128 { bound >> 6 }
}

extension JointStage {
  /// The largest of the leaves' bounds and the plan's own worth, leaves at the same prices together.
  private func boundLeaves(_ fates: inout [Fate], _ proven: inout Proven) throws(Objection) {
    let order = proof.leaves.indices.sorted {
      (proof.leaves[$0].prices, $0) < (proof.leaves[$1].prices, $1)
    }
    var at: Int?
    var most = HomeMost(priced(proof.prices[proof.leaves[order[0]].prices]))
    var whole: (sum: Int128, mosts: [Int])?
    for leaf in order {
      let prices = proof.leaves[leaf].prices
      if at != prices {
        at = prices
        most = HomeMost(priced(proof.prices[prices]))
        whole = try bound(most.priced, fates)
      }
      guard let whole, let bound = try bound(leaf, whole, &most, &fates) else { continue }
      if points(bound) > proven.points {
        (proven.points, proven.place) = (points(bound), .leaf(stage, leaf))
      }
    }
  }

  /// A leaf's bound: only the homes it decides in differ from the whole; nil when it has no plan.
  private func bound(
    _ leaf: Int, _ whole: (sum: Int128, mosts: [Int]), _ most: inout HomeMost,
    _ fates: inout [Fate]
  ) throws(Objection) -> Int128? {
    let decided = proof.leaves[leaf].decided
    let before = decided.map { fates[Int($0.part)] }
    var canBe = true
    for decision in decided {
      let fate: Fate = decision.isChosen ? .chosen : .out
      let known = fates[Int(decision.part)]
      canBe = canBe && (known == .open || known == fate)
      fates[Int(decision.part)] = fate
    }
    defer {
      for (decision, fate) in zip(decided, before) { fates[Int(decision.part)] = fate }
    }
    guard canBe else { return nil }
    var sum = whole.sum
    var last: Int32 = -1
    for home in decided.map({ outline.homeOfPart[Int($0.part)] }).sorted() where home != last {
      last = home
      switch try most.most(ofHome: Int(home), fates) {
      case .worth(let worth): sum += Int128(worth) - Int128(whole.mosts[Int(home)])
      case .noPlan: return nil
      }
    }
    return sum
  }
}
