import Domain
import Solvers

/// The two stages of a joint plan, each as a problem of parts, homes and rows alone.
///
/// Stage one counts must-fill units only: its bound is a whole number, so that a fraction never keeps it open.
/// Stage two wins points, with the units that stage one filled asked for by one more row: every part that fills
/// a must-fill unit has -1 there, and its price is that of filling one unit less.
struct JointSearch {
  let problem: JointProblem
  let start: JointStart?
  let effort: PackingEffort
  let isOver: () -> Bool

  func solution() throws(MatchingError) -> JointSolution {
    let first = try mustFillStage()
    let second = try pointsStage(first?.value ?? 0, first?.chosen ?? [])
    return solution(first, second, problem.withoutIdle(second.chosen))
  }

  private func solution(
    _ first: PackingResult?, _ second: PackingResult, _ chosen: [Int]
  ) -> JointSolution {
    // Where stage one was stopped short stage two may fill more than it was asked to: its bound holds for that too.
    let filled = min(problem.mustFillUnits, chosen.count { problem.mustFill[$0] })
    let unfilled = problem.mustFillUnits - filled
    let most = max(filled, first?.bound ?? filled)
    return JointSolution(
      chosen: chosen, mustFillUnfilled: unfilled,
      mustFillBound: max(0, problem.mustFillUnits - most),
      objective: chosen.reduce(problem.constant) { $0 + Int(problem.value[$1]) },
      bound: problem.constant + second.bound,
      mustFillProof: first.map { unfilled == 0 ? .notNeeded : proof($0, isPriced: false) }
        ?? .notNeeded,
      pointsProof: proof(second, isPriced: true))
  }

  /// nil when there is nothing to fill.
  private func mustFillStage() throws(MatchingError) -> PackingResult? {
    guard problem.mustFillUnits > 0 else { return nil }
    var counted = packing()
    counted.value = problem.mustFill.map { $0 ? 1 : 0 }
    // Its bound is mostly met by prices alone: the work is for the points.
    var effort = effort
    effort.changes = max(
      effort.changes / Self.shareOfMustFill,
      min(effort.changes, Self.changesOfMustFill))
    effort.neighbourhoods /= Self.shareOfMustFill
    return try best(
      counted, from: .init(standing: start?.chosen ?? []), enough: problem.mustFillUnits,
      effort: effort)
  }

  private static let shareOfMustFill = 10
  private static let changesOfMustFill = 400_000

  private func pointsStage(
    _ filled: Int, _ sound: [Int]
  ) throws(MatchingError) -> PackingResult {
    var whole = packing()
    ask(for: filled, in: &whole)
    let prices = start?.prices.flatMap { prices in
      prices.row.count == problem.rowCapacity.count ? prices.row + [prices.mustFill] : nil
    }
    return try best(
      whole, from: .init(sound: sound, standing: start?.chosen ?? [], prices: prices),
      effort: effort)
  }

  private func best(
    _ problem: PackingProblem, from start: PackingStart, enough: Int = .max,
    effort: PackingEffort
  ) throws(MatchingError) -> PackingResult {
    do {
      return try bestPacking(problem, from: start, enough: enough, effort: effort, isOver: isOver)
    } catch {
      switch error {
      case .pinnedDoesNotFit(let part): throw .pinnedDoesNotFit(part: part)
      case .pinnedLacksProvider(let part): throw .pinnedLacksProvider(part: part)
      case .rowNotMet: throw .stagesDisagree
      }
    }
  }

  private func packing() -> PackingProblem {
    var made = PackingProblem()
    made.homeStart = problem.homeStart
    made.limitStart = problem.limitStart
    made.limitCapacity = problem.limits.map(\.capacity)
    made.limitCountsPeople = problem.limits.map(\.countsPeople)
    made.person = problem.person
    made.value = problem.value
    made.isPinned = problem.isPinned
    made.useStart = problem.useStart
    made.uses = problem.uses.map { .init(limit: $0.limit, amount: $0.amount) }
    made.linkStart = problem.linkStart
    made.links = problem.links.map { .init(row: $0.row, coefficient: $0.coefficient) }
    made.rowCapacity = problem.rowCapacity.map(Int.init)
    return made
  }

  /// The row that asks for as many must-fill units as stage one filled.
  private func ask(for filled: Int, in made: inout PackingProblem) {
    let row = Int32(made.rowCapacity.count)
    made.rowCapacity.append(-filled)
    guard filled > 0 else { return }
    var (links, linkStart): ([PackingProblem.Link], [Int32]) = ([], [0])
    links.reserveCapacity(made.links.count + made.value.count)
    for part in made.parts {
      links += made.links[Int(made.linkStart[part])..<Int(made.linkStart[part + 1])]
      if problem.mustFill[part] { links.append(.init(row: row, coefficient: -1)) }
      linkStart.append(Int32(links.count))
    }
    (made.links, made.linkStart) = (links, linkStart)
  }

  private func proof(_ result: PackingResult, isPriced: Bool) -> JointProof {
    JointProof(
      prices: result.prices.enumerated().map { index, prices in
        JointProof.Prices(
          row: isPriced ? Array(prices.dropLast()) : prices,
          mustFill: isPriced ? prices[prices.count - 1] : 0,
          limits: index > 0
            ? [] : result.limitPrices.map { .init(limit: Int32($0.limit), price: $0.price) })
      }, strikes: result.strikes,
      leaves: result.leaves.map { leaf in
        JointProof.Leaf(
          decided: leaf.decided.map { .init(part: Int32($0.part), isChosen: $0.isChosen) },
          prices: leaf.prices)
      })
  }
}
