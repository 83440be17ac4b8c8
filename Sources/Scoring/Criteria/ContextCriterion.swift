/// A home like the need's place: a third each for size, free school meals, and rural or urban.
///
/// Sizes are alike in one band of the policy's release by size; free meals in one band of 10 % (30 %
/// and more are one). What is not known on either side earns nothing.
enum ContextCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    guard let home = pair.home else { return nil }
    let place = pair.facts.places.facts[pair.place]
    let alike =
      (home.sizeBand >= 0 && home.sizeBand == place.sizeBand ? 1 : 0)
      + (home.mealsBand >= 0 && home.mealsBand == place.mealsBand ? 1 : 0)
      + (home.rural >= 0 && home.rural == place.rural ? 1 : 0)
    return alike == 0 ? nil : pair.facts.weights.context * alike / 3
  }

  static func because(_ pair: Pair) -> String {
    if pair.stepsUp { return "Works at this very school" }
    guard let facts = pair.home, let home = pair.homePlace else { return "" }
    let (other, place) = (pair.facts.places.facts[pair.place], pair.needPlace)
    var alike: [String] = []
    if facts.sizeBand == other.sizeBand, let here = home.pupils, let there = place.pupils {
      alike.append("size (\(here) and \(there) pupils)")
    }
    if facts.mealsBand == other.mealsBand, let here = home.freeMealsPermille,
      let there = place.freeMealsPermille
    {
      let shares = "\(Wording.percent(permille: here)) and \(Wording.percent(permille: there))"
      alike.append("free school meals (\(shares))")
    }
    if let here = home.rural, here == place.rural {
      alike.append(here ? "being rural" : "being urban")
    }
    return "Home school and this one are alike in \(Wording.list(alike))"
  }
}
