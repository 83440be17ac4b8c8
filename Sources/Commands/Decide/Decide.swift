import ArgumentParser
import Domain
import Placing
import Reporting
import Scoring
import Storing

/// A named person's word on one proposal. Nothing is ever accepted by the program.
struct Decide: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Decide a proposal: accept it, decline it, or choose somebody else.",
    discussion: """
      Accepting makes a placement that is chosen, release pending: the home head still has to agree. Who \
      supervises it and who covers the post it leaves are chosen with it, all or none. \
      Somebody else who has completed no deployment yet needs a --supervisor: of their alliance, experienced, with days left. \
      Choosing somebody a rule bars needs that rule overridden by name, and a reason.
      """)

  @Argument(help: "The plan's number.") var plan: Int
  @Argument(help: "The need's reference.") var need: String
  @Flag(name: .long, help: "Choose whom the plan proposes.") var accept = false
  @Flag(name: .long, help: "Say no to whom the plan proposes.") var decline = false
  @Option(name: .long, help: "Choose this person instead: P17, 17 or a TRN.") var instead: String?
  @Option(name: .long, help: "With --instead: who supervises a first deployment, P5, 5 or a TRN.")
  var supervisor: String?
  @Option(name: .long, help: "Which proposal, when the need has several: P17, 17 or a TRN.")
  var person: String?
  @Option(name: .long, help: "Who decides.") var by: String
  @Option(name: .long, help: "Why; needed unless you accept.") var reason: String?
  @Option(
    name: .customLong("override"), help: "A rule that bars the choice, by its name; repeatable.")
  var overrides: [String] = []
  @Flag(name: .long, help: "Print JSON.") var json = false

  mutating func validate() throws {
    let choices = [accept, decline, instead != nil].filter { $0 }.count
    if choices != 1 {
      throw ValidationError("choose one of --accept, --decline and --instead PERSON")
    }
    if !accept, reason == nil {
      throw ValidationError("--reason says why; it is needed unless you accept")
    }
    if supervisor != nil, instead == nil {
      throw ValidationError(
        "--supervisor goes with --instead: what the plan proposes comes with who supervises it")
    }
    try BarRule.check(names: overrides)
  }

  func run() throws {
    let session = try Session()
    let policy = try session.configuration.policy()
    let today = try Session.today()
    let store = try session.store()
    guard try store.isIntact(plan: plan) else { throw Failure.altered(plan: plan) }
    let outcome = try store.deciding {
      try decided(DecisionDesk(store: store, policy: policy, today: today))
    }
    try Terminal.print(json ? outcome.json.text(pretty: false) : outcome.text)
  }

  private var verdict: Verdict { accept ? .accepted : decline ? .declined : .instead }

  private func decided(_ desk: DecisionDesk) throws -> DecisionOutcome {
    let proposed = try desk.proposal(plan: plan, need: need, person: person)
    let other = try instead.map(desk.person)
    if other == proposed.person {
      throw Failure(.usage, "the plan proposes \(proposed.person) already\n  Try: --accept")
    }
    let chosen = other ?? proposed.person
    let choice = try choice(of: chosen, desk, proposed)
    let record = DecisionRecord(
      plan: plan, need: proposed.need, person: proposed.person, verdict: verdict.rawValue,
      instead: other, by: by, reason: reason, overridden: try made(choice).overriddenNames,
      supervision: verdict == .declined ? nil : choice?.supervision)
    let placements = try desk.store(record, covers: verdict == .accepted ? proposed.covers : [])
    return DecisionOutcome(
      record: record, proposal: proposed, chosen: chosen, placements: placements)
  }

  /// What the rules say of whom it would place; nil when it places nobody.
  private func choice(
    of chosen: PersonNumber, _ desk: DecisionDesk, _ proposed: Proposal
  ) throws -> HandChoice? {
    switch verdict {
    case .declined: return nil
    case .instead:
      return try desk.choice(
        of: chosen, for: proposed.need, supervisor: try supervisor.map(desk.person))
    case .accepted:
      try desk.checkSupervisor(of: proposed)
      return try desk.accepted(proposed)
    }
  }

  private func made(_ choice: HandChoice?) throws -> DecisionMade {
    do {
      return try Placing.decide(
        verdict, by: by, reason: reason,
        overriding: Set(overrides.flatMap(BarRule.rules(shownAs:))),
        judgement: choice?.judgement ?? .eligible([]))
    } catch {
      throw Failure(error, choice)
    }
  }
}

extension Failure {
  /// - Parameter choice: what was refused; nil for a proposal that was declined.
  init(_ refusal: DecisionRefusal, _ choice: HandChoice?) {
    let (person, need) = (choice?.person.description ?? "", choice?.need ?? "")
    switch refusal {
    case .nobodyNamed: self.init(.usage, "a decision is made by somebody\n  Try: --by NAME")
    case .noReason: self.init(.usage, "this decision needs a reason\n  Try: --reason TEXT")
    case .barred(let bars):
      let names = BarRule.shownNames.filter { name in bars.contains { $0.rule.shownName == name } }
      let flags = names.map { "--override \($0)" }.joined(separator: " ")
      let option = choice?.advice?.option.map { "\($0), " } ?? ""
      self.init(
        .notPermitted,
        "\(person) cannot fill \(need): \(bars.map { "\($0.because) (\($0.rule.shownName))" }.joined(separator: "; "))\n"
          + (choice?.advice.map { "\($0.sentence)\n" } ?? "")
          + "Nothing was changed.\n  Try: \(option)somebody else, or \(flags) --reason TEXT")
    case .noLongerPossible(let bars):
      self.init(
        .conflict,
        "\(person) can no longer fill \(need): \(bars.map(\.because).joined(separator: "; "))\n"
          + "Nothing was changed.\n  Try: talent propose makes a plan from today's data")
    }
  }
}
