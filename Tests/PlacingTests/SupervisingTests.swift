import Domain
import Placing
import Testing

@Suite("What keeps somebody from supervising a first deployment")
struct SupervisingTests {
  /// A newcomer and a supervisor of one alliance, a need of ten half-days, and the supervisor's home.
  struct Case {
    var supervision = Supervision(person: PersonNumber(2), role: "SLE", halfDays: HalfDays(2))
    var newcomer = Candidate(number: PersonNumber(1), name: "Ann Ash")
    var supervisor = Candidate(number: PersonNumber(2), name: "Bea Birch")
    var home: Place? = Place(key: .setting("S1"), name: "Elm Nursery")
    var policy = Case.policy()
    let need = Need(
      reference: "N1", place: .setting("S2"), kind: .deployment, role: "SLE",
      halfDays: HalfDays(10), window: span("2026-11-02", "2026-12-18"))

    init(_ change: (inout Case) -> Void = { _ in }) {
      newcomer.designations = [Case.term(isNew: true)]
      supervisor.designations = [Case.term(isNew: false)]
      home?.release = Release(
        halfDaysPerHalfTerm: HalfDays(4), outAtOnce: 0, coverNeeded: false)
      change(&self)
    }

    var bars: [String] {
      barsToSupervising(
        supervision, of: newcomer, at: need, by: supervisor, from: home, policy: policy)
    }

    static func term(isNew: Bool) -> Designation {
      var term = Designation(role: "SLE", since: day("2025-09-01"))
      term.alliance = "Fenland"
      term.completed = isNew ? 0 : 2
      term.supervises = !isNew
      term.halfDaysAYear = HalfDays(10)
      return term
    }

    private static func policy() -> Policy {
      Policy(
        rulesOff: [:], weights: [:], penalties: [:], trackRecordMean: 3, trackRecordWeight: 3,
        verifiedFreshYears: 4, steps: [], defaultHalfDaysAYear: HalfDays(days: 15),
        defaultTravelMiles: 15, roadFactorPercent: 130, readinessMonths: 24,
        readinessForSecondment: [], vettingYears: 3, releaseBySize: [],
        releaseOfUnknownSize: Policy.SizedRelease(
          pupils: 0, halfDaysPerHalfTerm: HalfDays(10), outAtOnce: 1),
        halfTerms: [span("2026-09-01", "2026-10-23"), span("2026-11-02", "2026-12-18")],
        adjacentPhases: [:], relatedSpecialisms: [:])
    }
  }

  private static func promised(_ halfDays: Int32, isSupervising: Bool = false) -> Commitment {
    Commitment(
      kind: .deployment, window: span("2026-11-02", "2026-12-18"), halfDays: HalfDays(halfDays),
      role: "SLE", isSupervising: isSupervising)
  }

  @Test("nothing, where days, allowance and home allow it; nobody is out for it")
  func nothing() { #expect(Case().bars == []) }

  @Test("a designation that supervises, in the same alliance, on every day")
  func designation() {
    let none = [
      "Holds no SLE designation that supervises in the same alliance over the whole window"
    ]
    #expect(Case { $0.supervisor.designations[0].supervises = false }.bars == none)
    #expect(Case { $0.supervisor.designations[0].alliance = "Wold" }.bars == none)
    #expect(
      Case {
        $0.supervisor.designations[0].alliance = nil
        $0.newcomer.designations[0].alliance = nil
      }.bars == none, "no alliance is no alliance in common")
    #expect(Case { $0.supervisor.designations[0].until = day("2026-12-17") }.bars == none)
    #expect(
      Case { $0.supervisor.designations[0].completed = 0 }.bars == [
        "Has completed no deployment as SLE yet"
      ])
  }

  @Test("terms renewed the day after hold together, on either side")
  func renewed() {
    func renewed(on since: String) -> Case {
      Case { made in
        for person in [\Case.supervisor, \Case.newcomer] {
          var next = made[keyPath: person].designations[0]
          made[keyPath: person].designations[0].until = day("2026-11-30")
          next.since = day(since)
          next.completed = 0
          made[keyPath: person].designations.append(next)
        }
      }
    }
    #expect(renewed(on: "2026-12-01").bars == [])
    #expect(renewed(on: "2026-12-02").bars.count == 1)
  }

  @Test("days left of the designation, of which plans may spend a share")
  func days() {
    let few = Case { $0.supervisor.commitments = [Self.promised(9)] }
    let says = "Has 0.5 days left as SLE in the school year, and supervising takes 1 day"
    #expect(few.bars == [says])
    #expect(Case { $0.policy.joint.mostPercentOfDays = 19 }.bars == [says])
    var off = few
    off.policy.rulesOff[.days] = "for the test"
    #expect(off.bars == [])
  }

  @Test("the allowance of a school year")
  func allowance() {
    #expect(
      Case { $0.supervisor.commitments = [Self.promised(8, isSupervising: true)] }.bars == [])
    #expect(
      Case {
        $0.policy.joint.supervisingHalfDaysAYear = HalfDays(3)
        $0.supervisor.commitments = [Self.promised(2, isSupervising: true)]
      }.bars == [
        "Supervises 1 day in the school year already, and this would take 1 day of the 1.5 days allowed"
      ])
  }

  @Test("days their home lets go")
  func home() {
    let crowded = Case { $0.home?.running = [Self.promised(3)] }
    #expect(
      crowded.bars == [
        "Elm Nursery lets go 2 days per half-term; in 2 Nov 2026 to 18 Dec 2026 1.5 days are "
          + "promised and supervising asks for 1 day"
      ])
    #expect(Case { $0.home?.running = [Self.promised(2)] }.bars == [])
    var off = crowded
    off.policy.rulesOff[.release] = "for the test"
    #expect(off.bars == [])
    var nowhere = crowded
    nowhere.home = nil
    #expect(nowhere.bars == [])
  }
}

private func day(_ iso: String) -> Day { Day(iso: iso)! }

private func span(_ from: String, _ to: String) -> DaySpan {
  DaySpan(from: day(from), to: day(to))!
}
