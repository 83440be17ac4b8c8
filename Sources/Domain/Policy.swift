/// What an organisation decides about matching: hard rules, weights, penalties, norms, the calendar.
///
/// Read from `config/` and stored whole with every plan.
public struct Policy: Hashable, Sendable {
  public var joint = JointNorms()
  /// A rule that is off, and why.
  public var rulesOff: [BarRule: String]
  /// The most points each criterion can earn (retention: cost), 0...100,000.
  public var weights: [Criterion: Int]
  /// Points lost for a unit left unfilled, 0...1,000,000.
  public var penalties: [Need.Priority: Int]

  /// Impact (1...5) assumed before anything is known, and how many placements that counts as.
  public var trackRecordMean: Int
  public var trackRecordWeight: Int
  public var verifiedFreshYears: Int
  /// Words in a named career step, and the kind of need that serves it.
  public var steps: [StepRule]

  public var defaultHalfDaysAYear: HalfDays
  public var defaultTravelMiles: Int32
  /// Road metres per 100 straight-line metres.
  public var roadFactorPercent: Int
  public var readinessMonths: Int
  /// Readiness names that let a person be seconded, the strongest first.
  public var readinessForSecondment: [String]
  public var vettingYears: Int
  /// Default release by number of pupils, ascending; the last entry has no upper bound.
  public var releaseBySize: [SizedRelease]
  public var releaseOfUnknownSize: SizedRelease
  /// Ascending, disjoint.
  public var halfTerms: [DaySpan]
  /// Phases near each phase, both ways.
  public var adjacentPhases: [String: Set<String>]
  /// Specialisms related to each, both ways.
  public var relatedSpecialisms: [String: Set<String>]

  public struct StepRule: Hashable, Sendable {
    public var words: String
    public var kind: Need.Kind
    public init(words: String, kind: Need.Kind) {
      self.words = words
      self.kind = kind
    }
  }

  public struct SizedRelease: Hashable, Sendable {
    public var pupils: Int32
    public var halfDaysPerHalfTerm: HalfDays
    public var outAtOnce: Int32
    public init(pupils: Int32, halfDaysPerHalfTerm: HalfDays, outAtOnce: Int32) {
      self.pupils = pupils
      self.halfDaysPerHalfTerm = halfDaysPerHalfTerm
      self.outAtOnce = outAtOnce
    }
  }

  public init(
    rulesOff: [BarRule: String], weights: [Criterion: Int], penalties: [Need.Priority: Int],
    trackRecordMean: Int, trackRecordWeight: Int, verifiedFreshYears: Int, steps: [StepRule],
    defaultHalfDaysAYear: HalfDays, defaultTravelMiles: Int32, roadFactorPercent: Int,
    readinessMonths: Int, readinessForSecondment: [String], vettingYears: Int,
    releaseBySize: [SizedRelease], releaseOfUnknownSize: SizedRelease, halfTerms: [DaySpan],
    adjacentPhases: [String: Set<String>], relatedSpecialisms: [String: Set<String>]
  ) {
    self.rulesOff = rulesOff
    self.weights = weights
    self.penalties = penalties
    self.trackRecordMean = trackRecordMean
    self.trackRecordWeight = trackRecordWeight
    self.verifiedFreshYears = verifiedFreshYears
    self.steps = steps
    self.defaultHalfDaysAYear = defaultHalfDaysAYear
    self.defaultTravelMiles = defaultTravelMiles
    self.roadFactorPercent = roadFactorPercent
    self.readinessMonths = readinessMonths
    self.readinessForSecondment = readinessForSecondment
    self.vettingYears = vettingYears
    self.releaseBySize = releaseBySize
    self.releaseOfUnknownSize = releaseOfUnknownSize
    self.halfTerms = halfTerms
    self.adjacentPhases = adjacentPhases
    self.relatedSpecialisms = relatedSpecialisms
  }

  /// Bounds `config/` is held to.
  public enum Limit {
    public static let weight = 100_000
    public static let penalty = 1_000_000
  }
}
