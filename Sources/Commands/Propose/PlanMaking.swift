import Checking
import Configuring
import Domain
import Explaining
import Matching
import Scoring

/// A snapshot under a policy, scored and turned into the problem a plan answers.
struct PlanWork: Sendable {
  let snapshot: Snapshot
  let policy: Policy
  let scorer: Scorer
  let model: PlanModel

  init(_ snapshot: Snapshot, policy: Policy, _ stopwatch: Stopwatch = Stopwatch()) {
    self.snapshot = snapshot
    self.policy = policy
    let scorer = Scorer(snapshot: snapshot, policy: policy)
    stopwatch.lap("facts")
    let pairs = scorer.pairs()
    stopwatch.lap("pairs and points")
    self.scorer = scorer
    model = PlanModel(
      snapshot, policy: policy, pairStart: pairs.pairStart, pairPerson: pairs.pairPerson,
      pairPoints: pairs.pairPoints, capacity: { scorer.homeCapacity(place: $0) })
    stopwatch.lap("problem")
  }

  /// Rebuilds what a stored plan was made from.
  init(rebuilding plan: Plan, _ stopwatch: Stopwatch = Stopwatch()) throws {
    let snapshot = try Snapshot(text: plan.snapshot)
    stopwatch.lap("read snapshot")
    self.init(snapshot, policy: try Configuration.policy(from: plan.policy), stopwatch)
  }

  /// The best plan, or the best there was time for, accepted by the checker; an answer the checker refuses
  /// is our fault, never saved.
  ///
  /// - Parameters:
  ///   - earlier: a plan to begin from, so that what need not change stays; then there is no limit.
  ///   - limit: how long the search may take; nil lets it end by itself.
  func solved(
    from earlier: Plan? = nil, within limit: Duration? = nil, _ stopwatch: Stopwatch = Stopwatch()
  ) throws -> StagedSolution {
    let solution: StagedSolution
    do {
      if let earlier {
        solution = try solve(model.problem, from: model.solution(remainingOf: earlier))
      } else if let limit {
        let end = ContinuousClock.now + limit
        solution = try solve(model.problem) { ContinuousClock.now >= end }
      } else {
        solution = try solve(model.problem)
      }
    } catch {
      throw Failure(.fault, "the plan could not be solved: \(error)")
    }
    stopwatch.lap("solve")
    let report = check(model.problem, solution)
    stopwatch.lap("check")
    guard report.accepted else {
      throw Failure(
        .fault,
        "the checker refused the plan (\(report.objection?.sentence ?? "no reason given")); nothing was saved"
      )
    }
    return solution
  }

  func explainer(of solution: StagedSolution) -> PlanExplainer {
    PlanExplainer(model.problem, solution)
  }

  /// Lets an explanation ask what forcing one pair after another is worth.
  func forcing<Answer>(
    from solution: StagedSolution, _ explain: (PlanExplainer.Forcing) throws -> Answer
  ) throws -> Answer {
    do {
      var forced = try ForcedPlans(model.problem, from: solution)
      return try explain { pair in
        try forced.worth(forcing: pair).map { ($0.mustFillUnfilled, $0.objective) }
      }
    } catch MatchingError.refusedBySolver {
      // Points so large that one search cannot put must-fill first for sure: one search for each.
      return try explain { pair in
        try solve(model.problem, forcing: pair).map { ($0.mustFillUnfilled, $0.objective) }
      }
    }
  }

  func person(_ index: Int) -> Candidate { snapshot.people[index] }
  func need(_ index: Int) -> Need { snapshot.needs[index].need }
  func place(ofNeed index: Int) -> Place { snapshot.places[snapshot.needs[index].place] }
  func home(ofPerson index: Int) -> Place? {
    snapshot.people[index].home.map { snapshot.places[$0] }
  }
}

extension PlanWork {
  /// The plan as saved and shown: proposals with their lines, what stays unfilled and why, prices, notes.
  ///
  /// Its pieces are worked out on several cores and put together in the order of needs.
  func plan(
    from solution: StagedSolution, kinds: [Need.Kind], within: String?, from: Day?, to: Day?,
    policyText: String, snapshotText: String
  ) -> Plan {
    let chosen = solution.chosen.map { pair in
      (person: Int(model.problem.pairPerson[pair]), need: model.need(ofPair: pair))
    }
    let short = shortOf(chosen.map(\.need))
    let explainer = explainer(of: solution)
    let pieces = inParallel(Self.runs(chosen.count) + Self.runs(short.count)) {
      run -> Piece in
      if run < Self.runs(chosen.count) { return proposals(chosen[Self.run(run, of: chosen.count)]) }
      let rest = Self.run(run - Self.runs(chosen.count), of: short.count)
      return Piece(unfilled: short[rest].map { unfilled($0.need, missing: $0.missing, explainer) })
    }
    var plan = Plan(
      kinds: kinds, within: within, from: from, to: to, policy: policyText,
      snapshot: snapshotText, objective: solution.objective, bound: solution.bound,
      mustFillUnfilled: solution.mustFillUnfilled)
    plan.proposals = pieces.flatMap(\.proposals).sorted {
      ($0.need, $0.person) < ($1.need, $1.person)
    }
    plan.unfilled = pieces.flatMap(\.unfilled).sorted { $0.need < $1.need }
    plan.prices = model.prices(of: solution)
    plan.notes = scorer.overruns(of: chosen) + defaults(pieces.map(\.cautions))
    return plan
  }

  /// What one core worked out.
  private struct Piece: Sendable {
    var proposals: [Proposal] = []
    /// Defaults used, each with how many proposals it touches.
    var cautions: [String: Int] = [:]
    var unfilled: [Unfilled] = []
  }

  private static let runLength = 256

  private static func runs(_ count: Int) -> Int { (count + runLength - 1) / runLength }

  private static func run(_ number: Int, of count: Int) -> Range<Int> {
    number * runLength..<min(count, (number + 1) * runLength)
  }

  private func proposals(_ chosen: ArraySlice<(person: Int, need: Int)>) -> Piece {
    var piece = Piece()
    for pair in chosen {
      piece.proposals.append(proposal(pair))
      for caution in scorer.cautions(person: pair.person, need: pair.need) {
        piece.cautions[caution, default: 0] += 1
      }
    }
    return piece
  }

  private func proposal(_ pair: (person: Int, need: Int)) -> Proposal {
    var lines: [ScoreLine] = []
    if case .eligible(let found) = scorer.judge(person: pair.person, need: pair.need) {
      lines = found
    }
    return Proposal(
      need: need(pair.need).reference, person: person(pair.person).number,
      points: lines.reduce(0) { $0 + $1.points }, lines: lines)
  }

  /// Needs with fewer people than they ask for, and how many are missing.
  private func shortOf(_ filled: [Int]) -> [(need: Int, missing: Int)] {
    var missing = snapshot.needs.map { Int($0.open) }
    for need in filled { missing[need] -= 1 }
    return missing.enumerated().filter { $0.element > 0 }.map {
      (need: $0.offset, missing: $0.element)
    }
  }

  private func unfilled(_ need: Int, missing: Int, _ explainer: PlanExplainer) -> Unfilled {
    Unfilled(
      need: self.need(need).reference, missing: missing, because: whyShort(need, explainer))
  }

  private func whyShort(_ need: Int, _ explainer: PlanExplainer) -> String {
    let row = model.problem.pairStart[need]..<model.problem.pairStart[need + 1]
    let others = row.count - explainer.chosen(for: need).count
    guard others > 0 else { return scorer.whyNobody(need: need) }
    let shown = 3
    let held = explainer.held(for: need, limit: shown).map { held in
      let name = person(held.person).number
      switch held.by {
      case .need(let other): return "\(name) goes to \(self.need(other).reference)"
      case .release: return "\(name)'s home school lets nobody more go"
      case .tooFewPoints: return "\(name) would win fewer points than leaving it open costs"
      }
    }
    let rest = others - shown
    let more = rest > 0 ? ", and \(rest) more \(rest == 1 ? "is" : "are") needed elsewhere" : ""
    let who = others == 1 ? "The one person" : others == 2 ? "Both people" : "All \(others) people"
    return "\(who) who could fill it \(others == 1 ? "is" : "are") better used: "
      + held.joined(separator: ", ") + more
  }

  /// Defaults used, each once with how many proposals it touches.
  private func defaults(_ counts: [[String: Int]]) -> [String] {
    let total = counts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    return total.sorted { $0.key < $1.key }.map { caution, count in
      "\(caution) (\(count) \(count == 1 ? "proposal" : "proposals"))"
    }
  }
}
