import Domain

extension Scorer {
  /// The same people, judged for some of the needs alone, which are numbered anew in the order given.
  public func asking(_ needs: [Int]) -> Scorer {
    let some = Facts(facts, asking: needs.map { facts.snapshot.needs[$0] }, areCovers: false)
    return Scorer(some, candidates.regrouped(for: some))
  }

  /// Everybody who can fill a need, the most points first; of equals the first in the snapshot.
  public func eligiblePeople(for need: Int) -> [(person: Int, points: Int)] {
    facts.withRules { rules, criteria in
      var found: [(person: Int, points: Int)] = []
      forEachEligible(need, rules, criteria) { found.append((Int($0.person), Int($0.points))) }
      return found.sorted { ($0.points, $1.person) > ($1.points, $0.person) }
    }
  }

  /// Every need somebody can fill, in the snapshot's order.
  ///
  /// - Complexity: linear in the needs.
  public func eligibleNeeds(of person: Int) -> [(need: Int, points: Int)] {
    facts.withRules { rules, criteria in
      facts.needs.facts.indices.compactMap { need in
        Pair(facts, person: person, need: need).points(rules, criteria).map { (need, $0) }
      }
    }
  }
}
