import ArgumentParser
import Domain
import Reporting
import Storing

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plans: list them, read one, compare two, check a proof, pin lines, publish.",
    subcommands: [
      PlanList.self, PlanShow.self, PlanDiff.self, PlanVerify.self, PlanScarcity.self,
      PlanPublish.self, PlanDiscard.self, PlanPin.self, PlanUnpin.self, PlanPins.self,
    ],
    defaultSubcommand: PlanList.self)
}

struct PlanList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List plans, the newest first.")

  @OptionGroup var output: Output

  func run() throws {
    let plans = try Session().store().plans()
    var table = Table(
      [
        .init("Plan", .trailing), .init("State"), .init("Made at"),
        .init("Within", canShrink: true),
        .init("Filled", .trailing), .init("Open", .trailing), .init("Must-fill open", .trailing),
        .init("Points", .trailing), .init("Proof"), .init("Published by"),
      ], whenEmpty: "No plan was made yet. Try: talent propose")
    for plan in plans {
      table.add([
        String(plan.number), plan.state.rawValue, plan.madeAt, plan.within ?? "all",
        Phrase.number(plan.proposals), Phrase.number(plan.missing),
        Phrase.number(plan.mustFillUnfilled), Phrase.number(plan.objective),
        proof(plan), plan.publishedBy ?? "",
      ])
    }
    try output.print(table, json: .array(plans.map(json)))
  }

  private func proof(_ plan: PlanHead) -> String {
    if plan.mustFillBound < plan.mustFillUnfilled { return "not proven" }
    return plan.bound == plan.objective
      ? "optimal" : "within \(Phrase.count(plan.bound - plan.objective, "point"))"
  }

  private func json(_ plan: PlanHead) -> JSON {
    [
      "plan": .int(plan.number), "state": .string(plan.state.rawValue),
      "made_at": .string(plan.madeAt), "within": plan.within.map { .string($0) } ?? .null,
      "filled": .int(plan.proposals), "open": .int(plan.missing),
      "must_fill_unfilled": .int(plan.mustFillUnfilled),
      "must_fill_bound": .int(plan.mustFillBound), "objective": .int(plan.objective),
      "bound": .int(plan.bound),
      "published_by": plan.publishedBy.map { .string($0) } ?? .null,
      "published_at": plan.publishedAt.map { .string($0) } ?? .null,
    ]
  }
}

struct PlanShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a plan as it was made.")

  @Argument(help: "Its number.") var plan: Int
  @Flag(name: .long, help: "Print every proposal, however many.") var all = false
  @Flag(name: .long, help: "Print JSON.") var json = false

  func run() throws {
    let store = try Session().store()
    let stored = try store.plan(plan)
    if !stored.isIntact { Terminal.complain("talent: \(Failure.altered(plan: plan).message)") }
    let work = try PlanWork(rebuilding: stored.plan)
    let report = PlanReport(
      stored.plan, work, limit: all ? nil : PlanReport.usualLimit, pins: try store.pins(plan: plan))
    if json { return try Terminal.print(report.json.text(pretty: false)) }
    try Terminal.print(report.text)
    try Terminal.print(
      "It is \(stored.plan.state.rawValue). To check it: talent plan verify \(plan)")
  }
}

struct PlanPublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish a draft; earlier plans of the same scope are superseded.")

  @Argument(help: "Its number.") var plan: Int
  @Option(name: .long, help: "Who publishes it.") var by: String

  func run() throws {
    let store = try Session().store()
    let verdict = try Verification(of: plan, in: store)
    guard verdict.isAccepted else {
      throw Failure(
        .conflict, "plan \(plan) is not published: \(verdict.sentence)\n  Try: talent propose")
    }
    try store.publish(plan: plan, by: by)
    try Terminal.print(
      "Plan \(plan) is published by \(shown(by)). It still only proposes: talent decide \(plan) NEED ..."
    )
  }
}

struct PlanDiscard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Delete a draft that nobody has decided anything about.")

  @Argument(help: "Its number.") var plan: Int

  func run() throws {
    try Session().store().discard(plan: plan)
    try Terminal.print("Plan \(plan) is discarded.")
  }
}
