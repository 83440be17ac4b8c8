import ArgumentParser
import Configuring
import Domain
import Matching
import Reporting
import Storing

/// Makes the best plan there is for the open needs, proves it, saves it as a draft and prints it.
struct Propose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Propose who goes where: the best plan there is, with its proof.",
    discussion: """
      Takes all open needs unless told otherwise, saves a draft plan with the data it was made from, \
      and prints it. A plan only proposes: nothing happens until a named person decides \
      (talent decide) and the home head agrees. After a decision, a withdrawal or a new need, \
      --again PLAN makes it again for the same needs, keeps every line that need not change and \
      names those that do.
      """)

  @Option(name: .long, help: "deployment or secondment; both when not given.")
  var kind: KindChoice?
  @Option(name: .long, help: "Needs of one cluster (its name) or authority (LA:NAME) only.")
  var within: String?
  @Option(name: .long, help: "Needs that end on or after this day only (18/01/2027).")
  var from: TypedDay?
  @Option(name: .long, help: "Needs that start on or before this day only.")
  var to: TypedDay?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Make this plan again, from today's data, and say what changes.", valueName: "plan"))
  var again: Int?
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      """
      Stop the search after so many seconds (0.5) and print the best plan so far, with how much better one \
      could be at most. If it is not proven the best it is not saved, and the exit code is 6.
      """, valueName: "seconds"), transform: TimeLimit.init(typed:))
  var timeLimit: TimeLimit?
  @Flag(name: .long, help: "Save the plan even if time ran out before it was proven the best.")
  var saveUnproven = false
  @Flag(name: .long, help: "Let published and pinned lines go, as if nothing had been promised.")
  var reopen = false
  @Flag(name: .long, help: "Print the plan, save nothing.") var dryRun = false
  @Flag(name: .long, help: "Print JSON.") var json = false
  @Flag(name: .long, help: "Print every proposal, however many.") var all = false

  enum KindChoice: String, ExpressibleByArgument, CaseIterable { case deployment, secondment }

  func validate() throws {
    guard again != nil else { return }
    if kind != nil || within != nil || from != nil || to != nil {
      throw ValidationError(
        "--again takes the needs the plan was made for; leave out --kind, --within, --from and --to"
      )
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let started = clock.now
    let stopwatch = Stopwatch()
    let session = try Session()
    let policy = try session.configuration.policy()
    let store = try session.store()
    let earlier = try again.map { try PlanToRemake($0, in: store) }
    let scope = try earlier?.scope(in: store) ?? scope(store)
    stopwatch.lap("connect")
    var snapshot = try store.snapshot(
      scope, readiness: policy.readinessForSecondment,
      longestCoverChain: policy.coverChain, today: Session.today())
    if let earlier { snapshot.standing = earlier.standing(beside: snapshot.standing) }
    if reopen { snapshot.standing = [] }
    try remarkOnNeedsThatAreOver(store)
    stopwatch.lap("read")
    try Session.beginLongWork()
    let snapshotText = Meanwhile { [snapshot] in snapshot.text }
    let work = try PlanWork(snapshot, policy: policy, stopwatch)
    let start = earlier.map {
      JointStart(chosen: work.model.chosen(remainingOf: $0.plan.proposals))
    }
    let (solution, isCut) = try work.solved(from: start, within: timeLimit?.duration, stopwatch)
    let begun = work.begun(
      from: solution, kinds: scope.kinds, within: scope.withinText, from: scope.from, to: scope.to,
      policyText: try session.configuration.policyText(), snapshotText: snapshotText.value())
    stopwatch.lap("lines")
    let isSaved = !dryRun && (!isCut || saveUnproven) && !snapshot.needs.isEmpty
    let plan = try completed(begun, from: solution, by: work, savedIn: isSaved ? store : nil)
    stopwatch.lap("reasons and save")
    Terminal.keepToTheEnd((work, plan))
    let report = PlanReport(
      plan, work, limit: all ? nil : PlanReport.usualLimit,
      changes: try earlier?.changes(to: plan, work))
    try Terminal.print(json ? report.json.text(pretty: false) : report.text)
    stopwatch.lap("report")
    if !json, !snapshot.needs.isEmpty {
      try Terminal.print(closing(plan, elapsed: clock.now - started))
    }
    if isCut { throw Failure(saidAlready: .noProof) }
  }

  /// The whole plan; with its number where it is saved.
  private func completed(
    _ begun: Plan, from solution: JointSolution, by work: PlanWork, savedIn store: Store?
  ) throws -> Plan {
    guard let store else { return work.completed(begun, from: solution) }
    Session.endLongWork()
    return try store.save(begun) { work.completed($0, from: solution) }
  }

  private func remarkOnNeedsThatAreOver(_ store: Store) throws {
    let over = try store.needsOver(before: Session.today())
    guard let first = over.first else { return }
    Terminal.complain(
      "\(Phrase.count(over.count, "open need")) left out, their last day is past: "
        + "\(over.prefix(5).joined(separator: ", "))\(over.count > 5 ? ", ..." : "")\n"
        + "  Try: talent need close \(first) --because TEXT")
  }

  private func scope(_ store: Store) throws -> PlanScope {
    let kinds = kind.map { [$0 == .deployment ? Need.Kind.deployment : .secondment] }
    return PlanScope(
      kinds: kinds ?? Need.Kind.allCases, within: try within.map(store.scope(named:)),
      from: from?.day, to: to?.day)
  }

  private func closing(_ plan: Plan, elapsed: Duration) -> String {
    let time = "Made and checked in \(Phrase.duration(elapsed))."
    guard let number = plan.number else {
      return dryRun
        ? "\(time) A dry run: nothing was saved."
        : """
        \(time) Time ran out before it was proven the best: nothing was saved.
        Try: more time (--time-limit), or save it as it is (--save-unproven)
        """
    }
    return """
      \(time) Saved as plan \(number), a draft.
      Next: talent explain \(number) NEED, talent plan verify \(number), \
      talent decide \(number) NEED --accept --by NAME
      """
  }
}
