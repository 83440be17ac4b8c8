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
  private(set) var objection: PlanDifference?
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
      objection = check(stored, stopwatch)
    } catch let error as PostgresError {
      guard case .decoding = error else { throw error }
      objection = PlanDifference("a saved row", error.description)
    }
  }

  /// Altered inputs are looked at all the same: where the plan no longer follows from them is where to look.
  private mutating func check(_ stored: StoredPlan, _ stopwatch: Stopwatch) -> PlanDifference? {
    let found = firstDifference(in: stored, stopwatch)
    if stored.inputsAreIntact { return found }
    return PlanDifference(
      "the plan's inputs",
      "policy or snapshot are not what they were when the plan was made; "
        + (found.map { "as they are now, \($0.place): \($0.says)" }
          ?? "nothing that the plan says shows what was changed"))
  }

  private mutating func firstDifference(
    in stored: StoredPlan, _ stopwatch: Stopwatch
  ) -> PlanDifference? {
    do {
      let work = try PlanWork(rebuilding: stored.plan, stopwatch)
      made = (stored.plan, work)
      Terminal.keepToTheEnd((stored, work))
      if stored.inputsAreIntact { checked.append(inputs(of: work)) }
      try stored.plan.checkScope(work.snapshot)
      let chosen = try chosenParts(stored.plan, work)
      let sayings = PlanSayings(plan: stored.plan, work: work, chosen: chosen)
      checked.append(try sayings.checkLines())
      stopwatch.lap("check lines")
      checked.append(try sayings.checkUnfilled())
      checked.append(try sayings.checkNotes())
      stopwatch.lap("check reasons and notes")
      try checkProof(stored.plan, chosen, work)
      try checkRules(stored.plan, work)
      stopwatch.lap("check proof")
      try checkSeal(stored)
      return nil
    } catch let difference as PlanDifference {
      return difference
    } catch let failure as Failure {
      return PlanDifference("the plan's inputs", failure.message)
    } catch {
      return PlanDifference("the plan's inputs", "\(error)")
    }
  }

  private func inputs(of work: PlanWork) -> String {
    "policy and snapshot are what they were: \(Phrase.number(work.snapshot.people.count)) people, "
      + Phrase.count(work.snapshot.needs.count, "need")
  }

  private func chosenParts(_ plan: Plan, _ work: PlanWork) throws(PlanDifference) -> [Int] {
    do {
      return try work.model.chosen(claimedBy: plan.proposals).get()
    } catch {
      throw PlanDifference("a proposal", barred(error, work))
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

  private mutating func checkSeal(_ stored: StoredPlan) throws(PlanDifference) {
    guard stored.isSealed else {
      throw PlanDifference(
        "the plan's rows",
        "they are not what was saved. Lines, reasons, notes, totals and bounds are what the data and the "
          + "proof give: it is what it was made for (kinds, cluster or authority, days), which of two "
          + "supervisors goes with whom, or the proof's text")
    }
    checked.append("scope, supervisors and proof are what was saved")
  }

  private mutating func checkProof(
    _ plan: Plan, _ chosen: [Int], _ work: PlanWork
  ) throws(PlanDifference) {
    guard !plan.proof.isEmpty else {
      throw PlanDifference(
        "the proof",
        "there is none: an earlier version of the program made the plan, or it was taken out")
    }
    let proof: PlanProof
    do {
      proof = try PlanProof(text: plan.proof)
    } catch {
      throw PlanDifference("the proof", "\(error)")
    }
    let solution = JointSolution(
      chosen: chosen, mustFillUnfilled: plan.mustFillUnfilled, mustFillBound: plan.mustFillBound,
      objective: plan.objective, bound: plan.bound, mustFillProof: proof.mustFill,
      pointsProof: proof.points)
    let report = Checking.check(work.model.problem, solution)
    checked += report.checked
    if let objection = report.objection {
      throw PlanDifference(spoken(objection.place, work), objection.sentence)
    }
    try checkBounds(plan, areShownBy: report)
  }

  /// A plan claims just the bounds that its proof shows.
  private func checkBounds(_ plan: Plan, areShownBy report: CheckReport) throws(PlanDifference) {
    if let shown = report.mustFillBound, shown != plan.mustFillBound {
      throw PlanDifference(
        "the proof of must-fill places",
        "the plan says that every plan leaves \(plan.mustFillBound) unfilled, and the proof shows \(shown)"
      )
    }
    if let shown = report.bound, shown != plan.bound {
      throw PlanDifference(
        "the proof of points",
        "the plan's bound says \(Phrase.number(plan.bound)), and the proof shows \(Phrase.number(shown))"
      )
    }
  }

  /// The rules once more in plain words, by code that knows nothing of the problem they became.
  private mutating func checkRules(_ plan: Plan, _ work: PlanWork) throws(PlanDifference) {
    let broken = brokenRules(of: plan, made: work.snapshot, under: work.policy)
    if let first = broken.first { throw PlanDifference("a rule", first.description) }
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
    let within: PlanScope.Within?
    do {
      within = try plan.within.map(store.scope(named:))
    } catch let error as StoreError {
      remarks.append("\(error.description) any more")
      return
    }
    let scope = PlanScope(kinds: plan.kinds, within: within, from: plan.from, to: plan.to)
    let now = try store.snapshot(
      scope, readiness: work.policy.readinessForSecondment,
      longestCoverChain: work.policy.coverChain, today: today)
    Terminal.keepToTheEnd(now)
    remarks += SnapshotDifference(then: work.snapshot, now: now).sentences
  }
}
