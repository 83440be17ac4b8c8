import Domain

@testable import Scoring

/// A day of the fixtures: `day("2027-01-18")`.
func day(_ iso: String) -> Day { Day(iso: iso)! }

func span(_ from: String, _ to: String) -> DaySpan { DaySpan(from: day(from), to: day(to))! }

/// The policy `config/` ships with, as far as scoring reads it.
func shippedPolicy() -> Policy {
  Policy(
    rulesOff: [.ownCluster: "families help each other by default"],
    weights: [
      .specialism: 200, .related: 60, .phase: 100, .context: 81, .distance: 200, .behaviours: 120,
      .trackRecord: 120, .development: 100, .load: 100, .readiness: 200, .retention: 80,
      .continuity: 60,
    ],
    penalties: [.mustFill: 3000, .high: 1500, .normal: 700],
    trackRecordMean: 3, trackRecordWeight: 3, verifiedFreshYears: 4,
    steps: [
      Policy.StepRule(words: "shadow", kind: .secondment),
      Policy.StepRule(words: "coach", kind: .deployment),
    ],
    defaultHalfDaysAYear: HalfDays(days: 15), defaultTravelMiles: 15, roadFactorPercent: 130,
    readinessMonths: 24, readinessForSecondment: ["Ready now", "1-2 years"], vettingYears: 3,
    releaseBySize: [
      Policy.SizedRelease(pupils: 150, halfDaysPerHalfTerm: HalfDays(days: 3), outAtOnce: 1),
      Policy.SizedRelease(pupils: 400, halfDaysPerHalfTerm: HalfDays(days: 6), outAtOnce: 1),
      Policy.SizedRelease(pupils: 9999, halfDaysPerHalfTerm: HalfDays(days: 15), outAtOnce: 3),
    ],
    releaseOfUnknownSize: Policy.SizedRelease(
      pupils: 0, halfDaysPerHalfTerm: HalfDays(days: 5), outAtOnce: 1),
    halfTerms: [
      span("2026-09-01", "2026-10-23"), span("2026-11-02", "2026-12-18"),
      span("2027-01-04", "2027-02-12"), span("2027-02-22", "2027-03-25"),
    ],
    adjacentPhases: ["Nursery": ["Primary"], "Primary": ["Nursery"]],
    relatedSpecialisms: [
      "Phonics": ["English", "Early years"], "English": ["Phonics"],
      "Early years": ["Phonics"],
    ])
}

/// One home, one school that asks, one person who may go and one need, with nothing amiss: an SLE
/// verified in Phonics at Ash Primary, 5 km east of Birch Primary, which asks for 5 days.
///
/// A test breaks one thing and reads the sentence that follows.
struct Village {
  var policy = shippedPolicy()
  var today = day("2026-09-01")
  var home = Place(key: .school(URN(100_001)!), name: "Ash Primary")
  var school = Place(key: .school(URN(100_002)!), name: "Birch Primary")
  var person = Candidate(number: PersonNumber(1), name: "Alex Example")
  var need: Need

  init(_ kind: Need.Kind = .deployment) {
    need = Need(
      reference: "N1", place: school.key, kind: kind, window: span("2026-11-02", "2026-12-18"))
    home.phase = "Primary"
    home.location = Location(easting: 405_000, northing: 300_000)
    home.release = Release(
      halfDaysPerHalfTerm: HalfDays(days: 6), outAtOnce: 2, coverNeeded: false)
    school.phase = "Primary"
    school.location = Location(easting: 400_000, northing: 300_000)
    school.clusters = ["Fenland Alliance"]
    person.home = 0
    person.vettedOn = day("2025-09-01")
    person.availableFrom = day("2026-01-01")
    person.travelMiles = 15
    if kind == .deployment { prepareDeployment() } else { prepareSecondment() }
  }

  private mutating func prepareDeployment() {
    need.role = "SLE"
    need.specialism = "Phonics"
    need.halfDays = HalfDays(days: 5)
    var designation = Designation(role: "SLE", since: day("2025-09-01"))
    designation.specialisms = [HeldSpecialism(name: "Phonics", verifiedOn: day("2025-07-24"))]
    designation.halfDaysAYear = HalfDays(days: 10)
    designation.phases = ["Primary"]
    designation.completed = 2
    person.designations = [designation]
  }

  private mutating func prepareSecondment() {
    need.role = "Headteacher"
    need.fte = FTE(hundredths: 60)
    person.readiness = [
      Readiness(post: "Headteacher", level: "Ready now", judgedOn: day("2026-03-02"))
    ]
  }

  var designation: Designation {
    get { person.designations[0] }
    set { person.designations[0] = newValue }
  }

  var snapshot: Snapshot {
    Snapshot(
      today: today, places: [home, school], people: [person],
      needs: [OpenNeed(need: need, place: 1, open: 1)])
  }

  var scorer: Scorer { Scorer(snapshot: snapshot, policy: policy) }
  var judgement: Judgement { scorer.judge(person: 0, need: 0) }
  var cautions: [String] { scorer.cautions(person: 0, need: 0) }

  /// `rule: sentence` for every bar met; empty when eligible. Says so when `pairs()` disagrees.
  var bars: [String] {
    let paired = scorer.pairs().pairPerson == [0]
    switch judgement {
    case .eligible: return paired ? [] : ["pairs() leaves it out"]
    case .barred(let bars):
      return bars.map { "\($0.rule.rawValue): \($0.because)" }
        + (paired ? ["pairs() holds it"] : [])
    }
  }

  /// `points: sentence` of one criterion; nil without a line.
  func line(_ criterion: Criterion) -> String? {
    guard case .eligible(let lines) = judgement else { return "barred" }
    return lines.first { $0.criterion == criterion }.map { "\($0.points): \($0.because)" }
  }

  /// A copy with something changed.
  func with(_ change: (inout Village) -> Void) -> Village {
    var copy = self
    change(&copy)
    return copy
  }

  func off(_ rule: BarRule) -> Village { with { $0.policy.rulesOff[rule] = "for the test" } }
}
