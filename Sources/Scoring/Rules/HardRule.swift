import Domain

/// A rule that bars pairs: whether it does, and the sentence that says how.
protocol HardRule {
  /// Costs no more than the lists of one person; builds no text.
  static func bars(_ pair: Pair) -> Bool
  /// Asked only where the rule bars.
  static func because(_ pair: Pair) -> String
}

extension BarRule {
  /// The code behind the name: a new name does not compile without it.
  func bars(_ pair: Pair) -> Bool {
    switch self {
    case .designation: DesignationRule.bars(pair)
    case .specialism: SpecialismRule.bars(pair)
    case .readiness: ReadinessRule.bars(pair)
    case .phase: PhaseRule.bars(pair)
    case .ownSchool: OwnSchoolRule.bars(pair)
    case .ownCluster: OwnClusterRule.bars(pair)
    case .conflict: ConflictRule.bars(pair)
    case .hidden: HiddenRule.bars(pair)
    case .declined: DeclinedRule.bars(pair)
    case .travel: TravelRule.bars(pair)
    case .available: AvailableRule.bars(pair)
    case .days: DaysRule.bars(pair)
    case .fullTime: FullTimeRule.bars(pair)
    case .release: ReleaseRule.bars(pair)
    case .supervisedFirst: SupervisedFirstRule.bars(pair)
    case .cover: CoverRule.bars(pair)
    case .vetting: VettingRule.bars(pair)
    }
  }

  func because(_ pair: Pair) -> String {
    switch self {
    case .designation: DesignationRule.because(pair)
    case .specialism: SpecialismRule.because(pair)
    case .readiness: ReadinessRule.because(pair)
    case .phase: PhaseRule.because(pair)
    case .ownSchool: OwnSchoolRule.because(pair)
    case .ownCluster: OwnClusterRule.because(pair)
    case .conflict: ConflictRule.because(pair)
    case .hidden: HiddenRule.because(pair)
    case .declined: DeclinedRule.because(pair)
    case .travel: TravelRule.because(pair)
    case .available: AvailableRule.because(pair)
    case .days: DaysRule.because(pair)
    case .fullTime: FullTimeRule.because(pair)
    case .release: ReleaseRule.because(pair)
    case .supervisedFirst: SupervisedFirstRule.because(pair)
    case .cover: CoverRule.because(pair)
    case .vetting: VettingRule.because(pair)
    }
  }
}
