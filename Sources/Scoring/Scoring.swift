import Domain

// Scoring: a person and a need in, a judgement out. Pure: no file, clock or database.
//
// - `Facts` prepares a snapshot under a policy as small numbers; `Pair` is one person and one need.
// - `Rules/` holds one hard rule per file: whether it bars a pair, and the sentence that says how.
// - `Criteria/` holds one soft criterion per file: its whole points, and the sentence that says why.
//   The same points are summed for a million pairs and printed as lines for one.
// - `Joint/` finds what else a joint plan can be made of: who supervises, who covers which post.
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

  init(_ facts: Facts, _ candidates: CandidateIndex) {
    self.facts = facts
    self.candidates = candidates
  }

  /// Every pair that can be, with its points: exactly the pairs `judge` finds eligible.
  ///
  /// Worked out on several cores, a few needs at a time; the answer does not depend on how many.
  public func pairs(threads: Int = usableCores) -> Pairs {
    let (order, size) = (needsByPlace, Self.needsAtATime)
    let parts = inParallel((order.count + size - 1) / size, threads: threads) {
      pairs(of: order[$0 * size..<min(order.count, ($0 + 1) * size)])
    }
    return Pairs(joining: parts, of: order)
  }

  /// Needs as they lie on the map.
  private var needsByPlace: [Int] {
    let cells = facts.needs.facts.indices.map { (cell: facts.cell(ofNeed: $0).key, need: $0) }
    return cells.sorted { $0 < $1 }.map(\.need)
  }

  private static let needsAtATime = 64

  private func pairs(of needs: ArraySlice<Int>) -> Pairs {
    var pairs = Pairs()
    facts.withRules { rules, criteria in
      var found: [FoundPair] = []
      for need in needs {
        found.removeAll(keepingCapacity: true)
        forEachEligible(need, rules, criteria) { found.append($0) }
        found.sort { $0.person < $1.person }
        for pair in found {
          pairs.pairPerson.append(pair.person)
          pairs.pairPoints.append(pair.points)
          pairs.pairDesignation.append(pair.designation)
        }
        pairs.pairStart.append(pairs.pairPerson.count)
      }
    }
    return pairs
  }

  /// A person who can fill a need; see `Pairs`.
  struct FoundPair: Sendable {
    var person: Int32
    var points: Int32
    var designation: Int32
  }

  /// Calls `body` with everybody who can fill a need, in no order that means anything.
  @inline(__always)
  func forEachEligible(
    _ need: Int, _ rules: UnsafeBufferPointer<BarRule>,
    _ criteria: UnsafeBufferPointer<Criterion>, _ body: (FoundPair) -> Void
  ) {
    let flat = facts.flat
    candidates.forEachCandidate(of: need, flat) { row in
      let pair = Pair(flat, row: row, need: need)
      guard let points = pair.points(rules, criteria) else { return }
      body(
        FoundPair(
          person: flat.pointee.order.personOfRow[row], points: Int32(clamping: points),
          designation: pair.usedIndex))
    }
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
}

extension Pair {
  /// The sum of the criteria's points; nil when a rule bars. Builds no sentence.
  @inline(__always)
  func points(
    _ rules: UnsafeBufferPointer<BarRule>, _ criteria: UnsafeBufferPointer<Criterion>
  ) -> Int? {
    // The farthest away are the most: asked first, it spares the other rules.
    if facts.travelIsOn && TravelRule.bars(self) { return nil }
    for rule in rules where rule.bars(self) { return nil }
    var sum = 0
    for criterion in criteria { sum += criterion.points(self) ?? 0 }
    return sum
  }
}

extension Facts {
  /// The rules and criteria in force, read many times without counting their array's owners.
  func withRules<Value>(
    _ body: (UnsafeBufferPointer<BarRule>, UnsafeBufferPointer<Criterion>) -> Value
  ) -> Value {
    rulesOn.withUnsafeBufferPointer { rules in
      criteriaOn.withUnsafeBufferPointer { body(rules, $0) }
    }
  }
}
