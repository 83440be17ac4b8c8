import Domain
import Matching
import Testing

@Suite struct `The problem of a joint plan` {
  @Test func `holds one part for a pair, worth its points and the penalty it saves`() throws {
    var town = Town()
    let (home, school) = (town.school(), town.school())
    town.leader(at: home)
    town.deployment(at: school, priority: .mustFill)
    town.deployment(at: school, open: 2, priority: .high)
    let model = try town.model()
    #expect(model.problem.parts.count == 2)
    #expect(model.problem.constant == -3000 - 2 * 1500)
    #expect(model.problem.mustFillUnits == 1)
    #expect(model.problem.rowCapacity == [1, 2])
    let points = model.findings.pairPoints
    #expect(model.problem.value == [points[0] + 3000, points[1] + 1500])
    #expect(model.problem.mustFill == [true, false])
    #expect(model.meaning(ofPart: 0) == .placement(need: 0, person: 0, designation: 0))
    #expect(model.links(ofPart: 1) == [.need(1): 1])
    #expect(model.kept.isEmpty, "20 of 30 half-days are nobody's limit")
    #expect(model.part(need: 1, person: 0) == 1)
  }

  @Test func `keeps each person's days of a year in the designation used`() throws {
    var town = Town()
    let (home, school) = (town.school(), town.school())
    let person = town.leader(at: home, halfDays: 21)
    town.people[person].commitments = [
      Commitment(
        kind: .deployment, window: Town.autumn, halfDays: HalfDays(4), role: "SLE",
        isSupervising: true),
      Commitment(kind: .deployment, window: Town.autumn, halfDays: HalfDays(9), role: "NLE"),
    ]
    town.deployment(at: school, halfDays: 10)
    town.deployment(at: school, halfDays: 8, in: Town.spring)
    let next = town.deployment(at: school, halfDays: 17, in: span("2027-09-06", "2027-10-01"))
    let model = try town.model()
    let limit = JointMeaning.Limit.days(person: 0, role: "SLE", schoolYear: day("2026-09-01"))
    #expect(model.kept == [limit: 17])
    #expect(model.uses(ofPart: 0) == [limit: 10])
    #expect(model.uses(ofPart: 1) == [limit: 8])
    #expect(model.uses(ofPart: next) == [:])
    town.policy.rulesOff[.days] = "for the test"
    #expect(try town.model().kept.isEmpty)
  }

  @Test func `lowers a year's days to the share that plans may spend`() throws {
    var town = Town()
    let (home, school) = (town.school(), town.school())
    town.leader(at: home, halfDays: 21)
    town.deployment(at: school, halfDays: 10)
    town.deployment(at: school, halfDays: 10)
    #expect(try town.model().kept.isEmpty)
    town.policy.joint.mostPercentOfDays = 70
    #expect(try town.model().kept.values.elementsEqual([14]))
    town.policy.joint.mostPercentOfDays = 47
    #expect(try town.model().problem.parts.isEmpty, "a placement that alone passes it is barred")
  }

  @Test func `keeps what a home lets go in each half-term, for everybody from there`() throws {
    var town = Town()
    let (home, school) = (town.school(halfDays: 12), town.school())
    town.places[home].running = [
      Commitment(
        kind: .deployment, window: Town.autumn, halfDays: HalfDays(2), role: "SLE",
        isSupervising: true, person: PersonNumber(1))
    ]
    for _ in 0..<3 { town.leader(at: home, halfDays: 10) }
    town.leader(at: school)
    let need = town.deployment(at: town.school(), halfDays: 6)
    let model = try town.model()
    let limit = JointMeaning.Limit.homeDays(place: home, part: 1)
    #expect(model.kept == [limit: 10])
    #expect(model.problem.homes.map { model.problem.parts(ofHome: $0).count } == [3, 1])
    #expect((0..<3).map { model.uses(ofPart: $0) } == Array(repeating: [limit: 6], count: 3))
    #expect(model.uses(ofPart: 3) == [:])
    #expect(model.part(need: need, person: 3) == 3)
    town.policy.rulesOff[.release] = "for the test"
    #expect(try town.model().problem.homes.count == 4)
  }

  @Test func `leaves out days of a home that its people could never spend`() throws {
    var town = Town()
    let (home, school) = (town.school(halfDays: 12), town.school())
    town.leader(at: home, halfDays: 6)
    town.leader(at: home, halfDays: 6)
    for _ in 0..<4 { town.deployment(at: school, halfDays: 6) }
    let model = try town.model()
    #expect(model.problem.homes.count == 2)
    #expect(model.kept.values.allSatisfy { $0 == 6 })
  }

  @Test func `counts people out of a home once in each half-term they touch`() throws {
    var town = Town()
    let (home, school) = (town.school(halfDays: 100, out: 2), town.school())
    town.places[home].running = [
      Commitment(
        kind: .secondment, window: Town.spring, fte: FTE(hundredths: 20), person: PersonNumber(1))
    ]
    for _ in 0..<3 { town.leader(at: home) }
    town.deployment(at: school, in: Town.autumn, open: 3)
    town.deployment(at: school, in: span("2026-12-14", "2027-01-08"), open: 3)
    let model = try town.model()
    let autumn = JointMeaning.Limit.peopleOut(place: home, part: 1)
    let spring = JointMeaning.Limit.peopleOut(place: home, part: 2)
    #expect(model.kept == [autumn: 2, spring: 1])
    #expect(model.problem.limits.allSatisfy { $0.countsPeople })
    #expect(model.uses(ofPart: 0) == [autumn: 1])
    #expect(model.uses(ofPart: 1) == [autumn: 1], "person 1 is out in spring already")
    #expect(model.uses(ofPart: 3) == [autumn: 1, spring: 1])
    #expect(model.problem.allows([0, 1, 2]), "one person twice is one person out")
    #expect(!model.problem.allows([0, 2, 4]))
  }

  @Test func `keeps a person's time, so that full time leaves no day for a deployment`() throws {
    var town = Town()
    let (home, school) = (town.school(), town.school())
    let person = town.leader(at: home)
    town.people[person].readiness = [
      Readiness(post: "Deputy", level: "Ready now", judgedOn: day("2026-03-02"))
    ]
    town.secondment(at: school, as: "Deputy", fte: 60)
    town.secondment(at: school, as: "Deputy", fte: 40)
    town.secondment(at: school, as: "Deputy", fte: 100, in: Town.spring)
    town.deployment(at: school, halfDays: 2)
    let model = try town.model()
    #expect(model.kept.count == 1, "\(model.kept)")
    #expect(model.problem.allows([0, 1, 2]))
    #expect(!model.problem.allows([0, 1, 3]))
    #expect(model.problem.allows([0, 2, 3]))
    town.people[person].commitments = [
      Commitment(
        kind: .secondment, window: span("2026-12-18", "2027-01-03"), fte: FTE(hundredths: 50))
    ]
    let busy = try town.model()
    #expect(busy.pair(need: 0, person: 0) == nil)
    #expect(busy.part(need: 1, person: 0) == 0)
    #expect(busy.problem.allows([0, 1, 2]))
    town.people[person].commitments = [
      Commitment(kind: .deployment, window: Town.autumn, halfDays: HalfDays(1), role: "SLE")
    ]
    let promised = try town.model()
    #expect(promised.problem.parts.count == 4 && !promised.problem.allows([0, 1]))
    #expect(promised.problem.allows([0, 3]) && promised.problem.allows([1, 3]))
    #expect(promised.problem.allows([2]), "what is promised is over by then")
    town.people[person].commitments = []
    town.policy.rulesOff[.fullTime] = "for the test"
    #expect(try town.model().problem.allows([0, 1, 2, 3]))
  }

  @Test func `gives nobody much more than the average, but for a single placement`() throws {
    var town = Town()
    let school = town.school()
    for _ in 0..<4 { town.leader(at: town.school(), halfDays: 60) }
    for halfDays in [20, 6, 6, 8] as [Int32] { town.deployment(at: school, halfDays: halfDays) }
    // 40 half-days among 4 people: 10 each; 120 % is 12.
    town.policy.joint.mostPercentOfAverage = 120
    let model = try town.model()
    let load = JointMeaning.Limit.fairLoad(person: 0)
    #expect(model.kept[load] == 12)
    #expect((0..<4).map { model.uses(ofPart: $0)[load] } == [12, 6, 6, 8])
    town.policy.joint.mostPercentOfAverage = 1_000
    #expect(try town.model().kept[load] == nil)
  }

  @Test func `leaves out a fair load that nobody's days reach`() throws {
    var town = Town()
    let school = town.school()
    for halfDays in [12, 13] as [Int32] { town.leader(at: town.school(), halfDays: halfDays) }
    for halfDays in [8, 6, 6] as [Int32] { town.deployment(at: school, halfDays: halfDays) }
    // 20 half-days among 2 people: 10 each; 120 % is 12.
    town.policy.joint.mostPercentOfAverage = 120
    let kept = try town.model().kept
    #expect(kept[.fairLoad(person: 0)] == nil)
    #expect(kept[.fairLoad(person: 1)] == 12)
  }

  @Test func `refuses points beyond what the search can add up`() throws {
    var town = Town()
    town.leader(at: town.school())
    town.deployment(at: town.school())
    let snapshot = town.snapshot
    var findings = JointFindings()
    findings.pairStart = [0, 1]
    findings.pairPerson = [0]
    findings.pairPoints = [Int32(JointProblem.Bound.value)]
    findings.pairDesignation = [0]
    findings.pairFirst = [-1]
    findings.pairPost = [-1]
    #expect(throws: JointModelError.valueOutOfRange(need: "N1")) {
      try JointModel(snapshot, policy: town.policy, findings: findings)
    }
  }
}
