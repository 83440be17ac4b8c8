import Domain
import Testing

@testable import Scoring

@Suite("Hard rules about places")
struct PlaceRuleTests {
  let deployment = Village()

  @Test("own-school: nobody is placed where they work")
  func ownSchool() {
    let own = deployment.with { $0.person.home = 1 }
    #expect(own.bars == ["own-school: Works at Birch Primary already"])
    #expect(own.off(.ownSchool).bars == [])
  }

  @Test("own-cluster: bars only where an organisation turns it on")
  func ownCluster() {
    let shared = deployment.with { $0.home.clusters = ["Elm Family", "Fenland Alliance"] }
    #expect(shared.bars == [])
    let on = shared.with { $0.policy.rulesOff[.ownCluster] = nil }
    #expect(
      on.bars == ["own-cluster: Works at a school of the same cluster, Fenland Alliance"])
    #expect(on.with { $0.home.clusters = ["Elm Family"] }.bars == [])
  }

  @Test("conflict and hidden bar in the same words, so that neither gives the other away")
  func conflictAndHidden() {
    let conflict = deployment.with { $0.person.conflicts = [1] }
    #expect(conflict.bars == ["conflict: Not available for this school"])
    #expect(conflict.off(.conflict).bars == [])
    let hidden = deployment.with { $0.person.hiddenFrom = [1] }
    #expect(hidden.bars == ["hidden: Not available for this school"])
    #expect(hidden.off(.hidden).bars == [])
    #expect(deployment.with { $0.person.hiddenFrom = [0] }.bars == [])
  }

  @Test("declined: this need only")
  func declined() {
    let declined = deployment.with { $0.person.declinedNeeds = ["N1"] }
    #expect(declined.bars == ["declined: Was declined for this need this school year"])
    #expect(declined.off(.declined).bars == [])
    #expect(deployment.with { $0.person.declinedNeeds = ["N2"] }.bars == [])
  }

  @Test("travel: the last metre inside the limit, and the first beyond")
  func travel() {
    // 15 miles x 1609.344 / 1.3 is 18,569.35 straight-line metres.
    let inside = deployment.with { $0.home.location?.easting = 418_569 }
    #expect(inside.bars == [])
    let beyond = deployment.with { $0.home.location?.easting = 418_570 }
    #expect(
      beyond.bars == ["travel: 15.1 miles by road from home school, beyond the limit of 15"])
    #expect(beyond.off(.travel).bars == [])
  }

  @Test("travel: the designation's limit, else the person's, else the policy's")
  func travelLimits() {
    let designation = deployment.with { $0.designation.travelMiles = 4 }
    #expect(
      designation.bars == ["travel: 4.1 miles by road from home school, beyond the limit of 4"])
    let person = deployment.with { $0.person.travelMiles = 3 }
    #expect(person.bars == ["travel: 4.1 miles by road from home school, beyond the limit of 3"])
    let policy = deployment.with {
      $0.person.travelMiles = nil
      $0.policy.defaultTravelMiles = 2
    }
    #expect(policy.bars == ["travel: 4.1 miles by road from home school, beyond the limit of 2"])
    let wider = person.with { $0.designation.travelMiles = 5 }
    #expect(wider.bars == [])
  }

  @Test("travel: a secondment keeps to the person's own limit")
  func travelOfSecondment() {
    let village = Village(.secondment).with {
      $0.person.travelMiles = 3
      var designation = Designation(role: "SLE", since: day("2025-09-01"))
      designation.travelMiles = 50
      $0.person.designations = [designation]
    }
    #expect(village.bars == ["travel: 4.1 miles by road from home school, beyond the limit of 3"])
  }

  @Test("supervised-first: a first deployment stays inside the person's own alliance")
  func supervisedFirst() {
    let new = deployment.with {
      $0.designation.completed = 0
      $0.designation.alliance = "Fenland Alliance"
    }
    #expect(new.bars == [])
    let elsewhere = new.with { $0.school.clusters = ["Wold Alliance"] }
    #expect(
      elsewhere.bars == [
        "supervised-first: A first deployment as SLE stays inside the person's own alliance, "
          + "Fenland Alliance, and Birch Primary is not in it"
      ])
    #expect(elsewhere.off(.supervisedFirst).bars == [])
    let unknown = new.with { $0.designation.alliance = nil }
    #expect(
      unknown.bars == [
        "supervised-first: A first deployment as SLE stays inside the person's own alliance, "
          + "and none is recorded"
      ])
  }
}
