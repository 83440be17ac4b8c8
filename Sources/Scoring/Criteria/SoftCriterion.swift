import Domain

/// A criterion that earns or costs points, and the sentence that says why.
protocol SoftCriterion {
  /// Whole points; a share of the weight is rounded down. Nil: it says nothing, and there is no line.
  static func points(_ pair: Pair) -> Int?
  /// Asked only where there are points, 0 included.
  static func because(_ pair: Pair) -> String
}

extension Criterion {
  /// The code behind the name: a new name does not compile without it.
  func points(_ pair: Pair) -> Int? {
    switch self {
    case .specialism: SpecialismCriterion.points(pair)
    case .related: RelatedCriterion.points(pair)
    case .readiness: ReadinessCriterion.points(pair)
    case .phase: PhaseCriterion.points(pair)
    case .context: ContextCriterion.points(pair)
    case .distance: DistanceCriterion.points(pair)
    case .behaviours: BehavioursCriterion.points(pair)
    case .trackRecord: TrackRecordCriterion.points(pair)
    case .development: DevelopmentCriterion.points(pair)
    case .load: LoadCriterion.points(pair)
    case .retention: RetentionCriterion.points(pair)
    case .continuity: ContinuityCriterion.points(pair)
    // Prices of the joint plan: no pair has them by itself.
    case .stays, .cover: nil
    }
  }

  func because(_ pair: Pair) -> String {
    switch self {
    case .specialism: SpecialismCriterion.because(pair)
    case .related: RelatedCriterion.because(pair)
    case .readiness: ReadinessCriterion.because(pair)
    case .phase: PhaseCriterion.because(pair)
    case .context: ContextCriterion.because(pair)
    case .distance: DistanceCriterion.because(pair)
    case .behaviours: BehavioursCriterion.because(pair)
    case .trackRecord: TrackRecordCriterion.because(pair)
    case .development: DevelopmentCriterion.because(pair)
    case .load: LoadCriterion.because(pair)
    case .retention: RetentionCriterion.because(pair)
    case .continuity: ContinuityCriterion.because(pair)
    case .stays, .cover: ""
    }
  }
}
