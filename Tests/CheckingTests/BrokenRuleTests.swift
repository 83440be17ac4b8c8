import Domain
import Testing

@testable import Checking

/// Each rule and each way to break it, in a plan that keeps all others.
@Suite struct BrokenRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: BarRule?
    let change: @Sendable (inout County) -> Void
    let says: [String]

    init(
      _ description: String, _ rule: BarRule?, _ says: [String],
      _ change: @escaping @Sendable (inout County) -> Void
    ) {
      testDescription = description
      self.rule = rule
      self.says = says
      self.change = change
    }
  }

  @Test func `the county's plan keeps every rule`() { #expect(County().broken == []) }

  static let pairs: [Case] = [
    Case(
      "a designation that ends early", .designation,
      ["need N1, P1: The SLE designation is not in force on 1 Dec 2026"]
    ) {
      $0.people[0].designations[0].until = day("2026-11-30"); $0.proposals.removeLast()
    },
    Case(
      "no such designation", .designation,
      ["need N3, P6: The SLE designation is not in force on 4 Jan 2027"]
    ) {
      $0.proposals.removeAll { $0.need != "N3" }
      $0.proposals[0].person = PersonNumber(6)
      $0.places[3].clusters = ["Fenland"]
      $0.policy.rulesOff[.ownCluster] = "for the test"
    },
    Case(
      "a specialism not verified", .specialism,
      ["need N1, P1: Is not verified in Phonics to the end of the window"]
    ) { $0.people[0].designations[0].specialisms[0].verifiedOn = nil },
    Case(
      "a specialism that expires", .specialism,
      ["need N1, P1: Is not verified in Phonics to the end of the window"]
    ) { $0.people[0].designations[0].specialisms[0].expiresOn = day("2026-12-17") },
    Case(
      "a readiness that is too old", .readiness,
      ["need N2, P4: Is not ready for the post of Headteacher, by the latest judgement that counts"]
    ) { $0.people[3].readiness[0].judgedOn = day("2024-08-31") },
    Case(
      "a later judgement that is weaker", .readiness,
      ["need N2, P4: Is not ready for the post of Headteacher, by the latest judgement that counts"]
    ) {
      $0.people[3].readiness.append(
        Readiness(post: "Headteacher", level: "Not yet", judgedOn: day("2026-03-02")))
    },
    Case(
      "a phase too far", .phase,
      [
        "need N2, P4: Has not worked in or near the phase Primary",
        "need N2, P4: The cover, P5: Has not worked in or near the phase Secondary",
      ]
    ) { $0.places[2].phase = "Secondary" },
    Case("the own school", .ownSchool, ["need N3, P3: Works at Birch already"]) {
      $0.proposals[3].person = PersonNumber(3)
      $0.policy.rulesOff[.ownCluster] = "for the test"
    },
    Case(
      "the own cluster", .ownCluster,
      [
        "need N1, P1: Works at a school of the same cluster",
        "need N1, P2: Works at a school of the same cluster",
        "need N3, P1: Works at a school of the same cluster",
      ]
    ) { $0.places[0].clusters = ["Birch family"] },
    Case("a conflict", .conflict, ["need N2, P4: Is not available for this school"]) {
      $0.people[3].conflicts = [1]
    },
    Case("a hidden school", .hidden, ["need N2, P4: Is not available for this school"]) {
      $0.people[3].hiddenFrom = [1]
    },
    Case("declined", .declined, ["need N3, P1: Was declined for this need this school year"]) {
      $0.people[0].declinedNeeds = ["N3"]
    },
    Case("too far", .travel, ["need N2, P4: Is beyond the travel limit"]) {
      $0.people[3].travelMiles = 4
    },
    Case(
      "not available at first", .available, ["need N2, P4: Is not available in the whole window"]
    ) {
      $0.people[3].availableFrom = day("2027-01-05")
    },
    Case("not available at last", .available, ["need N2, P4: Is not available in the whole window"])
    {
      $0.people[3].availableUntil = day("2027-03-24")
    },
    Case(
      "a prohibition", .vetting,
      ["need N2, P4: Is prohibited, or the vetting confirmation has lapsed"]
    ) { $0.people[3].prohibited = true },
    Case(
      "a lapsed vetting", .vetting,
      ["need N2, P4: Is prohibited, or the vetting confirmation has lapsed"]
    ) { $0.people[3].vettedOn = day("2023-08-31") },
  ]

  static let sums: [Case] = [
    Case(
      "more days than are left", .days,
      ["P1: Is given 9 days as SLE in the school year from 1 Sep 2026, and has 8.5 days left"]
    ) { $0.people[0].designations[0].halfDaysAYear = HalfDays(17) },
    Case(
      "days promised already", .days,
      ["P1: Is given 9 days as SLE in the school year from 1 Sep 2026, and has 8.5 days left"]
    ) {
      $0.people[0].commitments = [
        Commitment(kind: .deployment, window: County.spring, halfDays: HalfDays(1), role: nil)
      ]
    },
    Case(
      "the days of the term a deployment is made under", .days,
      ["P1: Is given 5 days as SLE in the school year from 1 Sep 2026, and has 4.5 days left"]
    ) {
      var later = $0.people[0].designations[0]
      later.since = day("2027-01-01")
      later.halfDaysAYear = HalfDays(18)
      $0.people[0].designations[0].until = day("2026-12-31")
      $0.people[0].designations[0].halfDaysAYear = HalfDays(9)
      $0.people[0].designations.append(later)
    },
    Case(
      "a share of the days that plans may spend", .days,
      ["P1: Is given 9 days as SLE in the school year from 1 Sep 2026, and has 8 days left"]
    ) { $0.policy.joint.mostPercentOfDays = 90 },
    Case(
      "a supervisor's days", .days,
      ["P3: Is given 1 day as SLE in the school year from 1 Sep 2026, and has 0.5 days left"]
    ) { $0.people[2].designations[0].halfDaysAYear = HalfDays(1) },
    Case(
      "the supervising allowance", nil,
      ["P3: Supervises 1 day in the school year from 1 Sep 2026, and the allowance is 0.5 days"]
    ) { $0.policy.joint.supervisingHalfDaysAYear = HalfDays(1) },
    Case(
      "the supervising allowance with what is promised", nil,
      ["P3: Supervises 5.5 days in the school year from 1 Sep 2026, and the allowance is 5 days"]
    ) {
      $0.people[2].commitments = [
        Commitment(
          kind: .deployment, window: County.spring, halfDays: HalfDays(9), role: "SLE",
          isSupervising: true)
      ]
    },
    Case(
      "fair load", nil, ["P1: Is given 9 days, and fair load is 7 days at most"]
    ) { $0.policy.joint.mostPercentOfAverage = 98 },
    Case(
      "half-days a home lets go", .release,
      [
        "home 100001: Lets go 10 days in 2 Nov 2026 to 18 Dec 2026, and 9.5 days is the most"
      ]
    ) { $0.places[0].release?.halfDaysPerHalfTerm = HalfDays(19) },
    Case(
      "half-days running already", .release,
      [
        "home 100001: Lets go 10.5 days in 2 Nov 2026 to 18 Dec 2026, and 10 days is the most"
      ]
    ) {
      $0.places[0].running = [
        Commitment(
          kind: .deployment, window: span("2026-10-19", "2026-11-06"), halfDays: HalfDays(2),
          person: PersonNumber(1))
      ]
    },
    Case(
      "a supervisor's home", .release,
      ["home 100002: Lets go 1 day in 2 Nov 2026 to 18 Dec 2026, and 0.5 days is the most"]
    ) { $0.places[1].release?.halfDaysPerHalfTerm = HalfDays(1) },
    Case(
      "people out", .release,
      ["home 100001: Has 2 people out in 2 Nov 2026 to 18 Dec 2026, and 1 is the most"]
    ) { $0.places[0].release?.outAtOnce = 1 },
    Case(
      "somebody else out already", .release,
      ["home 100001: Has 3 people out in 2 Nov 2026 to 18 Dec 2026, and 2 is the most"]
    ) {
      $0.places[0].running = [
        Commitment(
          kind: .secondment, window: County.autumn, fte: FTE(hundredths: 50),
          person: PersonNumber(9))
      ]
    },
    Case(
      "a cover's home, in both half-terms", .release,
      [
        "home 100004: Has 1 person out in 4 Jan 2027 to 12 Feb 2027, and 0 is the most",
        "home 100004: Has 1 person out in 22 Feb 2027 to 25 Mar 2027, and 0 is the most",
      ]
    ) { $0.places[3].release?.outAtOnce = 0 },
    Case(
      "the default of a small school", .release,
      [
        "home 100001: Lets go 10 days in 2 Nov 2026 to 18 Dec 2026, and 3 days is the most",
        "home 100001: Lets go 4 days in 4 Jan 2027 to 12 Feb 2027, and 3 days is the most",
        "home 100001: Has 2 people out in 2 Nov 2026 to 18 Dec 2026, and 1 is the most",
      ]
    ) {
      $0.places[0].release = nil
      $0.places[0].pupils = 150
    },
    Case(
      "more than full time", .fullTime, ["P4: Is seconded for more than full time on 1 Mar 2027"]
    ) {
      $0.people[3].commitments = [
        Commitment(
          kind: .secondment, window: span("2027-03-01", "2027-07-01"), fte: FTE(hundredths: 1))
      ]
    },
    Case(
      "a deployment while seconded full time", .fullTime,
      ["P1: Is deployed on 5 Feb 2027, a day on which secondments take all their time"]
    ) {
      $0.people[0].commitments = [
        Commitment(
          kind: .secondment, window: span("2027-02-05", "2027-07-01"), fte: FTE(hundredths: 100))
      ]
    },
    Case(
      "a full-time secondment over a deployment promised", .fullTime,
      ["P5: Is deployed on 1 Feb 2027, a day on which secondments take all their time"]
    ) {
      $0.people[4].commitments = [
        Commitment(
          kind: .deployment, window: span("2027-02-01", "2027-02-05"), halfDays: HalfDays(2))
      ]
    },
    Case(
      "two covers at once", .fullTime,
      ["P6: Is seconded for more than full time on 4 Jan 2027"]
    ) {
      $0.people[5].commitments = [
        Commitment(kind: .secondment, window: County.spring, fte: FTE(hundredths: 10))
      ]
    },
  ]

  static let firsts: [Case] = [
    Case(
      "no supervisor", .supervisedFirst,
      ["need N1, P2: A first deployment as SLE has no supervisor"]
    ) { $0.proposals[1].supervision = nil },
    Case(
      "outside the alliance", nil,
      [
        "need N1, P2: A first deployment stays inside the person's own alliance"
      ]
    ) {
      $0.places[1].clusters = []
    },
    Case(
      "a supervisor of another alliance", nil,
      [
        "need N1, P2: The supervisor, P3, does not supervise as SLE of the same alliance over the window"
      ]
    ) { $0.people[2].designations[0].alliance = "Ouse" },
    Case(
      "a designation that does not supervise", nil,
      [
        "need N1, P2: The supervisor, P3, does not supervise as SLE of the same alliance over the window"
      ]
    ) { $0.people[2].designations[0].supervises = false },
    Case(
      "a supervisor's designation that ends early", nil,
      [
        "need N1, P2: The supervisor, P3, does not supervise as SLE of the same alliance over the window"
      ]
    ) { $0.people[2].designations[0].until = day("2026-12-17") },
    Case(
      "a supervisor's term renewed a day too late", nil,
      [
        "need N1, P2: The supervisor, P3, does not supervise as SLE of the same alliance over the window"
      ]
    ) {
      var next = $0.people[2].designations[0]
      $0.people[2].designations[0].until = day("2026-11-30")
      next.since = day("2026-12-02")
      $0.people[2].designations.append(next)
    },
    Case(
      "a supervisor who is new", nil,
      ["need N1, P2: The supervisor, P3, has completed no deployment as SLE"]
    ) { $0.people[2].designations[0].completed = 0 },
    Case(
      "a supervisor who is hidden from the school", .hidden,
      ["need N1, P2: The supervisor, P3: Is not available for this school"]
    ) { $0.people[2].hiddenFrom = [1] },
    Case(
      "a supervisor who is not available", .available,
      ["need N1, P2: The supervisor, P3: Is not available in the whole window"]
    ) { $0.people[2].availableUntil = day("2026-12-01") },
    Case(
      "a supervisor who is prohibited", .vetting,
      [
        "need N1, P2: The supervisor, P3: Is prohibited, or the vetting confirmation has lapsed"
      ]
    ) { $0.people[2].prohibited = true },
    Case(
      "too few supervising days", nil,
      ["need N1, P2: Supervising takes 1 day, not 0.5 days"]
    ) { $0.proposals[1].supervision?.halfDays = HalfDays(1) },
    Case(
      "a supervisor nobody knows", nil,
      ["need N1, P2: The supervisor, P99, is not a person of the plan"]
    ) { $0.proposals[1].supervision?.person = PersonNumber(99) },
    Case(
      "somebody supervises themselves", nil,
      [
        "need N1, P2: The supervisor, P2, does not supervise as SLE of the same alliance over the window",
        "need N1, P2: The supervisor, P2, has completed no deployment as SLE",
        "need N1, P2: Cannot supervise where their own first deployment is",
      ]
    ) {
      $0.proposals[1].supervision?.person = PersonNumber(2)
      $0.places[0].release?.halfDaysPerHalfTerm = HalfDays(22)
    },
    Case(
      "two who leave cover for each other", nil,
      [
        "need N2, P4: Cannot be in two places for one secondment",
        "need N2, P5: Cannot be in two places for one secondment",
      ]
    ) {
      $0.needs[1].need.fte = FTE(hundredths: 50)
      $0.needs[1].open = 2
      $0.people[4].home = 2
      for (person, post) in [(3, "Assistant"), (4, "Headteacher")] {
        $0.people[person].readiness.append(
          Readiness(post: post, level: "Ready now", judgedOn: day("2026-03-02")))
      }
      $0.proposals[2].covers.removeLast()
      $0.proposals[2].covers[0].way = .stepsUp
      var other = $0.proposals[2]
      other.person = PersonNumber(5)
      other.covers[0].person = PersonNumber(4)
      other.covers[0].insteadOf = PersonNumber(5)
      other.covers[0].post = "Assistant"
      $0.proposals.append(other)
    },
    Case(
      "a supervisor for somebody who is not new", nil,
      ["need N1, P1: Is supervised though nobody has to supervise it"]
    ) { $0.proposals[0].supervision = $0.proposals[1].supervision },
  ]

  static let chains: [Case] = [
    Case(
      "no cover", .cover, ["need N2, P4: The post of Deputy that P4 leaves is not covered"]
    ) { $0.proposals[2].covers = [] },
    Case(
      "no cover further down", nil,
      ["need N2, P4: The post of Assistant that P5 leaves is not covered"]
    ) { $0.proposals[2].covers.removeLast() },
    Case("a chain too long", nil, ["need N2, P4: The chain of covers is longer than 1"]) {
      $0.policy.joint.longestCoverChain = 1
    },
    Case(
      "a cover for nothing", nil, ["need N2, P4: P6 covers a post that nobody has to cover"]
    ) { $0.places[3].release?.coverNeeded = false },
    Case(
      "a cover who is not ready", .readiness,
      [
        "need N2, P4: The cover, P5: Is not ready for the post of Deputy, by the latest judgement that counts"
      ]
    ) { $0.people[4].readiness = [] },
    Case(
      "a cover in conflict with the school", .conflict,
      ["need N2, P4: The cover, P5: Is not available for this school"]
    ) { $0.people[4].conflicts = [2] },
    Case(
      "a cover of another post", nil,
      ["need N2, P4: P5 is said to cover another post than that of P4 at Cedar"]
    ) { $0.proposals[2].covers[0].post = "Bursar" },
    Case("another way", nil, ["need N2, P4: P6 steps up, and the plan says moves"]) {
      $0.proposals[2].covers[1].way = .moves
    },
    Case(
      "a cover nobody knows", nil,
      [
        "need N2, P4: The cover, P99, is not a person of the plan",
        "need N2, P4: The post of Assistant that P5 leaves is not covered",
      ]
    ) { $0.proposals[2].covers[1].person = PersonNumber(99) },
    Case(
      "somebody in two places for one secondment", nil,
      [
        "need N2, P4: The post of Deputy that P4 leaves is not covered",
        "need N2, P4: Cannot be in two places for one secondment",
      ]
    ) {
      $0.needs[1].need.fte = FTE(hundredths: 50)
      $0.proposals[2].covers[1].person = PersonNumber(4)
      $0.proposals[2].covers[1].way = .moves
      $0.people[3].readiness.append(
        Readiness(post: "Assistant", level: "Ready now", judgedOn: day("2026-03-02")))
    },
  ]

  static let needs: [Case] = [
    Case("too many people", nil, ["need N1: Gets 2 people and asks for 1"]) {
      $0.needs[0].open = 1
    },
    Case(
      "a person twice", nil,
      ["P1: Is given 14 days as SLE in the school year from 1 Sep 2026, and has 9 days left"]
        + ["need N1: Gets 3 people and asks for 2", "need N1: Gets P1 more than once"]
    ) {
      $0.proposals.insert($0.proposals[0], at: 1)
      $0.places[0].release?.halfDaysPerHalfTerm = HalfDays(30)
    },
    Case("an unknown need", nil, ["need N9: The plan was not made for such a need"]) {
      $0.proposals[3].need = "N9"
    },
    Case(
      "an unknown person", nil, ["need N3, P99: The plan was not made from such a person"]
    ) { $0.proposals[3].person = PersonNumber(99) },
    Case(
      "a pinned line left out", nil,
      [
        "need N3, P2: Is pinned in plan 4, and neither kept nor named as one that cannot be kept"
      ]
    ) {
      $0.standing = [
        StandingLine(need: "N3", person: PersonNumber(2), isPinned: true, plan: 4),
        StandingLine(need: "N3", person: PersonNumber(1), isPinned: true, plan: 4),
        StandingLine(need: "N1", person: PersonNumber(3), isPinned: false, plan: 4),
      ]
    },
  ]

  /// Changes that break nothing.
  static let kept: [Case] = [
    Case("an exchange ends the chain", nil, []) {
      $0.people[4].home = 1
      $0.people[4].role = "Headteacher"
      $0.places[1].release?.coverNeeded = true
      $0.proposals[2].covers.removeLast()
      $0.proposals[2].covers[0].way = .exchanges
    },
    Case("a post that is not known is not covered", nil, []) {
      $0.people[4].role = nil
      $0.proposals[2].covers.removeLast()
    },
    Case("somebody out already takes no further place", nil, []) {
      $0.places[0].release?.outAtOnce = 2
      $0.places[0].running = [
        Commitment(
          kind: .secondment, window: County.term, fte: FTE(hundredths: 10), person: PersonNumber(2)),
        Commitment(
          kind: .secondment, window: County.autumn, fte: FTE(hundredths: 10),
          person: PersonNumber(1)),
      ]
    },
    Case("supervising takes nobody out", nil, []) { $0.places[1].release?.outAtOnce = 0 },
    Case("a home that let go too many before the plan", nil, []) {
      $0.places[0].running = (10..<14).map {
        Commitment(
          kind: .secondment, window: span("2026-09-01", "2026-10-23"), fte: FTE(hundredths: 100),
          person: PersonNumber($0))
      }
    },
    Case("the term with the most days counts for all of a school year", nil, []) {
      var later = $0.people[0].designations[0]
      later.since = day("2027-01-01")
      $0.people[0].designations[0].until = day("2026-12-31")
      $0.people[0].designations[0].halfDaysAYear = HalfDays(10)
      $0.people[0].designations.append(later)
    },
    Case("terms that follow one another", nil, []) {
      var next = $0.people[0].designations[0]
      $0.people[0].designations[0].until = day("2026-11-30")
      next.since = day("2026-12-01")
      $0.people[0].designations.append(next)
    },
    Case("a supervisor's terms that follow one another", nil, []) {
      var next = $0.people[2].designations[0]
      $0.people[2].designations[0].until = day("2026-11-30")
      next.since = day("2026-12-01")
      next.completed = 0
      $0.people[2].designations.append(next)
    },
    Case("a part-time secondment beside deployments", nil, []) {
      $0.people[0].commitments = [
        Commitment(kind: .secondment, window: County.spring, fte: FTE(hundredths: 99))
      ]
    },
    Case("one deployment, however long, is a fair load", nil, []) {
      $0.policy.joint.mostPercentOfAverage = 100
      $0.proposals.removeLast()
    },
    Case("a pinned line that a note excuses", nil, []) {
      $0.standing = [StandingLine(need: "N3", person: PersonNumber(2), isPinned: true, plan: 4)]
      $0.notes = ["N3 with P2, pinned in plan 4, cannot be kept: P2 has 4 days left"]
    },
    Case("distance that nobody knows", nil, []) {
      $0.people[3].travelMiles = 0
      $0.places[2].location = nil
    },
  ]

  static let cases = kept + pairs + sums + firsts + chains + needs

  @Test(arguments: cases)
  func `a broken rule is said by name, and nothing else is`(broken: Case) {
    #expect(County().broken(after: broken.change) == broken.says)
  }

  @Test(arguments: cases.filter { $0.rule != nil })
  func `a rule that is off is not asked about`(broken: Case) throws {
    let rule = try #require(broken.rule)
    let rest = County().broken { county in
      broken.change(&county)
      county.policy.rulesOff[rule] = "for the test"
    }
    #expect(!rest.contains { broken.says.contains($0) })
  }

  @Test func `half-days are spread over half-terms as the calendar of plans spreads them`() {
    let county = County()
    let rules = PlainRules(snapshot: county.snapshot, policy: county.policy)
    let calendar = TermCalendar(halfTerms: county.policy.halfTerms)
    var dice = Dice(seed: 7)
    for _ in 0..<2_000 {
      let from = day("2026-08-01").adding(days: dice.int(0...260))
      let window = DaySpan(from: from, to: from.adding(days: dice.int(0...dice.int(0...200))))!
      let halfDays = dice.int(0...60)
      var plain = [Int](repeating: 0, count: calendar.parts)
      rules.spread(halfDays, over: window, to: &plain)
      var expected = plain.map { _ in 0 }
      for share in calendar.shares(of: Int32(halfDays), over: window) {
        expected[Int(share.part)] = Int(share.halfDays)
      }
      #expect(plain == expected)
      #expect(rules.touched(by: window) == calendar.parts(touchedBy: window))
    }
  }
}
