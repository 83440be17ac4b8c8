/// A related specialism verified earns all; a strength nobody verified, in the specialism asked for
/// or one related to it, earns half.
enum RelatedCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    guard pair.need.specialism >= 0 else { return nil }
    if isVerifiedInRelated(pair) { return pair.facts.weights.related }
    return claims(pair) ? pair.facts.weights.related / 2 : nil
  }

  static func because(_ pair: Pair) -> String {
    let asked = pair.openNeed.specialism ?? ""
    let related = pair.facts.policy.relatedSpecialisms[asked, default: []].sorted()
    let names = pair.facts.names.specialisms
    if let name = related.first(where: { isVerified(pair, in: names.number($0)) }) {
      return "Verified in \(name), which is related to \(asked)"
    }
    let claimed = ([asked] + related).first { holdsClaim(pair, names.number($0)) } ?? asked
    let near = claimed == asked ? "" : ", which is related to \(asked)"
    return "Names \(claimed) as a strength\(near), not verified"
  }

  private static func isVerifiedInRelated(_ pair: Pair) -> Bool {
    let people = pair.facts.people
    for index in people.designations.range(pair.row) where pair.isRight(designation: index) {
      for held in people.held.range(index) {
        let fact = people.held.items[held]
        if fact.expiresOn >= pair.need.to
          && pair.facts.related.joins(pair.need.specialism, fact.specialism)
        {
          return true
        }
      }
    }
    return false
  }

  private static func isVerified(_ pair: Pair, in specialism: Int32) -> Bool {
    pair.facts.people.designations.range(pair.row).contains {
      pair.isRight(designation: $0)
        && pair.facts.verification(of: specialism, designation: $0, until: pair.need.to) != nil
    }
  }

  private static func claims(_ pair: Pair) -> Bool {
    let claims = pair.facts.people.claims
    for index in claims.range(pair.row) {
      let claim = claims.items[index]
      if claim == pair.need.specialism || pair.facts.related.joins(pair.need.specialism, claim) {
        return true
      }
    }
    return false
  }

  private static func holdsClaim(_ pair: Pair, _ specialism: Int32) -> Bool {
    pair.facts.people.claims.list(pair.row, holds: specialism)
  }
}
