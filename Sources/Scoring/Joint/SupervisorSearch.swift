import Domain

/// Finds who can supervise first deployments: by need and alliance, never pair by pair.
///
/// A supervisor holds a designation of that alliance that supervises, on every day of the window, and is not new
/// in it; terms of a role that follow one another hold together. Vetting, availability, conflicts and days left
/// bar them as they bar anybody, travel does not, and their own school is no obstacle: nobody is out.
struct SupervisorSearch {
  private let facts: Facts
  /// Designations that supervise, by alliance; people in the snapshot's order.
  private var ofAlliance: [[Supervising]]

  private struct Supervising {
    var row: Int
    var person: Int32
    /// Into every designation laid end to end.
    var designation: Int
  }

  init(_ facts: Facts) {
    self.facts = facts
    ofAlliance = Array(repeating: [], count: facts.names.clusters.count)
    guard facts.flat.pointee.supervisedFirstIsOn else { return }
    for person in facts.snapshot.people.indices {
      let row = Int(facts.order.rowOfPerson[person])
      for index in facts.people.designations.range(row) {
        let term = facts.people.designations.items[index]
        guard term.supervises, term.hasCompleted, term.alliance >= 0 else { continue }
        ofAlliance[Int(term.alliance)].append(
          Supervising(row: row, person: Int32(person), designation: index))
      }
    }
  }

  func find(_ findings: inout JointFindings) {
    guard facts.flat.pointee.supervisedFirstIsOn else { return }
    for need in facts.needs.facts.indices where facts.needs.facts[need].isDeployment {
      // Alliances of one need's newcomers are few.
      var known: [(alliance: Int32, first: Int32)] = []
      for pair in findings.pairStart[need]..<findings.pairStart[need + 1] {
        guard let alliance = alliance(ofFirst: pair, findings) else { continue }
        if let met = known.first(where: { $0.alliance == alliance }) {
          findings.pairFirst[pair] = met.first
        } else {
          let first = Int32(findings.firsts.count)
          known.append((alliance, first))
          findings.pairFirst[pair] = first
          add(need: need, alliance: alliance, to: &findings)
        }
      }
    }
  }

  /// The alliance somebody of it supervises the pair for; nil when it is no first deployment.
  private func alliance(ofFirst pair: Int, _ findings: JointFindings) -> Int32? {
    guard findings.pairDesignation[pair] >= 0 else { return nil }
    let row = Int(facts.order.rowOfPerson[Int(findings.pairPerson[pair])])
    let index =
      facts.people.designations.range(row).lowerBound + Int(findings.pairDesignation[pair])
    let term = facts.people.designations.items[index]
    return term.hasCompleted ? nil : term.alliance
  }

  func add(need: Int, alliance: Int32, to findings: inout JointFindings) {
    let asked = facts.snapshot.needs[need].need
    let halfDays = facts.policy.joint.supervising(asked.halfDays ?? HalfDays(0))
    let shares = facts.calendar.shares(of: halfDays.count, over: asked.window)
    let name = facts.names.clusters.name(alliance)
    findings.firsts.append(.init(need: Int32(need), alliance: name, halfDays: halfDays))
    var best: (person: Int32, designation: Int32, left: Int32)?
    func close() {
      guard let found = best else { return }
      findings.supervisors.append(.init(person: found.person, designation: found.designation))
      best = nil
    }
    for candidate in ofAlliance[Int(alliance)] {
      let pair = Pair(facts.flat, row: candidate.row, need: need)
      guard let left = pair.left(supervisingAs: candidate.designation, halfDays, shares) else {
        continue
      }
      if best?.person != candidate.person { close() }
      if best.map({ left > $0.left }) ?? true {
        let first = facts.people.designations.range(candidate.row).lowerBound
        best = (candidate.person, Int32(candidate.designation - first), left)
      }
    }
    close()
    findings.supervisorStart.append(findings.supervisors.count)
  }
}

extension Pair {
  /// Half-days left of a designation before supervising at the need; nil when the person cannot supervise there.
  fileprivate func left(
    supervisingAs index: Int, _ halfDays: HalfDays, _ shares: [TermCalendar.Share]
  ) -> Int32? {
    let term = facts.people.designations.items[index]
    let isHeld = term.overlaps(need) && firstUncoveredDay { $0.supervises(like: term) } == nil
    guard isHeld else { return nil }
    let rules: [BarRule] = [.conflict, .hidden, .available, .fullTime, .vetting]
    for rule in rules where facts.policy.rulesOff[rule] == nil && rule.bars(self) { return nil }
    let allowance = facts.policy.joint.supervisingHalfDaysAYear.count
    guard promisedToSupervising + halfDays.count <= allowance else { return nil }
    let left = spendable(term.halfDaysAYear) - promisedHalfDays(as: term.role)
    if facts.policy.rulesOff[.days] == nil && left < halfDays.count { return nil }
    if facts.policy.rulesOff[.release] == nil && overfull(shares) != nil { return nil }
    return left
  }
}

extension DesignationFacts {
  fileprivate func supervises(like other: DesignationFacts) -> Bool {
    supervises && role == other.role && alliance == other.alliance
  }
}
