import Domain

/// Secondments at the same time add up to at most full time, and a full-time one leaves no days.
enum FullTimeRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    let seconded = pair.busiestSecondedFTE
    return pair.need.isDeployment ? seconded >= 100 : seconded + pair.need.fte > 100
  }

  static func because(_ pair: Pair) -> String {
    let seconded = FTE(hundredths: min(100, pair.busiestSecondedFTE)).spoken
    if pair.need.isDeployment { return "Is seconded \(seconded) in the window" }
    let asked = FTE(hundredths: pair.need.fte).spoken
    return "Is seconded for \(seconded) in the window; \(asked) on top is more than full time"
  }
}
