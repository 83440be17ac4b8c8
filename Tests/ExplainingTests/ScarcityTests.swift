import Domain
import Testing

@testable import Explaining

@Suite struct ScarcityTests {
  @Test func whatHelpsComesMustFillFirstThenByPointsAndWhatDoesNotIsLeftOut() throws {
    let plan = Outcome(lines: [], mustFillUnfilled: 1, objective: 100, bound: 100)
    let one = Outcome.Line(need: "N1", person: PersonNumber(1))
    let two = Outcome.Line(need: "N2", person: PersonNumber(2))
    let scarcity = Scarcity(try smallWorld(), plan: plan) { world in
      if world.snapshot.people.count == 3 {
        return Outcome(lines: [one], mustFillUnfilled: 0, objective: 90, bound: 90)
      }
      if world.snapshot.places[0].release?.outAtOnce == 2 {
        return Outcome(lines: [one, two], mustFillUnfilled: 1, objective: 300, bound: 300)
      }
      if world.snapshot.people[1].commitments.contains(where: { $0.halfDays.count == -2 }) {
        return Outcome(lines: [two], mustFillUnfilled: 1, objective: 700, bound: 700)
      }
      return plan
    }
    let found = try scarcity.reliefs(
      among: scarcity.likely(couldFill: [(need: 0, people: [0, 1]), (need: 1, people: [0])]),
      tried: 5)
    #expect(found.tried == 4 && found.untried == 0)
    #expect(
      found.reliefs == [
        Relief(change: .newcomer(likeNeed: 0), mustFill: 1, placed: 1, points: -10 ... -10),
        Relief(
          change: .supervisingDays(person: 1, role: "SLE", more: HalfDays(days: 1)), mustFill: 0,
          placed: 1, points: 600...600),
        Relief(change: .peopleOut(place: 0, more: 1), mustFill: 0, placed: 2, points: 200...200),
      ])
  }

  @Test func oneMorePersonIsAskedForWhereMostNeedsAreShort() throws {
    var world = try smallWorld()
    var other = world.snapshot.needs[0]
    other.need.reference = "N3"
    other.need.specialism = "Maths"
    world.snapshot.needs.insert(other, at: 0)
    let plan = Outcome(lines: [], mustFillUnfilled: 0, objective: 0, bound: 0)
    let scarcity = Scarcity(world, plan: plan) { world in
      let specialisms = world.snapshot.people.last?.designations.last?.specialisms.map(\.name)
      return Outcome(
        lines: [], mustFillUnfilled: 0,
        objective: world.snapshot.people.count == 3 && specialisms == ["Phonics"] ? 1 : 0, bound: 1)
    }
    let found = try scarcity.reliefs(
      among: scarcity.likely(couldFill: (0..<3).map { (need: $0, people: []) }), tried: 1)
    #expect(found.reliefs.map(\.change) == [.newcomer(likeNeed: 1)])
    #expect(found.tried == 1 && found.untried == 1)
  }
}
