import Domain
import Explaining
import Matching
import Scoring

extension PlanWork {
  /// The plan as saving begins with it: proposals with their lines, and its proof.
  func begun(
    from solution: JointSolution, kinds: [Need.Kind], within: String?, from: Day?, to: Day?,
    policyText: String, snapshotText: String
  ) -> Plan {
    var plan = Plan(
      kinds: kinds, within: within, from: from, to: to, policy: policyText,
      snapshot: snapshotText, objective: solution.objective, bound: solution.bound,
      mustFillUnfilled: solution.mustFillUnfilled, mustFillBound: solution.mustFillBound)
    let proposals = model.proposals(of: solution.chosen, lines)
    plan.proposals = proposals.sorted { ($0.need, $0.person) < ($1.need, $1.person) }
    plan.proof =
      PlanProof(mustFill: solution.mustFillProof, points: solution.pointsProof).text
    return plan
  }

  /// The same with what stays unfilled and why, and with notes: as saved and shown.
  ///
  /// Its pieces are worked out on several cores and put together in the order of needs.
  func completed(_ begun: Plan, from solution: JointSolution) -> Plan {
    var plan = begun
    plan.unfilled = unfilled(by: solution.chosen)
    plan.notes = notes(on: solution.chosen)
    return plan
  }

  /// What chosen parts leave short of people, and why, by need.
  func unfilled(by chosen: [Int]) -> [Unfilled] {
    let shortfall = Shortfall(self, chosen: chosen)
    let short = shortOf(placements(chosen).map(\.need))
    return inParallel(Self.runs(short.count)) { run in
      short[Self.run(run, of: short.count)].map {
        Unfilled(
          need: need($0.need).reference, missing: $0.missing, because: shortfall.reason($0.need))
      }
    }.flatMap { $0 }.sorted { $0.need < $1.need }
  }

  /// Lines that could not stay, what was considered, and the defaults that chosen parts rest on.
  func notes(on chosen: [Int]) -> [String] {
    unkept + consideration + defaults(of: placements(chosen))
  }

  var lines: JointModel.Lines {
    let scorer = scorer
    @Sendable func lines(_ judgement: Judgement) -> [ScoreLine] {
      if case .eligible(let lines) = judgement { lines } else { [] }
    }
    return JointModel.Lines(
      placement: { need, person in lines(scorer.judge(person: person, need: need)) },
      cover: { post, person in lines(scorer.judge(person: person, covering: post)) })
  }

  private static let runLength = 256

  private static func runs(_ count: Int) -> Int { (count + runLength - 1) / runLength }

  private static func run(_ number: Int, of count: Int) -> Range<Int> {
    number * runLength..<min(count, (number + 1) * runLength)
  }

  /// Needs with fewer people than they ask for, and how many are missing.
  private func shortOf(_ filled: [Int]) -> [(need: Int, missing: Int)] {
    var missing = snapshot.needs.map { Int($0.open) }
    for need in filled { missing[need] -= 1 }
    return missing.enumerated().filter { $0.element > 0 }.map {
      (need: $0.offset, missing: $0.element)
    }
  }

  /// Lines that were to stay and cannot.
  private var unkept: [String] {
    model.unkept.map {
      "\($0.person) for \($0.need), \($0.isPinned ? "pinned" : "published in plan \($0.plan)"), "
        + "cannot stay: the rules or what is left no longer allow it"
    }
  }

  private var consideration: [String] {
    guard !model.findings.posts.isEmpty else { return [] }
    return [
      "for each post to be covered the \(model.coversConsidered) people with the most points were considered"
    ]
  }

  /// Defaults used, each once with how many proposals it touches.
  private func defaults(of chosen: [(need: Int, person: Int)]) -> [String] {
    let counts = inParallel(Self.runs(chosen.count)) { run -> [String: Int] in
      var counts: [String: Int] = [:]
      for pair in chosen[Self.run(run, of: chosen.count)] {
        for caution in scorer.cautions(person: pair.person, need: pair.need) {
          counts[caution, default: 0] += 1
        }
      }
      return counts
    }
    let total = counts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    return total.sorted { $0.key < $1.key }.map { caution, count in
      "\(caution) (\(count) \(count == 1 ? "proposal" : "proposals"))"
    }
  }
}
