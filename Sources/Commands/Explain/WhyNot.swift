import Domain
import Explaining
import Reporting

/// Why a plan does not place somebody at a need, and what placing them would cost.
struct WhyNot {
  let person: Int
  let judgement: Judgement
  let isChosen: Bool
  /// What stands in the way in this plan, as a sentence; nil when barred or chosen.
  let held: String?
  /// Nil when barred or chosen, or when no plan can place them here.
  let cost: CostOfChoosing?
  /// Needs the plan gives them instead.
  let goesTo: [String]

  init(_ question: PlanInQuestion, _ shortfall: Shortfall, need: Int, person: Int) throws {
    let work = question.work
    let line = Outcome.Line(need: work.need(need).reference, person: work.person(person).number)
    self.person = person
    judgement = work.scorer.judge(person: person, need: need)
    isChosen = question.outcome.lines.contains(line)
    goesTo = question.needs(of: person).filter { $0 != line.need }
    guard case .eligible = judgement, !isChosen else {
      held = nil
      cost = nil
      return
    }
    held = shortfall.sentence(need, person)
    cost =
      work.model.part(need: need, person: person) == nil
      ? nil
      : try CostOfChoosing(
        line, in: work.world, plan: question.outcome, solve: question.solve)
  }

  var points: Int? { judgement.points }

  /// What becomes of the plan with them: `12 points fewer in all; now the plan gives them N005`
  var costSentence: String {
    guard let cost else { return "no plan can place them here: \(held ?? "")" }
    var says: String
    if cost.mustFillLost > 0 {
      says = "\(Phrase.count(cost.mustFillLost, "must-fill place")) would stay unfilled"
    } else if cost.points == 0...0 {
      says = "just as good a plan, and a fixed draw settled it"
    } else if cost.points.lowerBound == cost.points.upperBound {
      says = "\(Phrase.count(cost.points.lowerBound, "point")) fewer in all"
    } else {
      says =
        "\(Phrase.number(cost.points.lowerBound)) to "
        + "\(Phrase.count(cost.points.upperBound, "point")) fewer in all"
    }
    if !goesTo.isEmpty { says += "; now the plan gives them \(Phrase.list(goesTo))" }
    return says
  }

  /// The same as a sentence of its own: `With them here: 12 points fewer in all.`
  var consequence: String {
    cost == nil
      ? "No plan can place them here\(held.map { ": \($0)" } ?? "")."
      : "With them here: \(costSentence)."
  }

  func json(_ question: PlanInQuestion) -> JSON {
    var bars: [JSON] = []
    var lines: JSON = []
    switch judgement {
    case .barred(let found):
      bars = found.map { ["rule": .string($0.rule.shownName), "because": .string($0.because)] }
    case .eligible(let found): lines = .lines(found)
    }
    return [
      "person": .string(question.work.person(person).number.description),
      "name": .string(question.work.person(person).name),
      "points": points.map { .int($0) } ?? .null,
      "chosen": .bool(isChosen), "bars": .array(bars), "lines": lines,
      "held": held.map { .string($0) } ?? .null,
      "cost": cost.map {
        $0.points.lowerBound == $0.points.upperBound ? .int($0.points.lowerBound) : .null
      }
        ?? .null,
      "cost_at_least": cost.map { .int($0.points.lowerBound) } ?? .null,
      "cost_at_most": cost.map { .int($0.points.upperBound) } ?? .null,
      "must_fill_lost": cost.map { .int($0.mustFillLost) } ?? .null,
      "goes_to": .array(goesTo.map { .string($0) }),
    ]
  }
}
