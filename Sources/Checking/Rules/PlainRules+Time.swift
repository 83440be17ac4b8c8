import Domain

/// A person's time, day by day: secondments add up to full time at most, and full time leaves no deployment.
extension PlainRules {
  func brokenTime(_ doings: [Doing]) -> [BrokenRule] {
    guard isOn(.fullTime) else { return [] }
    return byPerson(doings).compactMap { person, doings in
      let candidate = snapshot.people[person]
      let isSeconded =
        doings.contains { $0.kind == .secondment }
        || candidate.commitments.contains { $0.kind == .secondment }
      guard isSeconded else { return nil }
      // One after another, the days on which something that is planned goes on.
      let days = Set(doings.flatMap { self.days(of: $0.window) }).sorted()
      return days.lazy.compactMap { self.broken(candidate, doings, on: $0) }.first
    }
  }

  private func broken(_ candidate: Candidate, _ doings: [Doing], on day: Day) -> BrokenRule? {
    let planned = doings.filter { $0.window.contains(day) }
    let promised = candidate.commitments.filter { $0.window.contains(day) }
    let hundredths =
      planned.reduce(0) { $0 + $1.hundredths }
      + promised.filter { $0.kind == .secondment }.reduce(0) { $0 + Int($1.fte.hundredths) }
    let addsSecondment = planned.contains { $0.kind == .secondment }
    if addsSecondment && hundredths > 100 {
      return BrokenRule(
        .person(candidate.number), "Is seconded for more than full time on \(day.spoken)")
    }
    let deployed =
      planned.contains { $0.kind == .deployment }
      || promised.contains { $0.kind == .deployment }
    if deployed && hundredths >= 100 {
      return BrokenRule(
        .person(candidate.number),
        "Is deployed on \(day.spoken), a day on which secondments take all their time")
    }
    return nil
  }
}
