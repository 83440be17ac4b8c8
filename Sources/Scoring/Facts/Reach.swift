import Domain

/// Travel in whole metres: a limit in road miles as the straight line it allows, and back.
struct Reach: Sendable {
  /// Road metres per 100 straight-line metres, at least 1.
  let roadFactorPercent: Int

  init(_ policy: Policy) { roadFactorPercent = max(1, policy.roadFactorPercent) }

  /// The longest straight line, in metres, whose road distance is within the limit.
  ///
  /// A mile is 1,609.344 metres: straight × factor ÷ 100 ≤ miles × 1609.344, without fractions.
  func straightMetres(withinMiles miles: Int32) -> Int32 {
    Int32(clamping: Int(max(0, miles)) * 1_609_344 / (roadFactorPercent * 10))
  }

  /// Road distance in tenths of a mile, to the nearest; rounded up when `beyond` a limit, so that
  /// no sentence says 15.0 is beyond 15.
  func tenthsOfMile(straightMetres: Int, beyond: Bool) -> Int {
    let millimetresTimesTen = straightMetres * roadFactorPercent * 100
    return (millimetresTimesTen + (beyond ? 1_609_343 : 804_672)) / 1_609_344
  }
}

extension Scorer {
  /// The smallest travel limit in whole miles that lets a person reach a need; nil when no distance is known.
  public func milesToReach(person: Int, need: Int) -> Int32? {
    guard let metres = Pair(facts, person: person, need: need).metres else { return nil }
    var miles = Int32(
      clamping: metres * facts.flat.pointee.reach.roadFactorPercent * 10 / 1_609_344)
    while facts.flat.pointee.reach.straightMetres(withinMiles: miles) < Int32(clamping: metres) {
      miles += 1
    }
    return miles
  }
}
