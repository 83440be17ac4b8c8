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
    let before = fates
    let runs = inRunsOfHomes { homes throws(Objection) in
      var (most, fates, parts) = (HomeMost(priced), before, [(part: Int, fate: Fate)]())
      for home in homes where !priced.isSplit(home) {
        let (whole, spare) = (bound.mosts[home], Int(clamping: spare))
        while try strike(home, whole, spare, &most, &fates) {}
        parts += problem.parts(ofHome: home).filter { fates[$0] != before[$0] }
          .map { ($0, fates[$0]) }
      }
      return parts
    }
    for run in runs {
      for (part, fate) in try run.get() {
        fates[part] = fate
        if fate == .out { struck.out += 1 } else { struck.chosen += 1 }
      }
    }
  }

  /// One round in one home; true when it found what may let another round find more.
  private func strike(
    _ home: Int, _ whole: Int, _ spare: Int, _ most: inout HomeMost, _ fates: inout [Fate]
  ) throws(Objection) -> Bool {
    guard case .worth = try most.most(ofHome: home, fates) else { return false }
    let room = whole - most.base
    var inDoubt: [(part: Int, worth: Int)] = []
    for part in problem.parts(ofHome: home) where fates[part] == .open {
      let worth = try most.priced.worth(part, isSplit: false)
      if worth < -spare || !most.fits(part, home: home) {
        fates[part] = .out
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
        hasFound = hasFound || worth > 0
      } else if worth > spare,
        try isOutOfReach(with: .out, part, home, whole - spare, &most, &fates)
      {
        fates[part] = .chosen
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
