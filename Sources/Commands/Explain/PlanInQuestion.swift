import Domain
import Explaining
import Matching
import Reporting
import Storing

/// A stored plan, or a piece of it, with the data it was made from, ready to be made again with something different.
struct PlanInQuestion {
  let number: Int
  /// Of a piece: its lines and needs.
  let plan: Plan
  let work: PlanWork
  /// Its parts.
  let chosen: [Int]
  /// Who goes where in the plan, and the worth of the best plan known of the same data.
  let outcome: Outcome
  /// What was held as it is; nil where the plan is made again as a whole.
  let held: HeldRest?
  /// What to begin from when it is made again: the lines and prices of the best plan known.
  private let start: [Proposal]
  private let prices: JointProof.Prices?
  private let solved = SolvedProblems()

  /// The whole plan.
  ///
  /// - Throws: when what is stored is not what was saved.
  init(_ whole: WholePlan) throws {
    number = whole.number
    plan = whole.plan
    work = try PlanWork(whole.world)
    guard case .success(let chosen) = work.model.chosen(claimedBy: plan.proposals) else {
      throw Failure.altered(plan: number)
    }
    self.chosen = chosen
    start = plan.proposals
    held = nil
    let proof = try? PlanProof(text: plan.proof)
    prices = proof.flatMap { Self.prices($0.points) }
    outcome = Outcome(
      lines: Self.lines(of: plan), mustFillUnfilled: plan.mustFillUnfilled,
      mustFillBound: plan.mustFillBound, objective: plan.objective, bound: plan.bound)
  }

  /// A piece of it; nil where the piece alone does not allow what the plan does in it, or cannot keep a pinned line.
  init?(_ piece: Piece, of whole: WholePlan) throws {
    number = whole.number
    var plan = whole.plan
    plan.proposals = piece.proposals
    let needs = Set(piece.world.snapshot.needs.map(\.need.reference))
    plan.unfilled.removeAll { !needs.contains($0.need) || piece.world.held.contains($0.need) }
    self.plan = plan
    work = try PlanWork(piece.world)
    let lines = Self.lines(of: plan)
    let losesPin = work.model.unkept.contains {
      $0.isPinned && lines.contains(.init(need: $0.need, person: $0.person))
    }
    if losesPin { return nil }
    guard case .success(let chosen) = work.model.chosen(claimedBy: plan.proposals),
      let best = try work.search(
        from: JointStart(chosen: chosen), effort: .piece,
        held: Self.held(plan.proposals, in: work))
    else { return nil }
    self.chosen = chosen
    start = work.model.proposals(of: best.chosen, work.lines)
    prices = Self.prices(best.pointsProof)
    let problem = work.model.problem
    let own = chosen.reduce(problem.constant) { $0 + Int(problem.value[$1]) }
    let unfilled = problem.mustFillUnits - chosen.count { problem.mustFill[$0] }
    outcome = Outcome(
      lines: lines, mustFillUnfilled: min(unfilled, best.mustFillUnfilled),
      mustFillBound: min(unfilled, best.mustFillBound), objective: best.objective, bound: best.bound
    )
    held = HeldRest(
      freeNeeds: piece.freeNeeds, heldLines: piece.heldLines,
      couldWin: best.mustFillUnfilled < unfilled ? nil : max(0, best.objective - own))
  }

  /// The parts of lines that are held, with who supervises and covers there.
  private static func held(_ proposals: [Proposal], in work: PlanWork) -> [Int] {
    work.world.held.isEmpty
      ? [] : work.model.chosen(remainingOf: proposals.filter { work.world.held.contains($0.need) })
  }

  private static func lines(of plan: Plan) -> Set<Outcome.Line> {
    Set(plan.proposals.map { Outcome.Line(need: $0.need, person: $0.person) })
  }

  /// Those that a proof ends with.
  static func prices(_ proof: JointProof) -> JointProof.Prices? {
    proof.leaves.last.flatMap { proof.prices[$0.prices] }
  }

  /// Makes the plan again from other data, beginning from this one; nil when a pinned line has to go for it.
  func solve(_ world: World) throws -> Outcome? {
    let other = try PlanWork(world)
    let gone = Set(work.model.unkept)
    guard other.model.unkept.allSatisfy({ !$0.isPinned || gone.contains($0) }) else { return nil }
    let start = JointStart(
      chosen: other.model.chosen(remainingOf: self.start), prices: prices(for: other))
    let isHeld = Self.held(plan.proposals, in: other)
    let question = SolvedProblems.Question(
      problem: other.model.problem, start: start, held: isHeld)
    return try solved.answer(to: question) {
      try other.search(
        from: start, effort: held == nil ? .again(other.model.problem) : .piece, held: isHeld)
    }.map(other.outcome)
  }

  /// The prices of this plan's rows, for the rows of another problem that mean the same.
  private func prices(for other: PlanWork) -> JointProof.Prices? {
    guard let prices, prices.row.count == work.model.problem.rowCapacity.count else { return nil }
    var known: [JointMeaning.Row: Int] = [:]
    for (row, price) in prices.row.enumerated() where price != 0 {
      known[work.model.meaning(ofRow: row)] = price
    }
    return JointProof.Prices(
      row: other.model.problem.rowCapacity.indices.map {
        known[other.model.meaning(ofRow: $0)] ?? 0
      }, mustFill: prices.mustFill)
  }

  func name(_ person: Int) -> String {
    let candidate = work.person(person)
    let home = work.home(ofPerson: person).map { " of \(shown($0.name))" } ?? ""
    return "\(candidate.number) \(shown(candidate.name))\(home)"
  }

  func person(_ number: PersonNumber) -> Int? {
    work.snapshot.people.firstIndex { $0.number == number }
  }

  func need(_ reference: String) -> Int? {
    work.snapshot.needs.firstIndex { $0.need.reference == reference }
  }

  /// Needs the plan gives a person, by reference.
  func needs(of person: Int) -> [String] {
    let number = work.person(person).number
    return plan.proposals.filter { $0.person == number }.map(\.need)
  }
}

/// Problems that have been solved: a step that changes nothing the plan could use is not solved again.
private final class SolvedProblems {
  struct Question: Hashable {
    var problem: JointProblem
    var start: JointStart
    var held: [Int]
  }

  private var answers: [Question: JointSolution?] = [:]

  func answer(to question: Question, solve: () throws -> JointSolution?) rethrows -> JointSolution?
  {
    if let known = answers[question] { return known }
    let answer = try solve()
    answers[question] = .some(answer)
    return answer
  }
}

/// What an answer held as it is when it made a piece of a plan again.
struct HeldRest {
  let freeNeeds: Int
  let heldLines: Int
  /// Points that the piece made again wins with nothing different; nil where it fills more must-fill places.
  let couldWin: Int?

  /// How the plan was made again, to go on after "found by".
  var sentence: String {
    "making again the part of the plan around it (\(Phrase.count(freeNeeds, "need")) and whoever could fill them best), "
      + "with the rest held as it is"
  }

  /// That the plan is not the best there is; nil where nothing better was found.
  var betterKnown: String? {
    switch couldWin {
    case nil: "Made again as it is, this part of the plan would fill more must-fill places"
    case 0: nil
    case let points?:
      "Made again as it is, this part of the plan would win \(Phrase.count(points, "point")) more: "
        + "answers are compared with that"
    }
  }

  var json: JSON {
    [
      "needs_planned_again": .int(freeNeeds), "lines_held": .int(heldLines),
      "points_found_as_it_is": couldWin.map { .int($0) } ?? .null,
    ]
  }
}

extension PlanInQuestion {
  /// How it was made again, to go on after "found by".
  var madeAgain: String { held?.sentence ?? "making the whole plan again with it" }

  /// What was held, and that a better plan is known: sentences that end an answer, none for a whole plan.
  var closing: [String] {
    guard let held else { return [] }
    return [page("Found by \(held.sentence).")] + (held.betterKnown.map { [page("\($0).")] } ?? [])
  }
}
