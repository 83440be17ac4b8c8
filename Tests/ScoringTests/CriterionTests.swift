import Domain
import Testing

@testable import Scoring

@Suite("Soft criteria and their sentences")
struct CriterionTests {
  let deployment = Village()
  let secondment = Village(.secondment)

  @Test("specialism: half for being verified, half fading over four years")
  func specialism() {
    // Verified 404 of 1461 days ago: 100 + 100 x 1057 / 1461.
    #expect(deployment.line(.specialism) == "172: Verified in Phonics on 24 Jul 2025")
    let today = deployment.with { $0.designation.specialisms[0].verifiedOn = day("2026-09-01") }
    #expect(today.line(.specialism) == "200: Verified in Phonics on 1 Sep 2026")
    let old = deployment.with { $0.designation.specialisms[0].verifiedOn = day("2015-09-01") }
    #expect(old.line(.specialism) == "100: Verified in Phonics on 1 Sep 2015")
    #expect(secondment.line(.specialism) == nil)
  }

  @Test("related: verified in a neighbour earns all, a strength half")
  func related() {
    #expect(deployment.line(.related) == nil)
    let verified = deployment.with {
      $0.designation.specialisms += [
        HeldSpecialism(name: "English", verifiedOn: day("2025-07-24")),
        HeldSpecialism(name: "Early years", verifiedOn: day("2025-07-24")),
      ]
    }
    #expect(
      verified.line(.related) == "60: Verified in Early years, which is related to Phonics")
    let strength = deployment.with { $0.person.strengths = ["Art", "Phonics"] }
    #expect(strength.line(.related) == "30: Names Phonics as a strength, not verified")
    let near = deployment.with {
      $0.designation.specialisms.append(HeldSpecialism(name: "English"))
    }
    #expect(
      near.line(.related)
        == "30: Names English as a strength, which is related to Phonics, not verified")
  }

  @Test("readiness: the strongest earns all, the second half; deployments none")
  func readiness() {
    #expect(
      secondment.line(.readiness) == "200: Ready now for Headteacher, judged on 2 Mar 2026")
    let second = secondment.with { $0.person.readiness[0].level = "1-2 years" }
    #expect(second.line(.readiness) == "100: 1-2 years for Headteacher, judged on 2 Mar 2026")
    #expect(deployment.line(.readiness) == nil)
  }

  @Test("phase: the very one earns all, one near it half")
  func phase() {
    #expect(deployment.line(.phase) == "100: Has worked in Primary")
    let near = deployment.with { $0.designation.phases = ["Secondary", "Nursery"] }
    #expect(near.line(.phase) == "50: Has worked in Nursery, which is near Primary")
    let far = deployment.with { $0.designation.phases = ["Secondary"] }.off(.phase)
    #expect(far.line(.phase) == nil)
  }

  @Test("context: a third each for size, free meals and rural, where both are known")
  func context() {
    #expect(deployment.line(.context) == nil)
    let alike = deployment.with {
      ($0.home.pupils, $0.school.pupils) = (210, 240)
      ($0.home.freeMealsPermille, $0.school.freeMealsPermille) = (125, 190)
      ($0.home.rural, $0.school.rural) = (true, true)
    }
    #expect(
      alike.line(.context)
        == "81: Home school and this one are alike in size (210 and 240 pupils), free school meals "
        + "(12.5 % and 19.0 %) and being rural")
    let one = alike.with {
      $0.school.pupils = 401
      $0.school.freeMealsPermille = 200
      $0.home.rural = false
      $0.school.rural = false
    }
    #expect(one.line(.context) == "27: Home school and this one are alike in being urban")
    #expect(one.with { $0.school.rural = nil }.line(.context) == nil)
  }

  @Test("distance: all at the door, none at the limit, in a straight line between")
  func distance() {
    // 200 x (18569 - 5000) / 18569, and 5 km x 1.3 is 4.04 miles.
    #expect(
      deployment.line(.distance)
        == "146: 4.0 miles by road from home school, within the limit of 15")
    let door = deployment.with { $0.home.location = $0.school.location }
    #expect(
      door.line(.distance) == "200: 0.0 miles by road from home school, within the limit of 15")
    let limit = deployment.with { $0.home.location?.easting = 418_569 }
    #expect(
      limit.line(.distance) == "0: 15.0 miles by road from home school, within the limit of 15")
    let beyond = deployment.with { $0.home.location?.easting = 418_570 }.off(.travel)
    #expect(
      beyond.line(.distance) == "0: 15.1 miles by road from home school, beyond the limit of 15")
    #expect(deployment.with { $0.home.location = nil }.line(.distance) == nil)
  }

  @Test("distance: a limit of no miles is met at the door only")
  func noMiles() {
    let door = deployment.with {
      $0.home.location = $0.school.location
      $0.person.travelMiles = 0
    }
    #expect(
      door.line(.distance) == "200: 0.0 miles by road from home school, within the limit of 0")
    #expect(door.bars == [])
    #expect(door.with { $0.home.location?.easting += 1 }.bars.count == 1)
  }

  @Test("behaviours: the share of those asked for that are evidenced, each counted once")
  func behaviours() {
    #expect(deployment.line(.behaviours) == nil)
    let asked = deployment.with {
      $0.need.behaviours = ["Ability to simplify", "Ability to collaborate", "Ability to simplify"]
    }
    #expect(
      asked.line(.behaviours) == "0: None of the 2 behaviours asked for is evidenced")
    let one = asked.with { $0.person.behaviours = ["Ability to simplify", "Openness"] }
    #expect(
      one.line(.behaviours)
        == "60: 1 of the 2 behaviours asked for is evidenced: Ability to simplify")
  }

  @Test("track-record: impact from 1 to 5, shrunk toward the mean when there are few")
  func trackRecord() {
    #expect(
      deployment.line(.trackRecord)
        == "60: No impact recorded yet, so the usual is assumed; 2 deployments completed")
    let three = deployment.with { ($0.person.impactCount, $0.person.impactSum) = (3, 14) }
    // (14 + 9) / 6 = 3.83, and 120 x 17 / 24.
    #expect(
      three.line(.trackRecord)
        == "85: Impact of 3 evaluated placements: 4.7 out of 5 on average; 2 deployments completed")
    let best = deployment.with {
      ($0.person.impactCount, $0.person.impactSum) = (3, 15)
      $0.policy.trackRecordWeight = 0
    }
    #expect(best.line(.trackRecord)?.hasPrefix("120: ") == true)
    let worst = best.with { $0.person.impactSum = 3 }
    #expect(worst.line(.trackRecord)?.hasPrefix("0: ") == true)
  }

  @Test("development: the post aspired to earns all, an open step half")
  func development() {
    #expect(secondment.line(.development) == nil)
    let step = secondment.with { $0.person.openSteps = ["Coach an NQT", "Shadow a head"] }
    #expect(step.line(.development) == "50: Serves an open career step: Shadow a head")
    let post = step.with { $0.person.aspiration = "Headteacher" }
    #expect(post.line(.development) == "100: Is the post aspired to, Headteacher")
    let visit = deployment.with { $0.person.openSteps = ["Shadow a head", "Coach an NQT"] }
    #expect(visit.line(.development) == "50: Serves an open career step: Coach an NQT")
  }

  @Test("load: all while no days are promised, none when all are")
  func load() {
    #expect(deployment.line(.load) == "100: None of 10 days promised yet in the school year")
    let some = deployment.with {
      $0.person.commitments = [
        Commitment(
          kind: .deployment, window: span("2026-09-01", "2026-10-01"), halfDays: HalfDays(5),
          role: "SLE")
      ]
    }
    #expect(some.line(.load) == "75: 2.5 days of 10 days promised in the school year")
  }

  @Test("retention: a critical post costs the weight, another half of it for a secondment")
  func retention() {
    #expect(secondment.line(.retention) == nil)
    let critical = secondment.with { $0.person.holdsCriticalPost = true }
    #expect(critical.line(.retention) == "-80: Holds a critical post at home")
    let other = secondment.with { $0.person.holdsCriticalPost = false }
    #expect(
      other.line(.retention) == "-40: Holds a leadership post that the home school would miss")
    #expect(deployment.with { $0.person.holdsCriticalPost = false }.line(.retention) == nil)
    #expect(
      deployment.with { $0.person.holdsCriticalPost = true }.line(.retention)
        == "-80: Holds a critical post at home")
  }

  @Test("continuity: an earlier placement here")
  func continuity() {
    #expect(deployment.line(.continuity) == nil)
    let before = deployment.with { $0.person.workedAt = [1] }
    #expect(before.line(.continuity) == "60: Worked at Birch Primary in an earlier placement")
    #expect(deployment.with { $0.person.workedAt = [0] }.line(.continuity) == nil)
  }

  @Test("a weight of 0 turns a criterion off")
  func weightOfNothing() {
    let off = deployment.with { $0.policy.weights[.distance] = 0 }
    #expect(off.line(.distance) == nil)
  }
}
