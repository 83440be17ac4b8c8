import Domain
import Reporting
import Scoring

/// Somebody chosen by hand for a need, as the rules see them today, with who supervises them.
struct HandChoice {
  let person: PersonNumber
  let need: String
  /// A first deployment that nobody is named to supervise is barred.
  let judgement: Judgement
  /// Who is named to supervise, and can; nil when nobody has to.
  let supervision: Supervision?
  /// For a first deployment that nobody is named for: who could supervise it.
  let advice: SupervisorAdvice?
}

extension DecisionDesk {
  /// - Parameter supervisor: who is named to supervise; nil for nobody.
  /// - Throws: when the one named cannot supervise, or nobody has to.
  func choice(
    of person: PersonNumber, for need: String, supervisor: PersonNumber?
  ) throws -> HandChoice {
    let others = try store.supervisors(inAlliancesOf: person) + (supervisor.map { [$0] } ?? [])
    let numbers = Set(others + [person]).sorted()
    let snapshot = try snapshot(of: numbers, for: need)
    guard let index = snapshot.people.firstIndex(where: { $0.number == person }) else {
      throw Failure(.refused, "there is no person \(person)\n  Try: talent find")
    }
    let scorer = Scorer(snapshot: snapshot, policy: policy)
    let judgement = scorer.judge(person: index, need: 0)
    guard let findings = scorer.firstDeployment(person: index, need: 0) else {
      if let supervisor { throw Failure.needsNoSupervisor(person, at: need, supervisor) }
      return HandChoice(
        person: person, need: need, judgement: judgement, supervision: nil, advice: nil)
    }
    let advice = try advice(findings, for: person, in: snapshot)
    if let supervisor {
      let supervision = try supervision(by: supervisor, of: person, in: snapshot, findings, advice)
      return HandChoice(
        person: person, need: need, judgement: judgement, supervision: supervision, advice: nil)
    }
    return HandChoice(
      person: person, need: need, judgement: judgement.withoutSupervisor, supervision: nil,
      advice: advice)
  }

  /// Whom a plan proposes, with who the plan says supervises; a first deployment it knew nothing of is barred.
  func accepted(_ proposal: Proposal) throws -> HandChoice {
    if proposal.supervision == nil {
      return try choice(of: proposal.person, for: proposal.need, supervisor: nil)
    }
    return HandChoice(
      person: proposal.person, need: proposal.need,
      judgement: try judgement(of: proposal.person, for: proposal.need),
      supervision: proposal.supervision, advice: nil)
  }

  private func supervision(
    by supervisor: PersonNumber, of person: PersonNumber, in snapshot: Snapshot,
    _ findings: JointFindings, _ advice: SupervisorAdvice
  ) throws -> Supervision {
    let halfDays = findings.firsts[0].halfDays
    let able = findings.supervisors.first {
      snapshot.people[Int($0.person)].number == supervisor
    }
    if let able {
      let role = snapshot.people[Int(able.person)].designations[Int(able.designation)].role
      return Supervision(person: supervisor, role: role, halfDays: halfDays)
    }
    let bars =
      supervisor == person
      ? ["Nobody supervises themselves"]
      : try self.bars(to: supervisor, supervising: person, in: snapshot, findings)
    throw Failure(
      .notPermitted,
      "\(supervisor) cannot supervise \(person) at \(snapshot.needs[0].need.reference): "
        + "\(bars.joined(separator: "; "))\n\(advice.sentence)\nNothing was changed."
        + (advice.option.map { "\n  Try: \($0)" } ?? ""))
  }

  /// Who could supervise and, where nobody could, what keeps those who supervise in the alliance from it.
  private func advice(
    _ findings: JointFindings, for person: PersonNumber, in snapshot: Snapshot
  ) throws -> SupervisorAdvice {
    let able = findings.supervisors.map { snapshot.people[Int($0.person)] }
    var held: [(Candidate, [String])] = []
    if able.isEmpty {
      let alliance = findings.firsts[0].alliance
      let supervisors = snapshot.people.filter {
        $0.number != person
          && $0.designations.contains { $0.supervises && $0.alliance == alliance }
      }
      for supervisor in supervisors.sorted(by: { $0.number < $1.number }) {
        held.append(
          (
            supervisor,
            try bars(to: supervisor.number, supervising: person, in: snapshot, findings)
          ))
      }
    }
    return SupervisorAdvice(
      alliance: findings.firsts[0].alliance, places: snapshot.places,
      able: able.sorted { $0.number < $1.number }, held: held)
  }

  private func bars(
    to supervisor: PersonNumber, supervising person: PersonNumber, in snapshot: Snapshot,
    _ findings: JointFindings
  ) throws -> [String] {
    let first = findings.firsts[0]
    let terms = snapshot.people.first { $0.number == supervisor }?.designations ?? []
    let term =
      terms.first { $0.supervises && $0.alliance == first.alliance } ?? terms.first {
        $0.supervises
      }
      ?? terms.first
    guard let term else { return ["Holds no designation that supervises in \(first.alliance)"] }
    let supervision = Supervision(person: supervisor, role: term.role, halfDays: first.halfDays)
    return try barsToSupervising(supervision, of: person, in: snapshot)
  }
}

extension Judgement {
  /// The same, barred for want of a supervisor.
  fileprivate var withoutSupervisor: Judgement {
    guard !bars.contains(where: { $0.rule == .supervisedFirst }) else { return self }
    return .barred(
      bars + [
        Bar(
          .supervisedFirst,
          because:
            "Has completed no deployment in this designation yet, and nobody is named to supervise it"
        )
      ])
  }
}

extension Failure {
  fileprivate static func needsNoSupervisor(
    _ person: PersonNumber, at need: String, _ supervisor: PersonNumber
  ) -> Failure {
    Failure(
      .refused,
      "\(person) needs no supervisor at \(need): only a first deployment in a designation has one\n"
        + "Nothing was changed.\n  Try: the same without --supervisor")
  }
}
