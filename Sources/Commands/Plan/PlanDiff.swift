import ArgumentParser
import Domain
import Reporting
import Storing

struct PlanDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what differs between two plans, need by need, and why.",
    discussion: """
      The first plan is taken as the earlier one. Each is looked at with the data and rules it was made \
      from, and with what was decided about the first.
      """)

  @Argument(help: "The earlier plan's number.") var earlier: Int
  @Argument(help: "The later plan's number.") var later: Int
  @Flag(name: .long, help: "Print every line, however many.") var all = false
  @OptionGroup var output: Output

  func validate() throws {
    if earlier == later { throw ValidationError("a plan does not differ from itself") }
    if output.csv || output.plain { throw ValidationError("plan diff prints text or --json") }
  }

  func run() throws {
    let store = try Session().store()
    let then = try data(of: earlier, in: store)
    let now = try data(of: later, in: store)
    let asked = Set(then.plan.proposals.map(\.need))
    let gone = asked.filter { now.need($0) == nil }
    let history = try PlanHistory(
      ofPlan: earlier, gone: gone, until: now.snapshot.today, in: store)
    let comparison = PlanComparison(
      then, number: earlier, now, number: later, history: history,
      limit: all ? nil : PlanReport.usualLimit)
    Terminal.keepToTheEnd((then, now))
    if output.json { return try output.print(json: comparison.json) }
    try Terminal.print(comparison.text)
  }

  private func data(of number: Int, in store: Store) throws -> PlanData {
    let stored = try store.plan(number)
    if !stored.isIntact { Terminal.complain("talent: \(Failure.altered(plan: number).message)") }
    return try PlanData(stored.plan)
  }
}
