import Checking
import Domain

func day(_ iso: String) -> Day { Day(iso: iso)! }

func span(_ from: String, _ to: String) -> DaySpan { DaySpan(from: day(from), to: day(to))! }

/// A small county and a plan that keeps every rule; a test breaks one thing and reads what is said.
///
/// Birch asks for two SLEs for five days (N1), a headteacher for a term (N2) and one SLE in spring (N3). Alex
/// (P1) and Bea (P2) of Ash take N1, Bea for the first time with Cy (P3) of Birch supervising; Alex takes N3 as
/// well. Dee (P4), deputy at Cedar, takes N2; Eli (P5), assistant at Dell, covers for Dee, and Flo (P6) of Dell
/// steps up for Eli.
struct County {
  var today = day("2026-09-01")
  var policy = County.policy()
  var places = County.places()
  var people = County.people()
  var needs = County.needs()
  var standing: [StandingLine] = []
  var proposals = County.proposals()
  var notes: [String] = []

  var snapshot: Snapshot {
    Snapshot(today: today, places: places, people: people, needs: needs, standing: standing)
  }

  var broken: [String] {
    let plan = Plan(
      kinds: [.deployment, .secondment], policy: "", snapshot: "", objective: 0, bound: 0,
      mustFillUnfilled: 0, proposals: proposals, notes: notes)
    return brokenRules(of: plan, made: snapshot, under: policy).map(\.description)
  }

  func broken(after change: (inout County) -> Void) -> [String] {
    var county = self
    change(&county)
    return county.broken
  }

  static let autumn = span("2026-11-02", "2026-12-18")
  static let spring = span("2027-01-04", "2027-02-12")
  static let term = span("2027-01-04", "2027-03-25")

  private static func policy() -> Policy {
    Policy(
      rulesOff: [:], weights: [:], penalties: [:], trackRecordMean: 3, trackRecordWeight: 3,
      verifiedFreshYears: 4, steps: [], defaultHalfDaysAYear: HalfDays(days: 15),
      defaultTravelMiles: 15, roadFactorPercent: 130, readinessMonths: 24,
      readinessForSecondment: ["Ready now", "1-2 years"], vettingYears: 3,
      releaseBySize: [
        Policy.SizedRelease(pupils: 150, halfDaysPerHalfTerm: HalfDays(6), outAtOnce: 1),
        Policy.SizedRelease(pupils: 9999, halfDaysPerHalfTerm: HalfDays(30), outAtOnce: 3),
      ],
      releaseOfUnknownSize: Policy.SizedRelease(
        pupils: 0, halfDaysPerHalfTerm: HalfDays(10), outAtOnce: 1),
      halfTerms: [
        span("2026-09-01", "2026-10-23"), autumn, spring, span("2027-02-22", "2027-03-25"),
      ],
      adjacentPhases: ["Primary": ["Nursery"]], relatedSpecialisms: [:])
  }

  private static func places() -> [Place] {
    ["Ash", "Birch", "Cedar", "Dell"].enumerated().map { index, name in
      var place = Place(key: .school(URN(100_001 + index)!), name: name)
      place.phase = "Primary"
      place.location = Location(easting: 400_000 + 5_000 * Int32(index), northing: 300_000)
      place.clusters = ["\(name) family"]
      place.release = Release(
        halfDaysPerHalfTerm: HalfDays(20), outAtOnce: 2, coverNeeded: index >= 2)
      if index == 1 { place.clusters.append("Fenland") }
      return place
    }
  }

  private static func people() -> [Candidate] {
    let homes = [0, 0, 1, 2, 3, 3]
    let posts = [nil, nil, nil, "Deputy", "Assistant", "Teacher"]
    let ready = [nil, nil, nil, "Headteacher", "Deputy", "Assistant"]
    return homes.indices.map { index in
      var person = Candidate(number: PersonNumber(Int32(index + 1)), name: "Person \(index + 1)")
      person.home = homes[index]
      person.role = posts[index]
      person.readiness =
        ready[index].map {
          [Readiness(post: $0, level: "Ready now", judgedOn: day("2026-03-02"))]
        } ?? []
      if index < 3 {
        person.designations = [designation(isNew: index == 1, supervises: index == 2)]
      }
      return person
    }
  }

  private static func designation(isNew: Bool, supervises: Bool) -> Designation {
    var designation = Designation(role: "SLE", since: day("2025-09-01"))
    designation.specialisms = [HeldSpecialism(name: "Phonics", verifiedOn: day("2025-07-24"))]
    designation.halfDaysAYear = HalfDays(18)
    designation.alliance = "Fenland"
    designation.completed = isNew ? 0 : 3
    designation.supervises = supervises
    return designation
  }

  private static func needs() -> [OpenNeed] {
    let birch = PlaceKey.school(URN(100_002)!)
    return [
      OpenNeed(
        need: Need(
          reference: "N1", place: birch, kind: .deployment, role: "SLE", specialism: "Phonics",
          halfDays: HalfDays(10), window: autumn, people: 2), place: 1, open: 2),
      OpenNeed(
        need: Need(
          reference: "N2", place: birch, kind: .secondment, role: "Headteacher",
          fte: FTE(hundredths: 100), window: term), place: 1, open: 1),
      OpenNeed(
        need: Need(
          reference: "N3", place: birch, kind: .deployment, role: "SLE", halfDays: HalfDays(8),
          window: spring), place: 1, open: 1),
    ]
  }

  private static func proposals() -> [Proposal] {
    func number(_ number: Int32) -> PersonNumber { PersonNumber(number) }
    func cover(_ person: Int32, _ other: Int32, _ post: String, _ place: Int, _ way: Cover.Way)
      -> Cover
    {
      Cover(
        person: number(person), insteadOf: number(other), post: post,
        place: .school(URN(100_001 + place)!), way: way, points: 0, lines: [])
    }
    return [
      Proposal(need: "N1", person: number(1), points: 0, lines: []),
      Proposal(
        need: "N1", person: number(2), points: 0, lines: [],
        supervision: Supervision(person: number(3), role: "SLE", halfDays: HalfDays(2))),
      Proposal(
        need: "N2", person: number(4), points: 0, lines: [],
        covers: [
          cover(5, 4, "Deputy", 2, .moves), cover(6, 5, "Assistant", 3, .stepsUp),
        ]),
      Proposal(need: "N3", person: number(1), points: 0, lines: []),
    ]
  }
}
