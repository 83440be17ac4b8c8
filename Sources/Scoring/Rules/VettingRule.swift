/// A recorded prohibition or a lapsed vetting confirmation bars; nothing recorded only warns.
enum VettingRule: HardRule {
  static func bars(_ pair: Pair) -> Bool { pair.person.barredByVetting }

  static func because(_ pair: Pair) -> String {
    let candidate = pair.candidate
    guard !candidate.prohibited, let vettedOn = candidate.vettedOn else {
      return "A prohibition is recorded"
    }
    return "The vetting confirmation of \(vettedOn.spoken) is more than "
      + "\(pair.facts.policy.vettingYears) years old"
  }
}
