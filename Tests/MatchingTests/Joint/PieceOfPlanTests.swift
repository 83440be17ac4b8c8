import Checking
import Domain
import Explaining
import Matching
import Scoring
import Testing

/// A piece of a plan, made again, fits into the rest of the plan, and wins there what it says. `TALENT_SOAK` tries
/// 1,000 pieces and more.
@Suite struct `A piece of a plan` {
  @Test func `made again fits into the rest, and is worth there what it is worth alone`() throws {
    var (held, better, supervised, covered) = (0, 0, 0, 0)
    for seed in 1...UInt64(rounds(400, soak: 4_000)) {
      var random = SeededRandom(seed: seed)
      let town = Town(.all, &random)
      guard !town.needs.isEmpty, !town.people.isEmpty else { continue }
      let model = try town.model()
      // A plan that leaves something to be won.
      let poor = JointEffort(evaluations: 1, changes: 0, neighbourhoods: 0, closing: 0)
      guard let plan = try? solveJointly(model.problem, effort: poor) else { continue }
      let proposals = model.proposals(of: plan.chosen, town.lines)
      let piece = piece(of: town, proposals, model, &random)
      let small = try self.model(piece, fairLoad: model.fairLoad)
      // Help is given to pins in turn: where the piece cannot keep one of the plan's it is no use.
      if loses(small, aPinOf: piece) { continue }
      let own = try #require(
        try? small.chosen(claimedBy: piece.proposals).get(),
        "seed \(seed): the plan is in its piece")
      let best = try solveJointly(small.problem, from: JointStart(chosen: own))
      let lines = small.proposals(of: best.chosen, self.lines(piece))
      let kept = proposals.filter { !piece.proposals.contains($0) }
      let whole = try #require(
        try? model.chosen(claimedBy: kept + lines).get(), "seed \(seed): the piece is in the plan")
      let (before, after) = (worth(model, plan.chosen), worth(model, whole))
      #expect(complaint(model, whole) == nil, "seed \(seed)")
      #expect(
        after.value - before.value == best.objective - worth(small, own).value, "seed \(seed)")
      #expect(
        after.mustFill - before.mustFill == worth(small, best.chosen).mustFill
          - worth(small, own).mustFill, "seed \(seed)")
      held += piece.heldLines
      better += after.value != before.value ? 1 : 0
      supervised += lines.count { $0.supervision != nil }
      covered += lines.count { !$0.covers.isEmpty }
    }
    #expect(
      held > 20 && better > 3 && supervised > 5 && covered > 5,
      "\((held, better, supervised, covered))")
  }

  private func piece(
    of town: Town, _ proposals: [Proposal], _ model: JointModel, _ random: inout SeededRandom
  ) -> Piece {
    let needs = Set(town.needs.indices.filter { _ in random.number(0...1) == 0 })
    let people = Set(town.people.indices.filter { _ in random.number(0...1) == 0 })
    return Piece(
      of: World(town.snapshot, under: town.policy), proposals, needs: needs, people: people)
  }

  private func model(_ piece: Piece, fairLoad: FairLoad) throws -> JointModel {
    let (snapshot, policy) = (piece.world.snapshot, piece.world.policy)
    var findings = Scorer(snapshot: snapshot, policy: policy).findings(threads: 1)
    piece.world.keepHeld(in: &findings)
    return try JointModel(snapshot, policy: policy, findings: findings, fairLoad: fairLoad)
  }

  private func loses(_ model: JointModel, aPinOf piece: Piece) -> Bool {
    model.unkept.contains { line in
      line.isPinned
        && piece.proposals.contains { $0.need == line.need && $0.person == line.person }
    }
  }

  private func lines(_ piece: Piece) -> JointModel.Lines {
    let scorer = Scorer(snapshot: piece.world.snapshot, policy: piece.world.policy)
    return JointModel.Lines(
      placement: { need, person in scorer.judge(person: person, need: need).lines },
      cover: { post, person in scorer.judge(person: person, covering: post).lines })
  }

  private func worth(_ model: JointModel, _ chosen: [Int]) -> (value: Int, mustFill: Int) {
    let problem = model.problem
    return (
      chosen.reduce(problem.constant) { $0 + Int(problem.value[$1]) },
      chosen.count { problem.mustFill[$0] }
    )
  }

  private func complaint(_ model: JointModel, _ chosen: [Int]) -> String? {
    let (value, filled) = worth(model, chosen)
    let free = JointProof(
      prices: [.init(row: model.problem.rowCapacity.map { _ in 0 })], strikes: [],
      leaves: [.init(decided: [], prices: 0)])
    var plan = JointSolution(
      chosen: chosen, mustFillUnfilled: model.problem.mustFillUnits - filled, mustFillBound: 0,
      objective: value, bound: .max, mustFillProof: .notNeeded, pointsProof: free)
    return claimWhatIsShown(model.problem, &plan).objection?.sentence
  }
}
