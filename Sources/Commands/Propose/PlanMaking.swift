import Checking
import Configuring
import Domain
import Explaining
import Matching
import Scoring

/// A snapshot under a policy, scored and turned into the problem a plan answers.
struct PlanWork {
  let snapshot: Snapshot
  let policy: Policy
  let scorer: Scorer
  let model: PlanModel

  init(_ snapshot: Snapshot, policy: Policy) {
    self.snapshot = snapshot
    self.policy = policy
    let scorer = Scorer(snapshot: snapshot, policy: policy)
    let pairs = scorer.pairs()
    self.scorer = scorer
    model = PlanModel(
      snapshot, policy: policy, pairStart: pairs.pairStart, pairPerson: pairs.pairPerson,
      pairPoints: pairs.pairPoints, capacity: { scorer.homeCapacity(place: $0) })
  }

  /// Rebuilds what a stored plan was made from.
  init(rebuilding plan: Plan) throws {
    self.init(
      try Snapshot(text: plan.snapshot), policy: try Configuration.policy(from: plan.policy))
  }

  /// The best plan, accepted by the checker; an answer the checker refuses is our fault, never saved.
  func solved() throws -> StagedSolution {
    let solution: StagedSolution
    do {
      solution = try solve(model.problem)
    } catch {
      throw Failure(.fault, "the plan could not be solved: \(error)")
    }
    let report = check(model.problem, solution)
    guard report.accepted else {
      throw Failure(
        .fault,
        "the checker refused the plan (\(report.objection?.sentence ?? "no reason given")); nothing was saved"
      )
    }
    return solution
  }

  func explainer(of solution: StagedSolution) -> PlanExplainer {
    PlanExplainer(model.problem, solution) { try solve(model.problem, forcing: $0) }
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
  func plan(
    from solution: StagedSolution, kinds: [Need.Kind], within: String?, from: Day?, to: Day?,
    policyText: String
  ) -> Plan {
    let chosen = solution.chosen.map { pair in
      (person: Int(model.problem.pairPerson[pair]), need: model.need(ofPair: pair))
    }
    var plan = Plan(
      kinds: kinds, within: within, from: from, to: to, policy: policyText,
      snapshot: snapshot.text, objective: solution.objective, bound: solution.objective,
      mustFillUnfilled: solution.mustFillUnfilled)
    plan.proposals = chosen.map(proposal).sorted {
      ($0.need, $0.person) < ($1.need, $1.person)
    }
    plan.unfilled = unfilled(by: solution, chosen.map(\.need))
    plan.prices = model.prices(of: solution)
    plan.notes = notes(chosen)
    return plan
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

  private func unfilled(by solution: StagedSolution, _ filled: [Int]) -> [Unfilled] {
    var missing = snapshot.needs.map { Int($0.open) }
    for need in filled { missing[need] -= 1 }
    let explainer = explainer(of: solution)
    return missing.indices.filter { missing[$0] > 0 }.map { need in
      Unfilled(
        need: self.need(need).reference, missing: missing[need],
        because: whyShort(need, explainer))
    }.sorted { $0.need < $1.need }
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

  /// Defaults used and sums overrun, each once with how many proposals it touches.
  private func notes(_ chosen: [(person: Int, need: Int)]) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for pair in chosen {
      for caution in scorer.cautions(person: pair.person, need: pair.need) {
        if counts.updateValue(counts[caution, default: 0] + 1, forKey: caution) == nil {
          order.append(caution)
        }
      }
    }
    let defaults = order.sorted().map { caution in
      let count = counts[caution, default: 0]
      return "\(caution) (\(count) \(count == 1 ? "proposal" : "proposals"))"
    }
    return scorer.overruns(of: chosen) + defaults
  }
}
