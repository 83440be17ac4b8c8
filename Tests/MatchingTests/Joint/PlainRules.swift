import Domain

@testable import Matching

/// The rules that parts of a plan keep together, said plainly over the snapshot: no limit, no row, day by day.
struct PlainRules {
  let model: JointModel
  let policy: Policy
  private var snapshot: Snapshot { model.snapshot }
  private var calendar: TermCalendar { TermCalendar(halfTerms: policy.halfTerms) }

  init(_ model: JointModel, _ policy: Policy) {
    self.model = model
    self.policy = policy
  }

  func allow(_ chosen: [Int]) -> Bool {
    let parts = chosen.map { model.meaning(ofPart: $0) }
    return needsAreNotOverfilled(parts) && helpIsThere(parts) && daysAreLeft(parts)
      && allowancesAreLeft(parts) && loadIsFair(parts) && homesLetGo(parts) && timeIsLeft(parts)
      && nobodyDoesTwoThings(parts)
  }

  private func window(_ part: JointMeaning.Part) -> DaySpan {
    snapshot.needs[part.need].need.window
  }

  private func needsAreNotOverfilled(_ parts: [JointMeaning.Part]) -> Bool {
    snapshot.needs.indices.allSatisfy { need in
      parts.count { if case .placement(need, _, _) = $0 { true } else { false } }
        <= Int(snapshot.needs[need].open)
    }
  }

  /// Every first deployment has a supervisor of its own, every opened post its cover one level down.
  private func helpIsThere(_ parts: [JointMeaning.Part]) -> Bool {
    let covers = parts.compactMap { part -> [Int]? in
      guard case .cover(let need, let person, let whose, _, let way, let level) = part else {
        return nil
      }
      return [need, person, whose, way == .moves ? 1 : 0, level]
    }
    var asked: [String: Int] = [:]
    for case .placement(let need, let person, let used) in parts {
      let asks = snapshot.needs[need].need.kind == .deployment
      if asks, let used, isNew(person, used) {
        let alliance = snapshot.people[person].designations[used].alliance ?? ""
        asked["\(need) \(alliance)", default: 0] += 1
      }
      if !asks && leavesPost(person)
        && !covers.contains(where: { $0[0] == need && $0[2] == person && $0[4] == 1 })
      {
        return false
      }
    }
    for cover in covers where cover[3] == 1 && leavesPost(cover[1]) {
      let next = covers.contains { $0[0] == cover[0] && $0[2] == cover[1] && $0[4] == cover[4] + 1 }
      if !next { return false }
    }
    for case .supervising(let need, _, let alliance, _, _) in parts {
      asked["\(need) \(alliance)", default: 0] -= 1
    }
    return asked.values.allSatisfy { $0 <= 0 }
  }

  private func isNew(_ person: Int, _ used: Int) -> Bool {
    let designations = snapshot.people[person].designations
    return policy.rulesOff[.supervisedFirst] == nil
      && !designations.contains { $0.role == designations[used].role && $0.completed > 0 }
  }

  private func leavesPost(_ person: Int) -> Bool {
    guard policy.rulesOff[.cover] == nil, let home = snapshot.people[person].home,
      snapshot.people[person].role != nil
    else { return false }
    return snapshot.places[home].release?.coverNeeded == true
  }

  private func spent(_ part: JointMeaning.Part) -> (designation: Int?, halfDays: Int)? {
    switch part {
    case .placement(let need, _, let used):
      guard let halfDays = snapshot.needs[need].need.halfDays,
        snapshot.needs[need].need.kind == .deployment
      else { return nil }
      return (used, Int(halfDays.count))
    case .supervising(_, _, _, let designation, let halfDays):
      return (designation, Int(halfDays.count))
    case .cover: return nil
    }
  }

  private func daysAreLeft(_ parts: [JointMeaning.Part]) -> Bool {
    guard policy.rulesOff[.days] == nil else { return true }
    return parts.allSatisfy { part in
      guard let (used, halfDays) = spent(part), halfDays > 0 else { return true }
      let person = snapshot.people[part.person]
      let role = used.map { person.designations[$0].role }
      let year = window(part).from.schoolYearStart
      var days = 0
      var sum = 0
      for other in parts
      where other.person == part.person && window(other).from.schoolYearStart == year {
        guard let (otherUsed, otherHalfDays) = spent(other),
          otherUsed.map({ person.designations[$0].role }) == role
        else { continue }
        sum += otherHalfDays
      }
      // The most days of the terms of that role in force at some time in that year.
      let last = year.adding(months: 12).adding(days: -1)
      let terms = person.designations.filter {
        $0.role == role && $0.since <= last && $0.until ?? last >= year
      }
      for own in role == nil ? [policy.defaultHalfDaysAYear] : terms.map(\.halfDaysAYear) {
        let own = Int((own ?? policy.defaultHalfDaysAYear).count)
        days = max(days, own * policy.joint.mostPercentOfDays / 100)
      }
      return sum <= max(0, days - Int(person.promisedHalfDays(in: year, as: role)))
    }
  }

  private func allowancesAreLeft(_ parts: [JointMeaning.Part]) -> Bool {
    parts.allSatisfy { part in
      let year = window(part).from.schoolYearStart
      var sum = Int(snapshot.people[part.person].promisedToSupervising(in: year))
      var supervises = false
      for case .supervising(let need, part.person, _, _, let halfDays) in parts
      where snapshot.needs[need].need.window.from.schoolYearStart == year {
        sum += Int(halfDays.count)
        supervises = true
      }
      return !supervises || sum <= Int(policy.joint.supervisingHalfDaysAYear.count)
    }
  }

  private func loadIsFair(_ parts: [JointMeaning.Part]) -> Bool {
    let deployments = snapshot.needs.filter { $0.need.kind == .deployment }
    let asked = deployments.reduce(0) { $0 + Int($1.need.halfDays?.count ?? 0) * Int($1.open) }
    var people: Set<Int32> = []
    for (need, open) in snapshot.needs.enumerated() where open.need.kind == .deployment {
      people.formUnion(
        model.findings.pairPerson[
          model.findings.pairStart[need]..<model.findings.pairStart[need + 1]])
    }
    guard asked > 0, !people.isEmpty else { return true }
    let most = (Double(asked * policy.joint.mostPercentOfAverage) / Double(100 * people.count))
      .rounded(.up)
    return Set(parts.map(\.person)).allSatisfy { person in
      var sum = 0.0
      for case .placement(let need, person, _) in parts
      where snapshot.needs[need].need.kind == .deployment {
        sum += min(most, Double(snapshot.needs[need].need.halfDays?.count ?? 0))
      }
      return sum <= most
    }
  }

  private func isOut(_ part: JointMeaning.Part) -> Bool {
    switch part {
    case .placement: true
    case .supervising: false
    case .cover(_, _, _, _, let way, _): way != .stepsUp
    }
  }

  private func homesLetGo(_ parts: [JointMeaning.Part]) -> Bool {
    guard policy.rulesOff[.release] == nil else { return true }
    return snapshot.places.indices.allSatisfy { place in
      let away = parts.filter { snapshot.people[$0.person].home == place }
      if away.isEmpty { return true }
      let release = policy.release(of: snapshot.places[place])
      let running = snapshot.places[place].running
      return (0..<calendar.parts).allSatisfy { period in
        var halfDays = 0
        var isAsked = false
        var out: Set<PersonNumber> = []
        var unknown = 0
        for commitment in running {
          if commitment.kind == .deployment {
            halfDays += share(commitment.halfDays.count, commitment.window, period)
          }
          guard !commitment.isSupervising, touches(commitment.window, period) else { continue }
          if let person = commitment.person { out.insert(person) } else { unknown += 1 }
        }
        let before = out.count + unknown
        for part in away {
          let days = share(Int32(spent(part)?.halfDays ?? 0), window(part), period)
          halfDays += days
          if days > 0 { isAsked = true }
          if isOut(part), touches(window(part), period) {
            out.insert(snapshot.people[part.person].number)
          }
        }
        let isMore = out.count + unknown > before
        return (!isAsked || halfDays <= Int(release.halfDaysPerHalfTerm.count))
          && (!isMore || out.count + unknown <= Int(release.outAtOnce))
      }
    }
  }

  private func share(_ halfDays: Int32, _ window: DaySpan, _ period: Int) -> Int {
    Int(calendar.shares(of: halfDays, over: window).first { Int($0.part) == period }?.halfDays ?? 0)
  }

  private func touches(_ window: DaySpan, _ period: Int) -> Bool {
    calendar.parts(touchedBy: window).contains(period)
  }

  private func timeIsLeft(_ parts: [JointMeaning.Part]) -> Bool {
    guard policy.rulesOff[.fullTime] == nil else { return true }
    return Set(parts.map(\.person)).allSatisfy { person in
      let own = parts.filter { $0.person == person }
      return own.allSatisfy { part in
        var day = window(part).from
        while day <= window(part).to {
          var taken = 0
          var isDeployed = snapshot.people[person].commitments.contains {
            $0.kind == .deployment && $0.window.contains(day)
          }
          var isSeconded = false
          for commitment in snapshot.people[person].commitments
          where commitment.kind == .secondment && commitment.window.contains(day) {
            taken += Int(commitment.fte.hundredths)
          }
          for other in own where window(other).contains(day) {
            let need = snapshot.needs[other.need].need
            if need.kind == .secondment {
              taken += Int(need.fte?.hundredths ?? 100)
              isSeconded = true
            } else {
              isDeployed = true
            }
          }
          if isSeconded && taken > 100 || isDeployed && taken >= 100 { return false }
          day = day.adding(days: 1)
        }
        return true
      }
    }
  }

  private func nobodyDoesTwoThings(_ parts: [JointMeaning.Part]) -> Bool {
    for part in parts {
      guard case .placement(let need, let person, let used) = part else {
        if case .cover(let need, let person, _, _, _, _) = part {
          let same = parts.count { $0.need == need && $0.person == person }
          if same > 1 { return false }
        }
        continue
      }
      guard let used, isNew(person, used) else { continue }
      for case .supervising(need, person, _, _, _) in parts { return false }
    }
    return true
  }
}
