import Domain
import Matching
import Testing

@Suite struct `A first deployment` {
  /// A newcomer at one school, a supervisor at another, a need at a third, all of one alliance.
  private func town(_ change: (inout Town) -> Void = { _ in }) -> Town {
    var town = Town()
    let (first, second, third) = (town.school(), town.school(), town.school())
    town.leader(at: first, isNew: true)
    let supervisor = town.leader(at: second, supervises: true)
    // Of no use at the need itself: seconded half the time would not bar, living too far away does.
    town.people[supervisor].designations[0].travelMiles = 0
    town.deployment(at: third)
    change(&town)
    return town
  }

  @Test func `asks for a supervisor of its alliance, who spends days and is not out`() throws {
    let model = try town { $0.people[1].designations[0].halfDaysAYear = HalfDays(2) }.model()
    #expect(model.problem.parts.count == 2)
    let asked = JointMeaning.Row.supervisors(need: 0, alliance: "Fenland")
    #expect(model.links(ofPart: 0) == [.need(0): 1, asked: 1])
    #expect(model.links(ofPart: 1) == [asked: -1])
    #expect(model.problem.rowCapacity == [1, 0])
    #expect(
      model.meaning(ofPart: 1)
        == .supervising(
          need: 0, person: 1, alliance: "Fenland", designation: 0, halfDays: HalfDays(2)))
    #expect(!model.problem.allows([0]))
    #expect(model.problem.allows([0, 1]))
    #expect(model.problem.value[1] == 0)
    #expect(model.kept.isEmpty)
  }

  @Test func `takes a fifth of its days, rounded up, and half a day at least`() {
    let norms = JointNorms()
    #expect(
      (0...11).map { norms.supervising(HalfDays($0)).count } == [
        1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3,
      ])
    var none = norms
    none.supervisingPercent = 0
    #expect(none.supervising(HalfDays(40)) == HalfDays(1))
  }

  @Test func `is proposed with its supervisor, and the way back finds the same parts`() throws {
    let town = town()
    let model = try town.model()
    let proposals = model.proposals(of: [0, 1], town.lines)
    #expect(proposals.map(\.person) == [PersonNumber(1)])
    #expect(
      proposals[0].supervision
        == Supervision(person: PersonNumber(2), role: "SLE", halfDays: HalfDays(2)))
    #expect(proposals[0].points == Int(model.findings.pairPoints[0]))
    #expect(model.chosen(claimedBy: proposals) == .success([0, 1]))
  }

  @Test func `stays out of the plan without a supervisor, and the model says what it lacks`() throws
  {
    let lacking = JointModel.Lack.supervisor(alliance: "Fenland")
    let changes: [(String, (inout Town) -> Void)] = [
      ("new too", { $0.people[1].designations[0].completed = 0 }),
      ("not a supervisor", { $0.people[1].designations[0].supervises = false }),
      ("of another alliance", { $0.people[1].designations[0].alliance = "Wold" }),
      ("no longer designated", { $0.people[1].designations[0].until = day("2026-12-17") }),
      ("not available", { $0.people[1].availableUntil = day("2026-12-17") }),
      ("vetting lapsed", { $0.people[1].vettedOn = day("2020-01-01") }),
      ("a conflict", { $0.people[1].conflicts = [2] }),
      ("hidden", { $0.people[1].hiddenFrom = [2] }),
      ("too few days", { $0.people[1].designations[0].halfDaysAYear = HalfDays(1) }),
      ("allowance spent", { $0.policy.joint.supervisingHalfDaysAYear = HalfDays(1) }),
      ("not released", { $0.places[1].release?.halfDaysPerHalfTerm = HalfDays(1) }),
    ]
    for (name, change) in changes {
      let model = try town(change).model()
      #expect(model.part(need: 0, person: 0) == nil, "\(name)")
      #expect(model.lack(need: 0, person: 0) == lacking, "\(name)")
      #expect(model.problem.parts.isEmpty, "\(name)")
    }
    let off = try town {
      $0.policy.rulesOff[.supervisedFirst] = "for the test"
      $0.people[1].designations[0].supervises = false
    }.model()
    #expect(off.links(ofPart: 0) == [.need(0): 1])
  }

  @Test func `spends the supervisor's days, allowance and home's days`() throws {
    var town = town {
      $0.people[1].designations[0].halfDaysAYear = HalfDays(3)
      $0.places[1].release?.halfDaysPerHalfTerm = HalfDays(3)
      $0.policy.joint.supervisingHalfDaysAYear = HalfDays(3)
      $0.people[1].commitments = [
        Commitment(
          kind: .deployment, window: span("2026-09-01", "2026-09-30"), halfDays: HalfDays(1),
          role: "SLE", isSupervising: true)
      ]
    }
    town.deployment(at: 2)
    let model = try town.model()
    #expect(
      model.kept[.days(person: 1, role: "SLE", schoolYear: day("2026-09-01"))] == 2)
    #expect(model.kept[.supervising(person: 1, schoolYear: day("2026-09-01"))] == 2)
    #expect(model.helping.allSatisfy { model.uses(ofPart: $0).values.allSatisfy { $0 == 2 } })
    town.people[1].designations[0].halfDaysAYear = HalfDays(40)
    let rich = try town.model()
    #expect(rich.kept[.homeDays(place: 1, part: 1)] == 3)
  }

  @Test func `is supervised by somebody renewed the day after`() throws {
    func renewed(on since: String, alliance: String = "Fenland") -> Town {
      town {
        var next = $0.people[1].designations[0]
        $0.people[1].designations[0].until = day("2026-11-30")
        next.since = day(since)
        next.alliance = alliance
        next.completed = 0
        next.halfDaysAYear = HalfDays(40)
        $0.people[1].designations.append(next)
      }
    }
    let model = try renewed(on: "2026-12-01").model()
    #expect(
      model.meaning(ofPart: 1)
        == .supervising(
          need: 0, person: 1, alliance: "Fenland", designation: 1, halfDays: HalfDays(2)))
    #expect(try renewed(on: "2026-12-02").model().problem.parts.isEmpty)
    #expect(try renewed(on: "2026-12-01", alliance: "Wold").model().problem.parts.isEmpty)
  }

  @Test func `is never supervised by the newcomer themselves`() throws {
    var town = town()
    town.people[0].designations.append(town.people[1].designations[0])
    town.people[0].designations[1].role = "NLE"
    town.people[1].designations[0].supervises = false
    let alone = try town.model()
    #expect(alone.lack(need: 0, person: 0) == .supervisor(alliance: "Fenland"))
    #expect(alone.problem.parts.isEmpty)
    // A second newcomer may be supervised by the first, who then is not placed there.
    town.leader(at: 0, isNew: true)
    town.needs[0].open = 2
    let second = try town.model()
    #expect(second.part(need: 0, person: 0) == nil)
    #expect(BestParts(second.problem).chosen?.count == 2)
    // With another supervisor both could be placed, but neither with the first newcomer supervising.
    town.people[1].designations[0].supervises = true
    let both = try town.model()
    #expect(both.kept[.oneThing(person: 0, need: 0)] == 2)
    let own = try #require(both.part(need: 0, person: 0))
    let supervising = try #require(both.helping.first { both.problem.person[$0] == 0 })
    #expect(!both.problem.allows([own, supervising]))
    #expect(BestParts(both.problem).chosen?.contains(own) == true)
  }

  @Test func `shares supervisors with others at the same need, who are given out in order`() throws
  {
    var town = town { $0.needs[0].open = 2 }
    town.leader(at: 0, isNew: true)
    town.leader(at: 1, supervises: true)
    town.people[3].designations[0].travelMiles = 0
    town.people[1].designations[0].halfDaysAYear = HalfDays(2)
    town.people[3].designations[0].halfDaysAYear = HalfDays(2)
    let model = try town.model()
    #expect(model.helping.count == 4, "each as often as the need could ask")
    let chosen = try #require(BestParts(model.problem).chosen)
    let proposals = model.proposals(of: chosen, town.lines)
    #expect(proposals.map(\.person.number) == [1, 3])
    #expect(proposals.compactMap { $0.supervision?.person.number } == [2, 4])
    #expect(model.chosen(claimedBy: proposals) == .success(chosen))
    var forged = proposals
    forged[1].supervision?.person = PersonNumber(2)
    forged[0].supervision?.person = PersonNumber(2)
    if case .success(let parts) = model.chosen(claimedBy: forged) {
      #expect(!model.problem.allows(parts), "one supervisor has days for one of them")
    } else {
      Issue.record("the parts are there: the checker has to refuse them")
    }
    forged[0].supervision?.halfDays = HalfDays(1)
    #expect(
      model.chosen(claimedBy: forged)
        == .failure(.cannotSupervise(need: "N1", PersonNumber(2))))
  }
}
