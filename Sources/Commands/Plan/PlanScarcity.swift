import ArgumentParser
import Domain
import Explaining
import Reporting

/// What a plan is short of: whose next day, which specialism where, which supervisor would help most.
struct PlanScarcity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scarcity",
    abstract:
      "What a plan is short of: what one more of it would win, each verified by planning again.",
    discussion: """
      Tries one more person for what needs lack, one more day or person let go by a home school, and one more day of \
      a supervisor's, the likeliest first: those that by the plan's own prices could win most. Points are what is \
      sure to be won. Of a large plan each is tried on the part of the plan around it, with the rest held as it is.
      """)

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
    let found = try whole.isLarge ? pieces(whole, short) : together(whole, short)
    try Terminal.print(json ? value(found).text(pretty: false) : text(found, short.count))
  }

  /// What helps, with how each change reads.
  private typealias Found = (what: Scarcity.Findings, says: [Change: Said])

  private struct Said {
    var text: String
    var json: JSON
    var held: HeldRest?
  }

  private func together(_ whole: WholePlan, _ short: [Int]) throws -> Found {
    let question = try PlanInQuestion(whole)
    let shortfall = Shortfall(question.work, chosen: question.chosen)
    let scarcity = Scarcity(question.work.world, plan: question.outcome, solve: question.solve)
    let likely = scarcity.likely(
      couldFill: short.map { (need: $0, people: shortfall.others(for: $0)) })
    let found = try scarcity.reliefs(among: likely, tried: tries)
    var says: [Change: Said] = [:]
    for relief in found.reliefs {
      says[relief.change] = Said(
        text: question.spoken(relief.change), json: question.json(relief.change))
    }
    return (found, says)
  }

  /// Each change tried on the piece of the plan around what it could help.
  private func pieces(_ whole: WholePlan, _ short: [Int]) throws -> Found {
    let trials = try ScarcityTrials(whole, short: short, tries: tries)
    var says: [Change: Said] = [:]
    let found = try Scarcity(whole.world) { change in
      guard let (question, own) = try trials.question(about: change) else { return nil }
      says[change] = Said(
        text: question.spoken(own), json: question.json(own), held: question.held)
      return .init(
        question.work.world, plan: question.outcome, change: own, solve: question.solve)
    }.reliefs(among: trials.kinds, tried: tries)
    return (found, says)
  }

  private func text(_ found: Found, _ short: Int) -> String {
    guard short > 0 else { return "Plan \(plan) leaves nothing open." }
    let untried = untried(found.what)
    guard !found.what.reliefs.isEmpty else {
      return page(
        "Plan \(plan) leaves \(Phrase.count(short, "need")) short, and nothing that was tried would fill more."
          + untried)
    }
    let lines = found.what.reliefs.map { relief in
      page("- \(gain(relief)) if \(found.says[relief.change]?.text ?? "")", indent: 2)
    }
    let how =
      found.says.values.contains { $0.held != nil }
      ? "the part of the plan around it again, with it and without it, and holding the rest as it is"
      : "the whole plan again with it"
    return
      (["What plan \(plan) is short of, and what one more would win:"] + lines
      + [page("Each was verified by making \(how); they do not add up.\(untried)")])
      .joined(separator: "\n")
  }

  /// What was not looked at; empty where all was.
  private func untried(_ found: Scarcity.Findings) -> String {
    guard found.untried > 0 else { return "" }
    return
      " The \(Phrase.number(found.tried)) likeliest to help were tried; \(Phrase.number(found.untried)) others "
      + "that might were not (--tries)."
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
    let (least, most) = (relief.points.lowerBound, relief.points.upperBound)
    parts.append((least == most ? "" : "at least ") + Phrase.count(least, "point"))
    return parts.joined(separator: ", ")
  }

  private func value(_ found: Found) -> JSON {
    [
      "plan": .int(plan),
      "helps": .array(
        found.what.reliefs.map {
          let (least, most) = ($0.points.lowerBound, $0.points.upperBound)
          return [
            "change": found.says[$0.change]?.json ?? .null, "must_fill": .int($0.mustFill),
            "placed": .int($0.placed), "points": least == most ? .int(least) : .null,
            "points_at_least": .int(least), "points_at_most": .int(most),
            "held": found.says[$0.change]?.held?.json ?? .null,
          ]
        }),
      "tried": .int(found.what.tried), "not_tried": .int(found.what.untried),
    ]
  }
}
