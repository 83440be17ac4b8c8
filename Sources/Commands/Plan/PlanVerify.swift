import ArgumentParser
import Reporting

/// Checks a stored plan: from the data it was made from, in code that shares nothing with the search.
struct PlanVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Check a plan from its own snapshot: every line, every limit, the proof (exit 5 if not).")

  @Argument(help: "Its number.") var plan: Int
  @Flag(name: .long, help: "Print JSON.") var json = false

  func run() throws {
    let stopwatch = Stopwatch()
    let store = try Session().store()
    stopwatch.lap("connect")
    try Session.beginLongWork()
    var verdict = try Verification(of: plan, in: store, stopwatch)
    if verdict.isAccepted {
      try verdict.remark(onDifferencesIn: store, today: Session.today())
      stopwatch.lap("compare with today")
    }
    if json {
      try Terminal.print(value(verdict).text(pretty: false))
    } else {
      try show(verdict)
    }
    if !verdict.isAccepted { throw Failure(saidAlready: .conflict) }
  }

  private func value(_ verdict: Verification) -> JSON {
    [
      "plan": .int(plan), "accepted": .bool(verdict.isAccepted),
      "status": .string(verdict.isProven ? "optimal" : "feasible"),
      "checked": .array(verdict.checked.map { .string($0) }),
      "where": verdict.objection.map { .string($0.place) } ?? .null,
      "says": verdict.objection.map { .string($0.says) } ?? .null,
      "remarks": .array(verdict.remarks.map { .string($0) }),
    ]
  }

  private func show(_ verdict: Verification) throws {
    for sentence in verdict.checked { try Terminal.print("ok       \(shown(sentence))") }
    if let objection = verdict.objection {
      try Terminal.print("REFUSED  \(shown(objection.place)): \(shown(objection.says))")
      try Terminal.print(
        "Plan \(plan) is not what its own data and proof give. Try: talent propose")
      return
    }
    for remark in verdict.remarks { try Terminal.print("remark   \(shown(remark))") }
    try Terminal.print(
      verdict.isProven
        ? "Plan \(plan) is accepted: it is the best there is for the data it was made from."
        : "Plan \(plan) is accepted as it says of itself: sound, but not proven the best there is.")
  }
}
