import Domain

extension Scorer {
  /// Warnings where a home's chosen deployments together pass the days it lets go in a half-term.
  ///
  /// Each pair keeps to the half-term by itself (the release rule); only their sum is warned about
  /// here. By place key, then in the order of the year.
  public func overruns(of chosen: [(person: Int, need: Int)]) -> [String] {
    var asked: [Int: [Int32]] = [:]
    for (person, need) in chosen {
      guard let home = facts.snapshot.people[person].home else { continue }
      for index in facts.needs.shares.range(need) {
        let share = facts.needs.shares.items[index]
        asked[home, default: Array(repeating: 0, count: facts.calendar.parts)][Int(share.part)] +=
          share.halfDays
      }
    }
    let places = facts.snapshot.places
    let homes = asked.sorted { (places[$0.key].key, $0.key) < (places[$1.key].key, $1.key) }
    return homes.flatMap { home, shares in
      shares.indices.compactMap { overrun(home: home, part: $0, asked: shares[$0]) }
    }
  }

  private func overrun(home: Int, part: Int, asked: Int32) -> String? {
    let budget = facts.places.facts[home].halfDaysPerHalfTerm
    let total = asked + facts.places.promised(place: home, part: part)
    guard asked > 0, total > budget else { return nil }
    return "\(facts.snapshot.places[home].name) would let go \(HalfDays(total).spoken) in "
      + "\(facts.calendar.spoken(part: part)), \(HalfDays(total - budget).spoken) more than the "
      + "\(HalfDays(budget).spoken) it lets go per half-term"
  }
}
