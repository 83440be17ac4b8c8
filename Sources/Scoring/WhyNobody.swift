import Domain

extension Scorer {
  /// Why nobody can fill the need: how many could be asked, and what first bars them, as counts.
  ///
  /// For a secondment, people of the school itself and people not available for it, for whatever reason, are not
  /// counted at all: a count would tell a head about the readiness of their own staff, or who hides from them.
  ///
  /// - Parameter chosen: how many a plan chooses for it.
  public func whyNobody(need: Int, chosen: Int = 0) -> String {
    var (asked, free) = (0, 0)
    var met = Array(repeating: 0, count: BarRule.allCases.count)
    facts.withRules { rules, _ in
      // Place by place in the list of rules, so that no rule is looked up by name.
      var metOfRule = Array(repeating: 0, count: rules.count)
      for row in candidates.group(of: need) {
        let pair = Pair(facts.flat, row: Int(row), need: need)
        guard !pair.isConfidential else { continue }
        asked += 1
        if let first = rules.firstIndex(where: { $0.bars(pair) }) {
          metOfRule[first] += 1
        } else {
          free += 1
        }
      }
      for (rule, count) in zip(rules, metOfRule) {
        if let index = BarRule.allCases.firstIndex(of: rule) { met[index] = count }
      }
    }
    let opening = opening(need: facts.snapshot.needs[need].need, asked)
    let placed = chosen > 0 ? ["\(chosen) \(chosen == 1 ? "is" : "are") chosen"] : []
    let reasons = reasons(met) + (free > chosen ? ["\(free - chosen) could go"] : []) + placed
    if asked == 1, reasons.count == 1 {
      return "\(opening), \(free > 0 ? "and" : "but") \(reasons[0].dropFirst(2))"
    }
    return ([opening] + (reasons.isEmpty ? [] : [reasons.joined(separator: ", ")]))
      .joined(separator: "; ")
  }

  private func opening(need: Need, _ asked: Int) -> String {
    let who = asked == 0 ? "Nobody" : Wording.count(asked, "person", "people")
    let verb = asked < 2 ? "is" : "are"
    if need.kind == .secondment && facts.policy.rulesOff[.readiness] == nil {
      guard let post = need.role else { return "The need names no post" }
      return "\(who) from elsewhere could step up to \(post)"
    }
    let role = need.kind == .deployment && facts.designationIsOn ? need.role : nil
    let specialism = facts.policy.rulesOff[.specialism] == nil ? need.specialism : nil
    switch (role, specialism) {
    case (let role?, let specialism?): return "\(who) \(verb) verified in \(specialism) as \(role)"
    case (let role?, nil): return "\(who) \(asked < 2 ? "holds" : "hold") the \(role) designation"
    case (nil, let specialism?): return "\(who) \(verb) verified in \(specialism)"
    case (nil, nil): return "\(who) \(verb) in the pool"
    }
  }

  /// `9 live beyond their travel limit`, in the rules' order. Whoever is not available for this very
  /// school is counted together, so that the reason stays their own.
  private func reasons(_ met: [Int]) -> [String] {
    var met = met
    let closed: [BarRule] = [.conflict, .hidden, .declined]
    let indices = closed.compactMap(BarRule.allCases.firstIndex)
    if let first = indices.first {
      let sum = indices.reduce(0) { $0 + met[$1] }
      for index in indices { met[index] = 0 }
      met[first] = sum
    }
    return zip(BarRule.allCases, met).filter { $1 > 0 }
      .map { "\($1) \($0.phrase(several: $1 > 1))" }
  }
}

extension Pair {
  fileprivate var isConfidential: Bool {
    guard !need.isDeployment else { return false }
    return OwnSchoolRule.bars(self) || HiddenRule.bars(self) || ConflictRule.bars(self)
      || DeclinedRule.bars(self)
  }
}

extension BarRule {
  /// What is said of people this rule bars first.
  fileprivate func phrase(several: Bool) -> String {
    switch self {
    case .designation:
      several ? "are not designated for the whole window" : "is not designated for the whole window"
    case .specialism: several ? "are no longer verified then" : "is no longer verified then"
    case .readiness: several ? "are not ready for it" : "is not ready for it"
    case .phase: several ? "have not worked in a near phase" : "has not worked in a near phase"
    case .ownSchool: several ? "work at the school already" : "works at the school already"
    case .ownCluster: several ? "work in the same cluster" : "works in the same cluster"
    case .conflict, .hidden, .declined:
      several ? "are not available for this school" : "is not available for this school"
    case .travel: several ? "live beyond their travel limit" : "lives beyond their travel limit"
    case .available: several ? "are not available in the window" : "is not available in the window"
    case .days: several ? "have too few days left" : "has too few days left"
    case .fullTime: several ? "have no time left then" : "has no time left then"
    case .release:
      several ? "cannot be released by their school" : "cannot be released by their school"
    case .supervisedFirst:
      several ? "are new and of another alliance" : "is new and of another alliance"
    case .cover: "cannot be covered for at home"
    case .vetting: several ? "have no valid vetting" : "has no valid vetting"
    }
  }
}
