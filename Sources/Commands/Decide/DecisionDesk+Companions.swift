import Domain
import Placing
import Scoring
import Storing

/// Those a proposal needs beside the person it proposes: who supervises, and who covers.
extension DecisionDesk {
  /// Refuses a proposal whose supervisor can no longer supervise.
  func checkSupervisor(of proposal: Proposal) throws {
    guard let supervision = proposal.supervision else { return }
    let snapshot = try snapshot(of: [proposal.person, supervision.person], for: proposal.need)
    let bars = try barsToSupervising(supervision, of: proposal.person, in: snapshot)
    if !bars.isEmpty {
      throw Failure.noLonger(
        "\(supervision.person) can no longer supervise \(proposal.person) at \(proposal.need)", bars
      )
    }
  }

  /// What keeps somebody from supervising at the first need of a snapshot that both people are in.
  func barsToSupervising(
    _ supervision: Supervision, of number: PersonNumber, in snapshot: Snapshot
  ) throws -> [String] {
    guard let person = snapshot.people.firstIndex(where: { $0.number == number }),
      let supervisor = snapshot.people.firstIndex(where: { $0.number == supervision.person })
    else {
      throw StoreError.notFound(what: "person", reference: supervision.person.description)
    }
    let rules: Set<BarRule> = [.vetting, .available, .conflict, .hidden, .fullTime]
    let judgement = Scorer(snapshot: snapshot, policy: policy).judge(person: supervisor, need: 0)
    return judgement.bars.filter { rules.contains($0.rule) }.map(\.because)
      + Placing.barsToSupervising(
        supervision, of: snapshot.people[person], at: snapshot.needs[0].need,
        by: snapshot.people[supervisor],
        from: snapshot.people[supervisor].home.map { snapshot.places[$0] }, policy: policy)
  }

  /// Stores a decision with its placement and, for what is accepted, the placements of its covers, all or
  /// none. The placement asked for comes first, then those down the chain.
  func store(_ decision: DecisionRecord, covers: [Cover]) throws -> [PlacementRecord] {
    let need = try store.needRecord(decision.need).need
    guard let placement = try store.record(decision, need: need) else { return [] }
    var placements = [placement]
    for cover in covers {
      try checkPost(of: cover)
      let post = try store.addCoverNeed(for: need, cover, today: today)
      try checkReady(cover, for: post)
      placements.append(
        try store.place(
          PlacementChoice(
            person: cover.person, plan: decision.plan, by: decision.by, reason: decision.reason,
            covers: placements.last), in: post))
    }
    return try placements.map { try store.placement($0) }
  }

  /// The post is still that of the person whose place is taken.
  private func checkPost(of cover: Cover) throws {
    let profile = try store.profile(.number(cover.insteadOf))
    guard profile.record.role != cover.post || profile.record.home != cover.place else { return }
    throw Failure.noLonger(
      "\(cover.person) can no longer cover the post of \(cover.insteadOf)",
      ["\(cover.insteadOf) is not \(cover.post) at \(cover.place) any more"])
  }

  /// Rules of a secondment to the post; stepping up at one's own place asks only for readiness and time.
  private func checkReady(_ cover: Cover, for post: Need) throws {
    let steppingUp: Set<BarRule> = [.readiness, .available, .vetting, .fullTime]
    let bars = try judgement(of: cover.person, for: post.reference).bars.filter {
      cover.way != .stepsUp || steppingUp.contains($0.rule)
    }
    if !bars.isEmpty {
      throw Failure.noLonger(
        "\(cover.person) can no longer cover the post of \(cover.insteadOf), \(cover.post) at \(cover.place)",
        bars.map(\.because))
    }
  }
}

extension Judgement {
  /// None when eligible.
  var bars: [Bar] { if case .barred(let bars) = self { bars } else { [] } }
}

extension Failure {
  fileprivate static func noLonger(_ what: String, _ because: [String]) -> Failure {
    Failure(
      .conflict,
      "\(what): \(because.joined(separator: "; "))\nNothing was changed.\n"
        + "  Try: talent propose makes a plan from today's data")
  }
}
