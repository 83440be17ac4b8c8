/// The share of the behaviours asked for that are evidenced.
enum BehavioursCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    let asked = pair.facts.needs.behaviours.range(pair.needIndex)
    guard !asked.isEmpty else { return nil }
    var evidenced = 0
    for index in asked {
      let behaviour = pair.facts.needs.behaviours.items[index]
      if pair.facts.people.behaviours.list(pair.row, holds: behaviour) { evidenced += 1 }
    }
    return pair.facts.weights.behaviours * evidenced / asked.count
  }

  static func because(_ pair: Pair) -> String {
    let asked = pair.facts.needs.behaviours.range(pair.needIndex).count
    let own = pair.candidate.behaviours
    var evidenced: [String] = []
    for behaviour in pair.openNeed.behaviours
    where own.contains(behaviour) && !evidenced.contains(behaviour) { evidenced.append(behaviour) }
    let share = "\(evidenced.count) of the \(Wording.count(asked, "behaviour", "behaviours"))"
    if evidenced.isEmpty {
      return asked == 1
        ? "The behaviour asked for is not evidenced"
        : "None of the \(asked) behaviours asked for is evidenced"
    }
    if evidenced.count == asked {
      return "Evidences what is asked for: \(evidenced.joined(separator: "; "))"
    }
    let verb = evidenced.count == 1 ? "is" : "are"
    return "\(share) asked for \(verb) evidenced: \(evidenced.joined(separator: "; "))"
  }
}
