import Domain
import Matching
import Scoring

/// A small world for the joint model: schools of one alliance within easy reach, built up person by person.
///
/// Autumn has two half-terms, the first of 39 weekdays (September and October), the second of 35.
struct Town {
  static let autumn = span("2026-11-02", "2026-12-18")
  static let spring = span("2027-01-04", "2027-02-12")

  var policy = Town.policy()
  var places: [Place] = []
  var people: [Candidate] = []
  var needs: [OpenNeed] = []
  var standing: [StandingLine] = []

  /// Adds a school that lets go so many half-days per half-term and people at once.
  @discardableResult
  mutating func school(
    halfDays: Int32 = 40, out: Int32 = 5, cover: Bool = false, alliance: String = "Fenland"
  ) -> Int {
    let number = Int32(places.count)
    var place = Place(key: .school(URN(100_001 + Int(number))!), name: "School \(number)")
    place.location = Location(easting: 400_000 + number * 1_000, northing: 300_000)
    place.clusters = [alliance]
    place.release = Release(
      halfDaysPerHalfTerm: HalfDays(halfDays), outAtOnce: out, coverNeeded: cover)
    places.append(place)
    return places.count - 1
  }

  /// Adds somebody at a school, with nothing that bars them; their number is 1 more than their index.
  @discardableResult
  mutating func person(at home: Int?, as role: String? = nil, readyFor post: String? = nil) -> Int {
    let number = Int32(people.count + 1)
    var person = Candidate(number: PersonNumber(number), name: "Person \(number)")
    person.home = home
    person.role = role
    person.vettedOn = day("2026-01-01")
    person.readiness =
      post.map {
        [Readiness(post: $0, level: "Ready now", judgedOn: day("2026-03-02"))]
      } ?? []
    people.append(person)
    return people.count - 1
  }

  /// Adds an SLE with days for a year; one who is new has completed nothing.
  @discardableResult
  mutating func leader(
    at home: Int?, halfDays: Int32 = 30, isNew: Bool = false, supervises: Bool = false,
    role: String = "SLE", alliance: String = "Fenland"
  ) -> Int {
    let index = person(at: home)
    var designation = Designation(role: role, since: day("2025-09-01"))
    designation.alliance = alliance
    designation.halfDaysAYear = HalfDays(halfDays)
    designation.completed = isNew ? 0 : 1
    designation.supervises = supervises
    people[index].designations = [designation]
    return index
  }

  @discardableResult
  mutating func deployment(
    at place: Int, halfDays: Int32 = 10, in window: DaySpan = Town.autumn, open: Int32 = 1,
    role: String = "SLE", priority: Need.Priority = .normal
  ) -> Int {
    let need = Need(
      reference: "N\(needs.count + 1)", place: places[place].key, kind: .deployment, role: role,
      halfDays: HalfDays(halfDays), window: window, priority: priority, people: open)
    needs.append(OpenNeed(need: need, place: place, open: open))
    return needs.count - 1
  }

  @discardableResult
  mutating func secondment(
    at place: Int, as role: String, fte: Int32 = 100, in window: DaySpan = Town.autumn,
    open: Int32 = 1
  ) -> Int {
    let need = Need(
      reference: "N\(needs.count + 1)", place: places[place].key, kind: .secondment, role: role,
      fte: FTE(hundredths: fte), window: window, people: open)
    needs.append(OpenNeed(need: need, place: place, open: open))
    return needs.count - 1
  }

  var snapshot: Snapshot {
    Snapshot(
      today: day("2026-09-01"), places: places, people: people, needs: needs, standing: standing)
  }

  func model() throws -> JointModel {
    let snapshot = snapshot
    let scorer = Scorer(snapshot: snapshot, policy: policy)
    return try JointModel(snapshot, policy: policy, findings: scorer.findings())
  }

  /// Lines as `Commands` gives them.
  var lines: JointModel.Lines {
    let scorer = Scorer(snapshot: snapshot, policy: policy)
    return JointModel.Lines(
      placement: { scorer.judge(person: $1, need: $0).lines },
      cover: { scorer.judge(person: $1, covering: $0).lines })
  }

  static func policy() -> Policy {
    Policy(
      rulesOff: [.ownCluster: "families help each other by default"],
      weights: [.distance: 200, .readiness: 200, .load: 100],
      penalties: [.mustFill: 3000, .high: 1500, .normal: 700],
      trackRecordMean: 3, trackRecordWeight: 3, verifiedFreshYears: 4, steps: [],
      defaultHalfDaysAYear: HalfDays(days: 15), defaultTravelMiles: 15, roadFactorPercent: 130,
      readinessMonths: 24, readinessForSecondment: ["Ready now"], vettingYears: 3,
      releaseBySize: [
        Policy.SizedRelease(pupils: 9999, halfDaysPerHalfTerm: HalfDays(days: 15), outAtOnce: 3)
      ],
      releaseOfUnknownSize: Policy.SizedRelease(
        pupils: 0, halfDaysPerHalfTerm: HalfDays(days: 5), outAtOnce: 1),
      halfTerms: [span("2026-09-01", "2026-10-23"), autumn, spring],
      adjacentPhases: [:], relatedSpecialisms: [:])
  }
}

func day(_ iso: String) -> Day { Day(iso: iso)! }

func span(_ from: String, _ to: String) -> DaySpan { DaySpan(from: day(from), to: day(to))! }

extension JointModel {
  /// Every limit that is left, by what it means, with its capacity.
  var kept: [JointMeaning.Limit: Int32] {
    Dictionary(
      uniqueKeysWithValues: problem.limits.indices.map {
        (meaning(ofLimit: $0), problem.limits[$0].capacity)
      })
  }

  /// What a part takes of the limits left, by what they mean.
  func uses(ofPart part: Int) -> [JointMeaning.Limit: Int32] {
    Dictionary(
      uniqueKeysWithValues: problem.uses(ofPart: part).map {
        (meaning(ofLimit: Int($0.limit)), $0.amount)
      })
  }

  /// Rows of a part by what they mean, with its coefficients.
  func links(ofPart part: Int) -> [JointMeaning.Row: Int32] {
    Dictionary(
      uniqueKeysWithValues: problem.links(ofPart: part).map {
        (meaning(ofRow: Int($0.row)), $0.coefficient)
      })
  }

  /// Parts that supervise or cover, by position.
  var helping: [Int] {
    problem.parts.filter {
      if case .placement = meaning(ofPart: $0) { false } else { true }
    }
  }
}
