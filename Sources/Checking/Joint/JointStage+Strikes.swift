import Domain

extension JointStage {
  /// What strikes have found so far.
  struct Struck {
    var out = 0
    var chosen = 0
    /// No better plan is left at all.
    var isAll = false
  }

  /// Finds parts that no better plan contains, and such as every better plan contains.
  ///
  /// A part is struck when the home's most without giving it up is out of reach: `most - most with it`
  /// is above what the bound has to spare over the plan's own worth; settled when the same holds of
  /// `most - most without it`. Repeated until nothing more is found, so that it does not matter in which
  /// order the search found it.
  func strike(
    with prices: JointProof.Prices, _ fates: inout [Fate], _ struck: inout Struck
  ) throws(Objection) {
    let priced = priced(prices)
    guard let bound = try bound(priced, fates) else {
      struck.isAll = true
      return
    }
    let spare = bound.sum - 64 * (Int128(own) + 1)
    guard spare >= 0 else {
      struck.isAll = true
      return
    }
    var most = HomeMost(priced)
    for home in problem.homes where !priced.isSplit(home) {
      var isDone = false
      while !isDone {
        isDone = try !strike(home, bound.mosts[home], Int(clamping: spare), &most, &fates, &struck)
      }
    }
  }

  /// One round in one home; true when it found what may let another round find more.
  private func strike(
    _ home: Int, _ whole: Int, _ spare: Int, _ most: inout HomeMost, _ fates: inout [Fate],
    _ struck: inout Struck
  ) throws(Objection) -> Bool {
    guard case .worth = try most.most(ofHome: home, fates) else { return false }
    let room = whole - most.base
    var inDoubt: [(part: Int, worth: Int)] = []
    for part in problem.parts(ofHome: home) where fates[part] == .open {
      let worth = try most.priced.worth(part, isSplit: false)
      if worth < -spare || !most.fits(part, home: home) {
        fates[part] = .out
        struck.out += 1
      } else if room - min(worth, 0) > spare {
        inDoubt.append((part, worth))
      }
    }
    var hasFound = false
    for (part, worth) in inDoubt {
      if room - worth > spare,
        try isOutOfReach(with: .chosen, part, home, whole - spare, &most, &fates)
      {
        fates[part] = .out
        struck.out += 1
        hasFound = hasFound || worth > 0
      } else if worth > spare,
        try isOutOfReach(with: .out, part, home, whole - spare, &most, &fates)
      {
        fates[part] = .chosen
        struck.chosen += 1
        hasFound = true
      }
    }
    return hasFound
  }

  /// Whether the home's most, with the part decided so, is below what a better plan needs of it.
  private func isOutOfReach(
    with fate: Fate, _ part: Int, _ home: Int, _ needed: Int, _ most: inout HomeMost,
    _ fates: inout [Fate]
  ) throws(Objection) -> Bool {
    fates[part] = fate
    defer { fates[part] = .open }
    switch try most.most(ofHome: home, fates) {
    case .worth(let worth): return worth < needed
    case .noPlan: return true
    }
  }
}
