import Domain

/// Fair spread: all while no days are promised this school year, none when all are.
enum LoadCriterion: SoftCriterion {
  static func points(_ pair: Pair) -> Int? {
    let year = Int(pair.halfDaysAYear)
    guard year > 0 else { return nil }
    return pair.facts.weights.load * max(0, year - Int(pair.promisedHalfDays)) / year
  }

  static func because(_ pair: Pair) -> String {
    let promised = HalfDays(pair.promisedHalfDays)
    let year = HalfDays(pair.halfDaysAYear).spoken
    if promised.count == 0 { return "None of \(year) promised yet in the school year" }
    return "\(promised.spoken) of \(year) promised in the school year"
  }
}
