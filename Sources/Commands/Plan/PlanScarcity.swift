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
    let whole = try WholePlan(plan, in: Session().store())
    let index = Dictionary(
      whole.snapshot.needs.enumerated().map { ($1.need.reference, $0) },
      uniquingKeysWith: { first, _ in first })
    let short = whole.plan.unfilled.compactMap { index[$0.need] }
    let (found, says) = try whole.isLarge ? pieces(whole, short) : together(whole, short)
    try Terminal.print(
      json ? value(found, says).text(pretty: false) : text(found, short.count, says))
  }

  /// What helps, with how each change reads.
  private typealias Found = (reliefs: [Relief], says: [Change: Said])

  private struct Said {
    var text: String
    var json: JSON
    var held: HeldRest?
  }

  private func together(_ whole: WholePlan, _ short: [Int]) throws -> Found {
    let question = try PlanInQuestion(whole)
    let shortfall = Shortfall(question.work, chosen: question.chosen)
    let found = try Scarcity(question.work.world, plan: question.outcome, solve: question.solve)
      .reliefs(couldFill: short.map { (need: $0, people: shortfall.others(for: $0)) }, tried: tries)
    var says: [Change: Said] = [:]
    for relief in found {
      says[relief.change] = Said(
        text: question.spoken(relief.change), json: question.json(relief.change))
    }
    return (found, says)
  }

  /// Each change tried on the piece of the plan around what it could help.
  private func pieces(_ whole: WholePlan, _ short: [Int]) throws -> Found {
    let trials = ScarcityTrials(whole, short: short)
    var says: [Change: Said] = [:]
    let found = try Scarcity(whole.world) { change in
      guard let (question, own) = try trials.question(about: change) else { return nil }
      says[change] = Said(
        text: question.spoken(own), json: question.json(own), held: question.held)
      return .init(
        question.work.world, plan: question.outcome, change: own, solve: question.solve)
    }.reliefs(couldFill: trials.couldFill, tried: tries)
    return (found, says)
  }

  private func text(_ found: [Relief], _ short: Int, _ says: [Change: Said]) -> String {
    guard short > 0 else { return "Plan \(plan) leaves nothing open." }
    guard !found.isEmpty else {
      return
        "Plan \(plan) leaves \(Phrase.count(short, "need")) short, and nothing that was tried would fill more."
    }
    let lines = found.map { relief in
      page("- \(gain(relief)) if \(says[relief.change]?.text ?? "")", indent: 2)
    }
    let how =
      says.values.contains { $0.held != nil }
      ? "the part of the plan around it again, with it and without it, and holding the rest as it is"
      : "the whole plan again with it"
    return
      (["What plan \(plan) is short of, and what one more would win:"] + lines
      + [page("Each was verified by making \(how); they do not add up.")])
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

  private func value(_ found: [Relief], _ says: [Change: Said]) -> JSON {
    [
      "plan": .int(plan),
      "helps": .array(
        found.map {
          [
            "change": says[$0.change]?.json ?? .null, "must_fill": .int($0.mustFill),
            "placed": .int($0.placed), "points": .int($0.points),
            "held": says[$0.change]?.held?.json ?? .null,
          ]
        }),
    ]
  }
}
