import Domain
import Testing

@testable import Scoring

/// What is not recorded never silently qualifies and never silently bars.
@Suite("What absence means")
struct AbsenceTests {
  let deployment = Village()
  let secondment = Village(.secondment)

  @Test("nothing missing, nothing to caution")
  func nothingMissing() {
    #expect(deployment.cautions == [])
    #expect(secondment.cautions == [])
  }

  @Test("vetting not recorded warns and does not bar")
  func vetting() {
    let village = deployment.with { $0.person.vettedOn = nil }
    #expect(village.bars == [])
    #expect(village.cautions == ["vetting is not recorded"])
  }

  @Test("availability not recorded means available, and says so")
  func availability() {
    let village = deployment.with { $0.person.availableFrom = nil }
    #expect(village.bars == [])
    #expect(village.cautions == ["availability is not recorded: taken as available"])
  }

  @Test("blank days a year take the policy's")
  func days() {
    let village = deployment.with {
      $0.designation.halfDaysAYear = nil
      $0.need.halfDays = HalfDays(days: 6)
    }
    #expect(village.bars == [])
    #expect(village.cautions == ["no days a year as SLE are recorded: 15 days used"])
    #expect(
      village.with { $0.policy.defaultHalfDaysAYear = HalfDays(days: 5) }.bars == [
        "days: Has 5 days left as SLE in the school year; the need asks for 6 days"
      ])
  }

  @Test("a blank travel limit takes the policy's")
  func travel() {
    let village = deployment.with { $0.person.travelMiles = nil }
    #expect(village.cautions == ["no travel limit is recorded: 15 miles used"])
  }

  @Test("no position bars nobody, earns no distance points and warns")
  func distance() {
    let village = deployment.with { $0.school.location = nil }
    #expect(village.bars == [])
    #expect(village.line(.distance) == nil)
    #expect(village.cautions == ["no distance is known: Birch Primary has no position"])
    #expect(
      village.with { $0.home.location = nil }.cautions == [
        "no distance is known: Ash Primary and Birch Primary have no position"
      ])
  }

  @Test("no home school bars nobody by distance or release, and warns of both")
  func home() {
    let village = deployment.with { $0.person.home = nil }
    #expect(village.bars == [])
    #expect(
      village.cautions == [
        "no home school is recorded: no distance is known",
        "no home school is recorded: no release is asked of one",
      ])
  }

  @Test("no phase on a designation means the home school's")
  func phase() {
    let village = deployment.with { $0.designation.phases = [] }
    #expect(village.line(.phase) == "100: Has worked in Primary")
    #expect(
      village.cautions == [
        "no phase is recorded for the SLE designation: the home school's, Primary, used"
      ])
    #expect(village.with { $0.home.phase = "Secondary" }.bars.count == 1)
  }

  @Test("a phase known on neither or only one side bars nobody and warns")
  func unknownPhase() {
    let person = secondment.with { $0.home.phase = nil }
    #expect(person.bars == [])
    #expect(person.cautions == ["no phase worked in is known"])
    let need = secondment.with {
      $0.school.phase = nil
      $0.home.phase = "Secondary"
    }
    #expect(need.bars == [])
    #expect(need.cautions == ["the phase of the need is not known"])
  }

  @Test("no recorded release takes the default for the school's size")
  func release() {
    let village = deployment.with { $0.home.release = nil }
    #expect(
      village.cautions == [
        "no release is recorded for Ash Primary: 5 days per half-term and 1 person out at once used"
      ])
    #expect(village.bars == [])
    let free = village.with { $0.policy.rulesOff[.release] = "agreed by the board" }
    #expect(free.cautions == [])
    let small = village.with { $0.home.pupils = 150 }
    #expect(
      small.bars == [
        "release: Ash Primary lets go 3 days per half-term; in 2 Nov 2026 to 18 Dec 2026 this "
          + "asks for 5 days"
      ])
    #expect(village.with { $0.home.pupils = 151 }.bars == [])
  }

  @Test("an own post that is not known opens nothing, and says so where the home asks for cover")
  func ownPost() {
    let village = secondment.with { $0.home.release?.coverNeeded = true }
    #expect(village.bars == [])
    #expect(
      village.cautions == [
        "Ash Primary needs the post covered before it lets go, and which post it is is not "
          + "recorded: no cover is planned"
      ])
    #expect(village.with { $0.person.role = "Deputy headteacher" }.cautions == [])
    #expect(village.off(.cover).cautions == [])
  }

  @Test("a secondment that names no share takes full time; a deployment that names no days none")
  func shares() {
    let full = secondment.with {
      $0.need.fte = nil
      $0.person.commitments = [
        Commitment(
          kind: .secondment, window: span("2026-12-01", "2027-01-01"), fte: FTE(hundredths: 10))
      ]
    }
    #expect(
      full.bars == [
        "full-time: Is seconded for 0.1 of full time in the window; full time on top is more than "
          + "full time"
      ])
    #expect(full.cautions == ["the need does not say its share of full time: full time used"])
    let none = deployment.with { $0.need.halfDays = nil }
    #expect(none.bars == [])
    #expect(none.cautions == ["the need does not say how many days: none counted"])
  }
}
