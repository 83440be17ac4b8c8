import ArgumentParser
import Domain
import Explaining
import Reporting

/// What a plan is short of: whose next day, which specialism where, which supervisor would help most.
struct PlanScarcity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scarcity",
    abstract:
      "What a plan is short of: what one more of it would win, each verified by planning again.")

  @Argument(help: "Its number.") var plan: Int
  @Option(name: .long, help: "How many of each kind are tried, the likeliest first.") var tries = 10
  @Flag(name: .long, help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...1000).contains(tries) else { throw ValidationError("--tries is from 1 to 1000") }
  }

  func run() throws {
    let question = try PlanInQuestion(plan, in: Session().store())
    let shortfall = Shortfall(question.work, chosen: question.chosen)
    let short = question.plan.unfilled.compactMap { unfilled in
      question.work.snapshot.needs.firstIndex { $0.need.reference == unfilled.need }
    }
    let found = try Scarcity(
      question.work.world, plan: question.outcome, solve: question.solve
    ).reliefs(
      couldFill: short.map { (need: $0, people: shortfall.others(for: $0)) }, tried: tries)
    try Terminal.print(
      json ? value(found, question).text(pretty: false) : text(found, short.count, question))
  }

  private func text(_ found: [Relief], _ short: Int, _ question: PlanInQuestion) -> String {
    guard short > 0 else { return "Plan \(plan) leaves nothing open." }
    guard !found.isEmpty else {
      return
        "Plan \(plan) leaves \(Phrase.count(short, "need")) short, and nothing that was tried would fill more."
    }
    let lines = found.map { relief in
      page("- \(gain(relief)) if \(question.spoken(relief.change))", indent: 2)
    }
    return
      (["What plan \(plan) is short of, and what one more would win:"] + lines
      + ["Each was verified by making the whole plan again with it; they do not add up."])
      .joined(separator: "\n")
  }

  private func gain(_ relief: Relief) -> String {
    var parts: [String] = []
    if relief.mustFill > 0 {
      parts.append(Phrase.count(relief.mustFill, "more must-fill place"))
    }
    if relief.placed > 0 {
      parts.append(
        Phrase.count(relief.placed, "more person placed", plural: "more people placed"))
    }
    parts.append(Phrase.count(relief.points, "point"))
    return parts.joined(separator: ", ")
  }

  private func value(_ found: [Relief], _ question: PlanInQuestion) -> JSON {
    [
      "plan": .int(plan),
      "helps": .array(
        found.map {
          [
            "change": question.json($0.change), "must_fill": .int($0.mustFill),
            "placed": .int($0.placed), "points": .int($0.points),
          ]
        }),
    ]
  }
}
