import Domain
import Explaining
import Matching
import Reporting

/// What a stored plan says of people and needs, held word for word against what its own data give.
struct PlanSayings {
  let plan: Plan
  let work: PlanWork
  /// The parts that the plan's proposals claim.
  let chosen: [Int]

  /// Every proposal's points and lines are what the snapshot's people and needs score, and so are its covers'.
  func checkLines() throws(PlanDifference) -> String {
    let given = Dictionary(
      work.model.proposals(of: chosen, work.lines).map {
        (Outcome.Line(need: $0.need, person: $0.person), $0)
      }, uniquingKeysWith: { first, _ in first })
    var lines = 0
    for proposal in plan.proposals {
      let place = "need \(proposal.need), \(proposal.person)"
      guard let given = given[Outcome.Line(need: proposal.need, person: proposal.person)] else {
        throw PlanDifference(place, "the plan's data has no such need or person")
      }
      try check(proposal.points, proposal.lines, are: given.lines, at: place)
      lines += given.lines.count
      for (cover, given) in zip(proposal.covers, given.covers) {
        try check(
          cover.points, cover.lines, are: given.lines,
          at: "\(place), \(cover.person) covering for \(cover.insteadOf)")
        lines += given.lines.count
      }
    }
    return
      "\(Phrase.count(lines, "score line")) of \(Phrase.count(plan.proposals.count, "proposal")) "
      + "are what the rules and weights give, word for word, and add up"
  }

  private func check(
    _ points: Int, _ lines: [ScoreLine], are given: [ScoreLine], at place: String
  ) throws(PlanDifference) {
    for (line, given) in zip(lines, given) where line != given {
      throw PlanDifference(place, difference(line, given))
    }
    guard lines.count == given.count else {
      throw PlanDifference(
        place, "there are \(lines.count) lines, and the rules give \(given.count)")
    }
    let total = given.reduce(0) { $0 + $1.points }
    guard points == total else {
      throw PlanDifference(place, "the points say \(points), and the lines add up to \(total)")
    }
  }

  private func difference(_ line: ScoreLine, _ given: ScoreLine) -> String {
    let rule = given.criterion.rawValue
    if line.criterion != given.criterion {
      return "a line says \(line.criterion.rawValue) where the rules give \(rule)"
    }
    if line.points != given.points {
      return "the line \(rule) says \(line.points) points, and the weights give \(given.points)"
    }
    return "the line \(rule) says \"\(line.because)\", and the rules give \"\(given.because)\""
  }

  /// Every need left short is named, with how many are missing and why.
  func checkUnfilled() throws(PlanDifference) -> String {
    var said = Dictionary(
      plan.unfilled.map { ($0.need, $0) }, uniquingKeysWith: { first, _ in first })
    for given in work.unfilled(by: chosen) {
      let place = "need \(given.need)"
      guard let unfilled = said.removeValue(forKey: given.need) else {
        throw PlanDifference(place, "it stays unfilled, and the plan does not say so")
      }
      guard unfilled.missing == given.missing else {
        throw PlanDifference(
          place, "\(unfilled.missing) are said to be missing, and it is \(given.missing)")
      }
      guard unfilled.because == given.because else {
        throw PlanDifference(
          place,
          "it is said to stay unfilled because \"\(unfilled.because)\", and the data give "
            + "\"\(given.because)\"")
      }
    }
    if let filled = said.keys.min() {
      throw PlanDifference("need \(filled)", "it is said to stay unfilled, and nobody is missing")
    }
    return
      "\(Phrase.count(plan.unfilled.count, "need")) left short are named with how many are missing, and why"
  }

  /// The notes are those that the data give, in their order.
  func checkNotes() throws(PlanDifference) -> String {
    let given = work.notes(on: chosen)
    let (known, said) = (Set(given), Set(plan.notes))
    let lost = given.first { !said.contains($0) }
    if let odd = plan.notes.firstIndex(where: { !known.contains($0) }) {
      throw PlanDifference(
        "note \(odd + 1)",
        "it says \"\(plan.notes[odd])\", and the data give "
          + (lost.map { "\"\($0)\"" } ?? "no such note"))
    }
    if let lost { throw PlanDifference("the notes", "the data give one that is gone: \"\(lost)\"") }
    guard plan.notes == given else {
      throw PlanDifference("the notes", "they are not in the order in which the data give them")
    }
    return "\(Phrase.count(given.count, "note")) are what the data give"
  }
}
