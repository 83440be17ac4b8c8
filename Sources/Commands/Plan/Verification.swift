import Checking
import Domain
import Explaining
import Matching
import Postgres
import Reporting
import Storing

/// A stored plan checked from its own snapshot: inputs, every score line, every limit, the proof.
struct Verification {
  private(set) var checked: [String] = []
  /// Where and what was wrong first; nil when accepted.
  private(set) var objection: (place: String, says: String)?
  /// What differs between the plan's data and today's; never a reason to refuse.
  private(set) var remarks: [String] = []

  var isAccepted: Bool { objection == nil }
  /// Whether the plan claims to be the best there is.
  var isProven: Bool { made?.plan.isProven ?? false }
  var sentence: String { objection.map { "\($0.place): \($0.says)" } ?? "accepted" }

  /// The plan and what it was made from; nil when that could not be read.
  private var made: (plan: Plan, work: PlanWork)?

  init(of number: Int, in store: Store, _ stopwatch: Stopwatch = Stopwatch()) throws {
    do {
      let stored = try store.plan(number)
      stopwatch.lap("read plan")
      guard stored.inputsAreIntact else {
        object(
          "the plan's inputs", "policy or snapshot are not what they were when the plan was made")
        return
      }
      let work = try PlanWork(rebuilding: stored.plan, stopwatch)
      made = (stored.plan, work)
      Terminal.keepToTheEnd((stored, work))
      checked.append(
        "policy and snapshot are what they were: \(Phrase.number(work.snapshot.people.count)) people, "
          + Phrase.count(work.snapshot.needs.count, "need"))
      checkLines(stored, work)
      stopwatch.lap("check lines")
      if isAccepted { checkUnfilled(stored.plan, work) }
      if isAccepted { checkProof(stored.plan, work) }
      if isAccepted { checkRules(stored.plan, work) }
      stopwatch.lap("check proof")
      if isAccepted { checkSeal(stored) }
    } catch let error as SnapshotError {
      object("the plan's inputs", error.description)
    } catch let error as PostgresError {
      guard case .decoding = error else { throw error }
      object("a saved row", error.description)
    }
  }

  private mutating func object(_ place: String, _ says: String) { objection = (place, says) }

  /// Every proposal's points and lines are what the snapshot's people and needs score, and so are its covers'.
  private mutating func checkLines(_ stored: StoredPlan, _ work: PlanWork) {
    let proposals = stored.plan.proposals
    let expected: [Outcome.Line: Proposal]
    switch work.model.chosen(claimedBy: proposals) {
    case .failure(let error): return object("a proposal", barred(error, work))
    case .success(let chosen):
      expected = Dictionary(
        work.model.proposals(of: chosen, work.lines).map {
          (Outcome.Line(need: $0.need, person: $0.person), $0)
        }, uniquingKeysWith: { first, _ in first })
    }
    var (lines, reworded) = (0, 0)
    for proposal in proposals {
      let place = "need \(proposal.need), \(proposal.person)"
      let line = Outcome.Line(need: proposal.need, person: proposal.person)
      guard let scored = expected[line] else {
        return object(place, "the plan's data has no such need or person")
      }
      let pairs =
        [(proposal.points, proposal.lines, scored.lines)]
        + zip(proposal.covers, scored.covers).map { ($0.points, $0.lines, $1.lines) }
      for (points, kept, scored) in pairs {
        if let mend = difference(kept, scored, wordsMayDiffer: stored.isSealed) {
          return object(place, mend)
        }
        reworded += zip(kept, scored).count { $0.because != $1.because }
        let total = scored.reduce(0) { $0 + $1.points }
        guard points == total else {
          return object(place, "the points say \(points), and the lines add up to \(total)")
        }
        lines += scored.count
      }
    }
    checked.append(
      "\(Phrase.count(lines, "score line")) of \(Phrase.count(proposals.count, "proposal")) "
        + "are what the rules and weights give, and add up")
    if reworded > 0 {
      remarks.append("\(Phrase.count(reworded, "reason")) would be worded differently today")
    }
  }

  /// What is wrong with a proposal, with the bars where there are some.
  private func barred(_ error: JointClaimError, _ work: PlanWork) -> String {
    guard case .cannotFill(let reference, let number) = error,
      let need = work.snapshot.needs.firstIndex(where: { $0.need.reference == reference }),
      let person = work.snapshot.people.firstIndex(where: { $0.number == number }),
      case .barred(let bars) = work.scorer.judge(person: person, need: need)
    else { return error.description }
    return "\(error): \(bars.map(\.because).joined(separator: "; "))"
  }

  private mutating func checkSeal(_ stored: StoredPlan) {
    guard stored.isSealed else {
      return object(
        "the plan's rows", "its scope, a reason, a note, a total or the proof is not what was saved"
      )
    }
    checked.append("scope, reasons, notes, totals and proof are what was saved")
  }

  /// Sentences may differ where they are what was saved: a later program may word a reason anew.
  private func difference(
    _ stored: [ScoreLine], _ scored: [ScoreLine], wordsMayDiffer: Bool
  ) -> String? {
    for (stored, scored) in zip(stored, scored) where stored != scored {
      let rule = scored.criterion.rawValue
      if stored.criterion != scored.criterion {
        return "a line says \(stored.criterion.rawValue) where the rules give \(rule)"
      }
      if stored.points != scored.points {
        return
          "the line \(rule) says \(stored.points) points, and the weights give \(scored.points)"
      }
      if !wordsMayDiffer { return "the line \(rule) gives another reason than the rules" }
    }
    return stored.count == scored.count
      ? nil : "there are \(stored.count) lines, and the rules give \(scored.count)"
  }

  private mutating func checkUnfilled(_ plan: Plan, _ work: PlanWork) {
    var missing: [String: Int] = [:]
    for open in work.snapshot.needs { missing[open.need.reference] = Int(open.open) }
    for proposal in plan.proposals { missing[proposal.need, default: 0] -= 1 }
    for unfilled in plan.unfilled {
      guard missing[unfilled.need] == unfilled.missing else {
        return object(
          "need \(unfilled.need)",
          "\(unfilled.missing) are said to be missing, and it is \(missing[unfilled.need] ?? 0)")
      }
      missing[unfilled.need] = 0
    }
    if let forgotten = missing.filter({ $0.value != 0 }).keys.sorted().first {
      return object("need \(forgotten)", "it stays unfilled, and the plan does not say so")
    }
    checked.append(
      "\(Phrase.count(plan.unfilled.count, "need")) left short are named with how many are missing")
  }

  private mutating func checkProof(_ plan: Plan, _ work: PlanWork) {
    guard !plan.proof.isEmpty else {
      return object(
        "the proof", "an earlier version of the program made it, and kept another proof")
    }
    do {
      let proof = try PlanProof(text: plan.proof)
      let solution = JointSolution(
        chosen: try work.model.chosen(claimedBy: plan.proposals).get(),
        mustFillUnfilled: plan.mustFillUnfilled, mustFillBound: plan.mustFillBound,
        objective: plan.objective, bound: plan.bound, mustFillProof: proof.mustFill,
        pointsProof: proof.points)
      let report = check(work.model.problem, solution)
      checked += report.checked
      if let objection = report.objection {
        object(spoken(objection.place, work), objection.sentence)
      }
    } catch let error as JointClaimError {
      object("a proposal", error.description)
    } catch {
      object("the proof", "\(error)")
    }
  }

  /// The rules once more in plain words, by code that knows nothing of the problem they became.
  private mutating func checkRules(_ plan: Plan, _ work: PlanWork) {
    let broken = brokenRules(of: plan, made: work.snapshot, under: work.policy)
    if let first = broken.first { return object("a rule", first.description) }
    checked.append(
      "days, release, time, supervision, cover and pinned lines keep the rules, each looked at by itself"
    )
  }

  private func spoken(_ place: Whereabouts, _ work: PlanWork) -> String {
    switch place {
    case .need(let index): "need \(work.need(index).reference)"
    case .person(let index): "person \(work.person(index).number)"
    case .part(let part): spoken(work.model.meaning(ofPart: part), work)
    case .row(let row): spoken(work.model.meaning(ofRow: row), work)
    case .limit(let limit): spoken(work.model.meaning(ofLimit: limit), work)
    case .home, .pair: "a home"
    case .stage(let stage), .prices(let stage, _), .leaf(let stage, _):
      "the proof of \(stage == .mustFill ? "must-fill places" : "points")"
    case .whole: "the plan"
    }
  }

  /// Says how today's data differ from the plan's.
  mutating func remark(onDifferencesIn store: Store, today: Day) throws {
    guard let (plan, work) = made else { return }
    let scope = PlanScope(
      kinds: plan.kinds, within: try plan.within.map(store.scope(named:)), from: plan.from,
      to: plan.to)
    let now = try store.snapshot(
      scope, readiness: work.policy.readinessForSecondment,
      longestCoverChain: work.policy.coverChain, today: today)
    Terminal.keepToTheEnd(now)
    remarks += SnapshotDifference(then: work.snapshot, now: now).sentences
  }
}
