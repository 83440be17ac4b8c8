/// A post at a place, by number: somebody's own, or one that a need fills.
struct HeldPost: Hashable {
  var place: Int32
  var role: Int32
}

extension HeldPost {
  init(_ person: PersonFacts) { self.init(place: person.home, role: person.role) }
}

extension Facts {
  /// Posts that secondments fill.
  var askedPosts: Set<HeldPost> {
    var asked: Set<HeldPost> = []
    for need in needs.facts.indices where !needs.facts[need].isDeployment {
      let fact = needs.facts[need]
      if fact.role >= 0 { asked.insert(HeldPost(place: fact.place, role: fact.role)) }
    }
    return asked
  }
}
