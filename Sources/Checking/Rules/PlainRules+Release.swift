import Domain

/// What each home lets go in a half-term: half-days of deployments and supervising, and people out.
extension PlainRules {
  func brokenRelease(_ doings: [Doing]) -> [BrokenRule] {
    guard isOn(.release) else { return [] }
    let homes = Dictionary(grouping: doings) { snapshot.people[$0.person].home }
    return homes.compactMap { home, doings in home.map { (home: $0, doings: doings) } }
      .sorted { $0.home < $1.home }
      .flatMap { home, doings in brokenRelease(of: snapshot.places[home], doings) }
  }

  private func brokenRelease(of home: Place, _ doings: [Doing]) -> [BrokenRule] {
    let release = release(of: home)
    return brokenHalfDays(of: home, doings, most: Int(release.halfDaysPerHalfTerm.count))
      + brokenOut(of: home, doings, most: Int(release.outAtOnce))
  }

  private func brokenHalfDays(of home: Place, _ doings: [Doing], most: Int) -> [BrokenRule] {
    var planned = [Int](repeating: 0, count: policy.halfTerms.count + 1)
    for doing in doings { spread(doing.halfDays, over: doing.window, to: &planned) }
    var all = planned
    for running in home.running where running.kind == .deployment {
      spread(Int(running.halfDays.count), over: running.window, to: &all)
    }
    return all.indices.filter { planned[$0] > 0 && all[$0] > most }.map {
      BrokenRule(
        .home(home.key),
        "Lets go \(spoken(all[$0])) in \(spoken(period: $0)), and \(spoken(most)) is the most")
    }
  }

  private func brokenOut(of home: Place, _ doings: [Doing], most: Int) -> [BrokenRule] {
    let (before, planned, unknown) = peopleOut(of: home, doings)
    return planned.indices.compactMap { period in
      let out = before[period].union(planned[period]).count + unknown[period]
      guard out > most, !planned[period].isSubset(of: before[period]) else { return nil }
      return BrokenRule(
        .home(home.key),
        "Has \(out) \(out == 1 ? "person" : "people") out in \(spoken(period: period)), and \(most) is the most"
      )
    }
  }

  /// By half-term: people out already and people the plan takes out, each once; a running placement of
  /// somebody who is not known is one person more.
  private func peopleOut(
    of home: Place, _ doings: [Doing]
  ) -> (before: [Set<PersonNumber>], planned: [Set<PersonNumber>], unknown: [Int]) {
    let none = [Set<PersonNumber>](repeating: [], count: policy.halfTerms.count + 1)
    var (before, planned, unknown) = (none, none, none.map { _ in 0 })
    for running in home.running where !running.isSupervising {
      for period in touched(by: running.window) {
        if let person = running.person {
          before[period].insert(person)
        } else {
          unknown[period] += 1
        }
      }
    }
    for doing in doings where doing.isOut {
      for period in touched(by: doing.window) {
        planned[period].insert(snapshot.people[doing.person].number)
      }
    }
    return (before, planned, unknown)
  }

  /// Adds half-days to half-terms: as many by the end of each as its weekdays so far have earned, to the
  /// nearest half-day. Days outside every half-term are the last entry.
  func spread(_ halfDays: Int, over window: DaySpan, to halfTerms: inout [Int]) {
    let weekdays = policy.halfTerms.map { self.weekdays(of: window, in: $0) }
    let all = weekdays.reduce(0, +)
    guard all > 0 else {
      halfTerms[policy.halfTerms.count] += halfDays
      return
    }
    var (passed, given) = (0, 0)
    for period in weekdays.indices {
      passed += weekdays[period]
      let earned = (2 * halfDays * passed + all) / (2 * all)
      halfTerms[period] += earned - given
      given = earned
    }
  }

  /// Half-terms with a weekday of the window; where there is none, the time outside them all.
  func touched(by window: DaySpan) -> [Int] {
    let touched = policy.halfTerms.indices.filter {
      weekdays(of: window, in: policy.halfTerms[$0]) > 0
    }
    return touched.isEmpty ? [policy.halfTerms.count] : touched
  }

  private func weekdays(of window: DaySpan, in halfTerm: DaySpan) -> Int {
    guard let both = window.intersection(halfTerm) else { return 0 }
    return days(of: both).count { $0.weekday < 5 }
  }

  private func spoken(period: Int) -> String {
    period < policy.halfTerms.count
      ? policy.halfTerms[period].spoken : "the time outside known half-terms"
  }
}
