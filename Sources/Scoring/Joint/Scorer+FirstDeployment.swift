import Domain

extension Scorer {
  /// What somebody's deployment asks for where it is their first, whatever else bars it: one of `firsts`, with who
  /// can supervise it among others; nil when it is no first deployment, or no alliance is recorded.
  public func firstDeployment(person: Int, need: Int) -> JointFindings? {
    let pair = Pair(facts, person: person, need: need)
    guard pair.isFirst, let alliance = pair.designation?.alliance, alliance >= 0 else { return nil }
    var findings = JointFindings()
    SupervisorSearch(facts).add(need: need, alliance: alliance, to: &findings)
    findings.supervisors.removeAll { Int($0.person) == person }
    findings.supervisorStart = [0, findings.supervisors.count]
    return findings
  }
}
