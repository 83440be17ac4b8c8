import Domain

/// Secondments at the same time add up to at most full time, and full time leaves no day for a deployment: neither
/// for a new one, nor, to a new secondment, for one that is promised already.
enum FullTimeRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    let seconded = pair.busiestSecondedFTE
    if pair.need.isDeployment { return seconded >= 100 }
    return seconded + pair.need.fte > 100 || pair.crowdedDeployment != nil
  }

  static func because(_ pair: Pair) -> String {
    let seconded = FTE(hundredths: min(100, pair.busiestSecondedFTE)).spoken
    if pair.need.isDeployment { return "Is seconded \(seconded) in the window" }
    if pair.busiestSecondedFTE + pair.need.fte <= 100, let promised = pair.crowdedDeployment {
      let does = promised.isSupervising ? "Supervises" : "Is deployed"
      return "\(does) from \(Wording.day(promised.from)) to \(Wording.day(promised.to)); "
        + "a secondment that takes all their time leaves no day for it"
    }
    let asked = FTE(hundredths: pair.need.fte).spoken
    return "Is seconded for \(seconded) in the window; \(asked) on top is more than full time"
  }
}
