import Domain
import Testing

@testable import Scoring

@Suite("Hard rules about expertise")
struct ExpertiseRuleTests {
  let deployment = Village()
  let secondment = Village(.secondment)

  @Test("nothing amiss bars nothing")
  func nothingAmiss() {
    #expect(deployment.bars == [])
    #expect(secondment.bars == [])
  }

  @Test("designation: somebody without it is barred")
  func designationNotHeld() {
    let village = deployment.with { $0.designation.role = "SFSL" }
    #expect(
      village.bars == [
        "designation: Does not hold the SLE designation",
        "specialism: Is not verified in Phonics in a designation in force",
      ])
    #expect(village.off(.designation).bars == [])
  }

  @Test("designation: it holds to the window's very last day, and not a day less")
  func designationLastDay() {
    let last = deployment.with { $0.designation.until = day("2026-12-18") }
    #expect(last.bars == [])
    let short = deployment.with { $0.designation.until = day("2026-12-17") }
    #expect(
      short.bars == [
        "designation: The SLE designation is not in force on 18 Dec 2026, inside the window"
      ])
    #expect(short.off(.designation).bars == [])
    #expect(deployment.with { $0.designation.since = day("2026-11-02") }.bars == [])
    #expect(
      deployment.with { $0.designation.since = day("2026-11-03") }.bars == [
        "designation: The SLE designation is not in force on 2 Nov 2026, inside the window"
      ])
  }

  @Test("designation: terms of one role that follow each other cover the window together")
  func consecutiveTerms() {
    let renewed = deployment.with {
      var second = $0.designation
      $0.designation.until = day("2026-11-20")
      second.since = day("2026-11-21")
      second.completed = 0
      $0.person.designations.append(second)
    }
    #expect(renewed.bars == [])
    let gap = renewed.with { $0.person.designations[1].since = day("2026-11-22") }
    #expect(
      gap.bars == [
        "designation: The SLE designation is not in force on 21 Nov 2026, inside the window"
      ])
  }

  @Test("designation: a deployment that asks for none is open to people without one")
  func noDesignationAsked() {
    let open = deployment.with {
      $0.need.role = nil
      $0.need.specialism = nil
      $0.person.designations = []
    }
    #expect(open.bars == [])
  }

  @Test("specialism: verified counts from its day to its expiry")
  func specialism() {
    let unverified = deployment.with { $0.designation.specialisms[0].verifiedOn = nil }
    let sentence = "specialism: Is not verified in Phonics in a designation in force"
    #expect(unverified.bars == [sentence])
    #expect(unverified.off(.specialism).bars == [])
    let today = deployment.with { $0.designation.specialisms[0].verifiedOn = day("2026-09-01") }
    #expect(today.bars == [])
    let tomorrow = deployment.with { $0.designation.specialisms[0].verifiedOn = day("2026-09-02") }
    #expect(tomorrow.bars == [sentence])
  }

  @Test("specialism: it may expire on the window's last day, and not before")
  func specialismExpiry() {
    let last = deployment.with { $0.designation.specialisms[0].expiresOn = day("2026-12-18") }
    #expect(last.bars == [])
    let early = deployment.with { $0.designation.specialisms[0].expiresOn = day("2026-12-17") }
    #expect(
      early.bars == [
        "specialism: The verification in Phonics ends on 17 Dec 2026, before the window does"
      ])
  }

  @Test("specialism: a related one or a strength never stands in for it")
  func relatedIsNotEnough() {
    let related = deployment.with {
      $0.designation.specialisms[0].name = "English"
      $0.person.strengths = ["Phonics"]
    }
    #expect(related.bars == ["specialism: Is not verified in Phonics in a designation in force"])
  }

  @Test("readiness: none recorded bars a secondment, even from the same post")
  func readinessAbsent() {
    let none = secondment.with {
      $0.person.readiness = []
      $0.person.role = "Headteacher"
    }
    #expect(none.bars == ["readiness: No readiness for Headteacher is recorded"])
    #expect(none.off(.readiness).bars == [])
  }

  @Test("readiness: a blank day bars")
  func readinessUndated() {
    let blank = secondment.with { $0.person.readiness[0].judgedOn = nil }
    #expect(
      blank.bars == [
        "readiness: The readiness for Headteacher has no day on or before today on which it was "
          + "judged"
      ])
  }

  @Test("readiness: judged 24 months ago to the day still counts")
  func readinessAge() {
    #expect(secondment.with { $0.person.readiness[0].judgedOn = day("2024-09-01") }.bars == [])
    #expect(
      secondment.with { $0.person.readiness[0].judgedOn = day("2024-08-31") }.bars == [
        "readiness: The readiness for Headteacher was judged on 31 Aug 2024, more than 24 months ago"
      ])
  }

  @Test("readiness: the latest judgement of a post counts, and of one day the weaker")
  func readinessLatest() {
    let sentence = "readiness: The readiness for Headteacher is not yet what a secondment asks for"
    let later = Readiness(post: "Headteacher", level: "3-5 years", judgedOn: day("2026-06-01"))
    let worse = secondment.with { $0.person.readiness.append(later) }
    #expect(worse.bars == [sentence])
    let sameDay = secondment.with {
      $0.person.readiness[0].judgedOn = day("2026-06-01")
      $0.person.readiness.append(later)
    }
    #expect(sameDay.bars == [sentence])
    #expect(sameDay.with { $0.person.readiness.reverse() }.bars == [sentence])
    let other = secondment.with { $0.person.readiness[0].post = "Head of school" }
    #expect(other.bars == ["readiness: No readiness for Headteacher is recorded"])
  }

  @Test("phase: the need's own or one near it")
  func phase() {
    let far = deployment.with { $0.designation.phases = ["Secondary", "16 plus"] }
    #expect(
      far.bars == [
        "phase: Has worked in Secondary and 16 plus; the need is in Primary, which is not near "
          + "enough"
      ])
    #expect(far.off(.phase).bars == [])
    #expect(deployment.with { $0.designation.phases = ["Secondary", "Nursery"] }.bars == [])
    #expect(far.with { $0.need.phase = "Secondary" }.bars == [])
  }

  @Test("phase: a secondment asks for the home school's")
  func phaseOfSecondment() {
    let far = secondment.with { $0.home.phase = "Secondary" }
    #expect(
      far.bars == [
        "phase: Has worked in Secondary; the need is in Primary, which is not near enough"
      ])
  }
}
