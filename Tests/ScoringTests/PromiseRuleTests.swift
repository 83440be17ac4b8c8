import Domain
import Testing

@testable import Scoring

@Suite("Hard rules about days and promises")
struct PromiseRuleTests {
  let deployment = Village()
  let secondment = Village(.secondment)

  private func days(_ days: Int, _ from: String, _ to: String, _ role: String?) -> Commitment {
    Commitment(
      kind: .deployment, window: span(from, to), halfDays: HalfDays(days: days), role: role)
  }

  private func share(_ hundredths: Int32, _ from: String, _ to: String) -> Commitment {
    Commitment(kind: .secondment, window: span(from, to), fte: FTE(hundredths: hundredths))
  }

  @Test("available: on the window's first and last day")
  func available() {
    let exact = deployment.with {
      $0.person.availableFrom = day("2026-11-02")
      $0.person.availableUntil = day("2026-12-18")
    }
    #expect(exact.bars == [])
    let late = exact.with { $0.person.availableFrom = day("2026-11-03") }
    #expect(
      late.bars == [
        "available: Is available only from 3 Nov 2026; the window begins on 2 Nov 2026"
      ])
    let early = exact.with { $0.person.availableUntil = day("2026-12-17") }
    #expect(
      early.bars == [
        "available: Is available only until 17 Dec 2026; the window ends on 18 Dec 2026"
      ])
    #expect(early.off(.available).bars == [])
  }

  @Test("days: what is left this school year in that designation is enough, to the half-day")
  func daysLeft() {
    let enough = deployment.with {
      $0.person.commitments = [self.days(5, "2026-09-01", "2026-10-01", "SLE")]
    }
    #expect(enough.bars == [])
    let short = enough.with { $0.need.halfDays = HalfDays(11) }
    #expect(
      short.bars == [
        "days: Has 5 days left as SLE in the school year; the need asks for 5.5 days"
      ])
    #expect(short.off(.days).bars == [])
  }

  @Test("days: another role's and another school year's do not count, a nameless one does")
  func daysThatCount() {
    func barred(_ commitment: Commitment) -> Bool {
      !deployment.with { $0.person.commitments = [commitment] }.bars.isEmpty
    }
    #expect(!barred(days(9, "2026-09-01", "2026-10-01", "SFSL")))
    #expect(!barred(days(9, "2026-08-31", "2026-10-01", "SLE")))
    #expect(!barred(days(9, "2027-09-01", "2027-10-01", "SLE")))
    #expect(barred(days(9, "2027-08-31", "2027-10-01", "SLE")))
    #expect(barred(days(9, "2026-09-01", "2026-10-01", nil)))
  }

  @Test("days: a secondment spends none")
  func secondmentSpendsNoDays() {
    let busy = secondment.with {
      $0.person.commitments = [self.days(99, "2026-09-01", "2026-10-01", "SLE")]
    }
    #expect(busy.bars == [])
  }

  @Test("full-time: secondments at the same time add up to full time at most")
  func fullTime() {
    let exact = secondment.with {
      $0.person.commitments = [self.share(40, "2026-12-18", "2027-07-01")]
    }
    #expect(exact.bars == [])
    let over = secondment.with {
      $0.person.commitments = [self.share(50, "2026-12-18", "2027-07-01")]
    }
    #expect(
      over.bars == [
        "full-time: Is seconded for 0.5 of full time in the window; 0.6 of full time on top is "
          + "more than full time"
      ])
    #expect(over.off(.fullTime).bars == [])
    let after = secondment.with {
      $0.person.commitments = [self.share(100, "2026-12-19", "2027-07-01")]
    }
    #expect(after.bars == [])
  }

  @Test("full-time: one secondment after another is not both at once")
  func oneAfterAnother() {
    let sequence = secondment.with {
      $0.person.commitments = [
        self.share(40, "2026-09-01", "2026-11-20"), self.share(40, "2026-11-21", "2027-07-01"),
      ]
    }
    #expect(sequence.bars == [])
    let shared = sequence.with {
      $0.person.commitments[1] = self.share(40, "2026-11-20", "2027-07-01")
    }
    #expect(
      shared.bars == [
        "full-time: Is seconded for 0.8 of full time in the window; 0.6 of full time on top is "
          + "more than full time"
      ])
  }

  @Test("full-time: a full-time secondment leaves no day for a deployment")
  func deploymentDuringSecondment() {
    let away = deployment.with {
      $0.person.commitments = [self.share(100, "2026-12-18", "2027-07-01")]
    }
    #expect(away.bars == ["full-time: Is seconded full time in the window"])
    let part = deployment.with {
      $0.person.commitments = [self.share(90, "2026-12-18", "2027-07-01")]
    }
    #expect(part.bars == [])
  }

  @Test("full-time: a secondment that takes all their time leaves no day for a deployment promised")
  func secondmentOverDeployment() {
    let whole = secondment.with {
      $0.need.fte = FTE(hundredths: 100)
      $0.person.commitments = [self.days(2, "2026-12-18", "2027-02-12", "SLE")]
    }
    #expect(
      whole.bars == [
        "full-time: Is deployed from 18 Dec 2026 to 12 Feb 2027; a secondment that takes all "
          + "their time leaves no day for it"
      ])
    #expect(whole.off(.fullTime).bars == [])
    #expect(whole.with { $0.need.fte = FTE(hundredths: 99) }.bars == [])
    #expect(
      whole.with { $0.person.commitments[0].window = span("2026-12-19", "2027-02-12") }.bars == [])
    let supervising = whole.with { $0.person.commitments[0].isSupervising = true }
    #expect(supervising.bars.first?.hasPrefix("full-time: Supervises from 18 Dec") == true)
    // 0.6 on top of 0.4 is full time on the days of both.
    let together = secondment.with {
      $0.person.commitments = [
        self.days(2, "2026-11-02", "2026-11-20", "SLE"), self.share(40, "2026-11-20", "2027-07-01"),
      ]
    }
    #expect(together.bars.count == 1)
    let apart = together.with {
      $0.person.commitments[1].window = span("2026-11-21", "2027-07-01")
    }
    #expect(apart.bars == [])
  }

  @Test("release: days of every half-term, with what is promised already")
  func releaseDays() {
    let exact = deployment.with {
      $0.home.running = [self.days(1, "2026-11-02", "2026-12-18", "SLE")]
    }
    #expect(exact.bars == [])
    let over = deployment.with {
      $0.home.running = [self.days(2, "2026-11-02", "2026-12-18", "SLE")]
    }
    #expect(
      over.bars == [
        "release: Ash Primary lets go 6 days per half-term; in 2 Nov 2026 to 18 Dec 2026 2 days "
          + "are promised and this asks for 5 days"
      ])
    #expect(over.off(.release).bars == [])
    let earlier = over.with { $0.home.running[0].window = span("2026-09-01", "2026-10-23") }
    #expect(earlier.bars == [])
  }

  @Test("release: people out at once, for a secondment too")
  func releasePeople() {
    let out = share(20, "2026-12-01", "2027-07-01")
    let none = secondment.with { $0.home.running = [out, out] }
    #expect(none.bars == ["release: Ash Primary can let nobody more go at once"])
    let one = secondment.with { $0.home.running = [out] }
    #expect(one.bars == [])
    let later = none.with { $0.home.running[1].window = span("2026-12-19", "2027-07-01") }
    #expect(later.bars == [])
  }

  @Test("release: people out are counted in each half-term the window touches, each person once")
  func releasePeopleOnce() {
    var mine = share(20, "2026-12-01", "2027-07-01")
    mine.person = PersonNumber(1)
    var theirs = mine
    theirs.person = PersonNumber(2)
    let both = secondment.with { $0.home.running = [mine, theirs] }
    #expect(both.bars == [], "the person is one of the two who are out already")
    let others = secondment.with {
      $0.home.running = [theirs, theirs, mine]
      $0.home.running[2].person = PersonNumber(3)
    }
    #expect(others.bars == ["release: Ash Primary can let nobody more go at once"])
    let twice = secondment.with { $0.home.running = [theirs, theirs] }
    #expect(twice.bars == [], "one person with two placements is one person out")
    let later = others.with {
      $0.home.running[0].window = span("2027-01-04", "2027-02-12")
      $0.home.running[1].window = span("2027-01-04", "2027-02-12")
    }
    #expect(later.bars == [], "in another half-term they are in nobody's way")
  }

  @Test("supervising: its days are spent, and nobody is out")
  func supervisingPromised() {
    var promised = days(5, "2026-11-02", "2026-12-18", "SLE")
    promised.isSupervising = true
    let spent = deployment.with {
      $0.person.commitments = [promised]
      $0.need.halfDays = HalfDays(11)
    }
    #expect(
      spent.bars == [
        "days: Has 5 days left as SLE in the school year; the need asks for 5.5 days"
      ])
    let home = deployment.with { $0.home.running = [promised, promised, promised] }
    #expect(home.bars.count == 1 && home.bars[0].contains("15 days are promised"), "\(home.bars)")
    let secondments = secondment.with { $0.home.running = [promised, promised, promised] }
    #expect(secondments.bars == [])
  }

  @Test("days: plans spend no more than their share of a year's days")
  func shareOfDays() {
    let half = deployment.with { $0.policy.joint.mostPercentOfDays = 49 }
    #expect(
      half.bars == [
        "days: Has 4.5 days left as SLE in the school year, of which plans may spend 49 %; "
          + "the need asks for 5 days"
      ])
    #expect(half.with { $0.policy.joint.mostPercentOfDays = 50 }.bars == [])
  }

  @Test("cover: a home that asks for it lets nobody leave a known post while plans cover none")
  func cover() {
    let asked = secondment.with {
      $0.home.release?.coverNeeded = true
      $0.person.role = "Deputy headteacher"
      $0.policy.joint.longestCoverChain = 0
    }
    #expect(
      asked.bars == [
        "cover: Ash Primary needs the post of Deputy headteacher covered, and plans cover none"
      ])
    #expect(asked.off(.cover).bars == [])
    #expect(asked.with { $0.person.role = nil }.bars == [])
    #expect(asked.with { $0.policy.joint.longestCoverChain = 1 }.bars == [])
  }

  @Test("vetting: a prohibition bars; a confirmation lapses after its years, not before")
  func vetting() {
    let prohibited = deployment.with { $0.person.prohibited = true }
    #expect(prohibited.bars == ["vetting: A prohibition is recorded"])
    #expect(prohibited.off(.vetting).bars == [])
    let old = deployment.with { $0.person.vettedOn = day("2023-09-01") }
    #expect(old.bars == [])
    let lapsed = deployment.with { $0.person.vettedOn = day("2023-08-31") }
    #expect(
      lapsed.bars == [
        "vetting: The vetting confirmation of 31 Aug 2023 is more than 3 years old"
      ])
  }

  @Test("every bar met is named, in the rules' order")
  func everyBar() {
    let village = deployment.with {
      $0.person.prohibited = true
      $0.person.hiddenFrom = [1]
      $0.designation.specialisms = []
    }
    #expect(
      village.bars.map { $0.prefix { $0 != ":" } } == ["specialism", "hidden", "vetting"])
  }
}
