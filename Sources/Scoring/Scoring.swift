import Domain

// Scoring: a person and a need in, a judgement out. Pure: no file, clock or database.
//
// - `Facts` prepares a snapshot under a policy as small numbers; `Pair` is one person and one need.
// - `Rules/` holds one hard rule per file: whether it bars a pair, and the sentence that says how.
// - `Criteria/` holds one soft criterion per file: its whole points, and the sentence that says why.
//   The same points are summed for a million pairs and printed as lines for one.
// - `Candidates/` finds the people worth judging for a need, so that not every pair is tried.
//
// Nothing here reads a name, a TRN, a sex or a date of birth to decide anything.

/// Judges people for needs by an organisation's rules and weights.
///
/// Preparing is linear in the snapshot; the answers then depend on nothing else.
public struct Scorer: Sendable {
  let facts: Facts
  let candidates: CandidateIndex

  public init(snapshot: Snapshot, policy: Policy) {
    facts = Facts(snapshot, policy)
    candidates = CandidateIndex(facts)
  }

  /// Every pair that can be, with its points: exactly the pairs `judge` finds eligible.
  public func pairs() -> Pairs {
    var pairs = Pairs()
    var found: [(person: Int32, points: Int32)] = []
    for need in facts.needs.facts.indices {
      found.removeAll(keepingCapacity: true)
      candidates.forEachCandidate(of: need, facts) { row in
        let pair = Pair(facts, row: row, need: need)
        guard let points = pair.points else { return }
        found.append((facts.order.personOfRow[row], Int32(points)))
      }
      found.sort { $0.person < $1.person }
      for (person, points) in found {
        pairs.pairPerson.append(person)
        pairs.pairPoints.append(points)
      }
      pairs.pairStart.append(pairs.pairPerson.count)
    }
    return pairs
  }

  /// The judgement of one person and one need: every line in the criteria's order, or every bar met
  /// in the rules'.
  public func judge(person: Int, need: Int) -> Judgement {
    let pair = Pair(facts, person: person, need: need)
    let bars = facts.rulesOn.filter { $0.bars(pair) }
    guard bars.isEmpty else {
      return .barred(bars.map { Bar($0, because: $0.because(pair)) })
    }
    return .eligible(
      facts.criteriaOn.compactMap { criterion in
        criterion.points(pair).map {
          ScoreLine(criterion, points: $0, because: criterion.because(pair))
        }
      })
  }

  /// Placements a home can still let go in the plan's period, 0 or more: people out at once (as
  /// recorded, else the default for its size) less those out in the period already.
  public func homeCapacity(place: Int) -> Int { Int(facts.places.facts[place].capacity) }
}

extension Pair {
  /// The sum of the criteria's points; nil when a rule bars. Builds no sentence.
  fileprivate var points: Int? {
    // The farthest away are the most: asked first, it spares the other rules.
    if facts.travelIsOn && TravelRule.bars(self) { return nil }
    for rule in facts.rulesOn where rule.bars(self) { return nil }
    return facts.criteriaOn.reduce(0) { $0 + ($1.points(self) ?? 0) }
  }
}
