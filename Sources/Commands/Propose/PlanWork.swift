import Checking
import Domain
import Explaining
import Matching
import Reporting
import Scoring

/// A snapshot under a policy, scored and turned into the problem a plan answers.
struct PlanWork: Sendable {
  let world: World
  let scorer: Scorer
  let model: JointModel

  init(_ snapshot: Snapshot, policy: Policy, _ stopwatch: Stopwatch = Stopwatch()) throws {
    try self.init(World(snapshot, under: policy), stopwatch)
  }

  init(_ world: World, _ stopwatch: Stopwatch = Stopwatch()) throws {
    let (snapshot, policy) = (world.snapshot, world.policy)
    self.world = world
    scorer = Scorer(snapshot: snapshot, policy: policy)
    stopwatch.lap("facts")
    let threads = world.held.isEmpty ? usableCores : 1
    let pairs = scorer.pairs(threads: threads)
    stopwatch.lap("pairs and points")
    var findings = scorer.findings(of: pairs, threads: threads)
    world.keepHeld(in: &findings)
    stopwatch.lap("supervisors and covers")
    do {
      model = try JointModel(
        snapshot, policy: policy, findings: findings,
        fairLoad: world.mostHalfDays.map { FairLoad(mostHalfDays: $0.count) })
    } catch {
      throw Failure(
        .refused, "no plan can be made: \(error)\n  Try: --within, --kind, --from, --to")
    }
    stopwatch.lap("problem")
  }

  /// Rebuilds what a stored plan was made from.
  init(rebuilding plan: Plan, _ stopwatch: Stopwatch = Stopwatch()) throws {
    let snapshot = try Snapshot(text: plan.snapshot)
    stopwatch.lap("read snapshot")
    try self.init(snapshot, policy: try plan.ownPolicy(), stopwatch)
  }

  var snapshot: Snapshot { world.snapshot }
  var policy: Policy { world.policy }

  /// The best plan found, accepted by the checker; an answer the checker refuses is our fault, never saved.
  ///
  /// - Parameters:
  ///   - start: what to begin from.
  ///   - limit: how long the search may take; nil lets it end by itself.
  /// - Returns: the plan, and whether it was cut short before it was proven the best.
  func solved(
    from start: JointStart? = nil, within limit: Duration? = nil,
    _ stopwatch: Stopwatch = Stopwatch()
  ) throws -> (solution: JointSolution, isCut: Bool) {
    let end = limit.map { ContinuousClock.now + $0 }
    func isOver() -> Bool { end.map { ContinuousClock.now >= $0 } ?? false }
    guard var solution = try search(from: start, isOver: isOver)
    else { throw pinsThatCannotStay }
    stopwatch.lap("solve")
    let report = claimWhatIsShown(model.problem, &solution)
    stopwatch.lap("check")
    guard report.accepted else {
      throw Failure(
        .fault,
        "the checker refused the plan (\(report.objection?.sentence ?? "no reason given")); nothing was saved"
      )
    }
    return (solution, !solution.isProven && isOver())
  }

  /// - Parameter held: parts that stay beside those pinned.
  /// - Returns: nil when no plan was found that keeps the pinned lines.
  /// - Throws: by our fault.
  func search(
    from start: JointStart? = nil, effort: JointEffort? = nil, held: [Int] = [],
    isOver: @escaping () -> Bool = { false }
  ) throws -> JointSolution? {
    var problem = model.problem
    for part in held { problem.isPinned[part] = true }
    do {
      return try solveJointly(problem, from: start, effort: effort, isOver: isOver)
    } catch {
      switch error {
      case .pinnedDoesNotFit, .pinnedLacksProvider: return nil
      case .malformedJoint, .stagesDisagree:
        throw Failure(.fault, "the plan could not be solved: \(error)")
      }
    }
  }

  private var pinsThatCannotStay: Failure {
    let pinned = placements(model.problem.parts.filter { model.problem.isPinned[$0] })
    let names = pinned.map { "\(need($0.need).reference) with \(person($0.person).number)" }
    let first = pinned.first.map {
      "talent plan unpin \(need($0.need).reference) --person \(person($0.person).number) --by NAME, or "
    }
    return Failure(
      .refused,
      "no plan was found that keeps every pinned line together with whoever supervises and covers: "
        + "\(Phrase.list(names))\nNothing was saved.\n  Try: \(first ?? "")talent propose --reopen"
    )
  }

  /// What a plan of this data is worth and who goes where.
  func outcome(of solution: JointSolution) -> Outcome {
    Outcome(
      lines: Set(
        placements(solution.chosen).map {
          Outcome.Line(need: need($0.need).reference, person: person($0.person).number)
        }), mustFillUnfilled: solution.mustFillUnfilled,
      mustFillBound: solution.mustFillBound, objective: solution.objective, bound: solution.bound)
  }

  /// The pairs among chosen parts, in the order of parts.
  func placements(_ chosen: [Int]) -> [(need: Int, person: Int)] {
    chosen.compactMap {
      guard case .placement(let need, let person, _) = model.meaning(ofPart: $0) else { return nil }
      return (need, person)
    }
  }

  func person(_ index: Int) -> Candidate { snapshot.people[index] }
  func need(_ index: Int) -> Need { snapshot.needs[index].need }
  func place(ofNeed index: Int) -> Place { snapshot.places[snapshot.needs[index].place] }
  func home(ofPerson index: Int) -> Place? {
    snapshot.people[index].home.map { snapshot.places[$0] }
  }
}
