import Domain
import Testing

@testable import Explaining

@Suite struct ChangeSearchTests {
  let line = Outcome.Line(need: "N1", person: PersonNumber(1))

  /// A plan that places the person exactly in the worlds a test says.
  func solving(where places: @escaping (World) -> Bool) -> Solving {
    { world in
      let isForbidden = world.snapshot.people.contains { $0.declinedNeeds.contains(line.need) }
      let isPlaced = !isForbidden && places(world)
      return Outcome(
        lines: isPlaced ? [line] : [], mustFillUnfilled: 0, objective: isPlaced ? 1 : 0, bound: 1)
    }
  }

  func changes(
    bars: [Bar] = [], rivals: [Int] = [], criteria: [(Criterion, more: Bool)] = [],
    where places: @escaping (World) -> Bool
  ) throws -> [[Change]] {
    try ChangeSearch(smallWorld(), placing: 0, at: 0, solve: solving(where: places))
      .smallestChanges(bars: bars, milesByRoad: 21, rivals: rivals, criteria: criteria)
  }

  @Test func theSmallestStepOfEachKindIsNamed() throws {
    let found = try changes { world in
      world.snapshot.places[0].release?.halfDaysPerHalfTerm.count ?? 0 >= 7
        || world.snapshot.people[0].designations[0].halfDaysAYear?.count ?? 0 >= 25
    }
    #expect(
      found == [
        [.releaseDays(place: 0, more: HalfDays(3))],
        [.days(person: 0, role: "SLE", more: HalfDays(5))],
      ])
  }

  @Test func aLargerStepThatDoesIsNotNamedWhereASmallerDoes() throws {
    // Two half-days more place them, three do not, four do again.
    let found = try changes { world in
      [6, 8].contains(world.snapshot.places[0].release?.halfDaysPerHalfTerm.count)
    }
    #expect(found == [[.releaseDays(place: 0, more: HalfDays(2))]])
  }

  @Test func barsAreLiftedFirstAndThatMayBeEnough() throws {
    let today = try #require(Day(iso: "2026-11-01"))
    let found = try changes(bars: [Bar(.vetting, because: "lapsed")]) {
      $0.snapshot.people[0].vettedOn == today
    }
    #expect(found == [[.vettingRenewed(person: 0)]])
  }

  @Test func severalBarsAreLiftedTogetherAndEveryFurtherChangeComesWithThem() throws {
    let bars = [Bar(.specialism, because: ""), Bar(.travel, because: "")]
    let lifts: [Change] = [
      .specialismVerified(person: 0, role: "SLE", specialism: "Phonics"),
      .travelLimit(person: 0, miles: 21),
    ]
    let found = try changes(bars: bars) {
      $0.snapshot.people[0].travelMiles == 21 && $0.snapshot.places[0].release?.outAtOnce == 2
    }
    #expect(found == [lifts + [.peopleOut(place: 0, more: 1)]])
  }

  @Test(arguments: [
    BarRule.hidden, .conflict, .declined, .readiness, .ownSchool, .designation, .supervisedFirst,
  ])
  func aBarThatNobodyMaySpeakOfIsNotLifted(_ rule: BarRule) throws {
    #expect(try changes(bars: [Bar(rule, because: "")]) { _ in true }.isEmpty)
  }

  @Test func aProhibitionIsNoFormality() throws {
    var world = try smallWorld()
    world.snapshot.people[0].prohibited = true
    let search = ChangeSearch(world, placing: 0, at: 0, solve: solving { _ in true })
    #expect(
      try search.smallestChanges(
        bars: [Bar(.vetting, because: "")], milesByRoad: nil, rivals: [], criteria: []
      ).isEmpty)
  }

  @Test func aRivalsWithdrawalAndASupervisorsDayAreTried() throws {
    let found = try changes(rivals: [1]) { world in
      world.snapshot.people.count == 1
        || world.snapshot.people[1].commitments.contains {
          $0.isSupervising && $0.halfDays.count == -2 && $0.role == "SLE"
        }
    }
    #expect(
      found == [
        [.supervisingDays(person: 1, role: "SLE", more: HalfDays(2))], [.withdrawal(person: 1)],
      ])
  }

  @Test func aWeightMovesInStepsOfTenBothWays() throws {
    let found = try changes(criteria: [(.distance, more: false), (.phase, more: true)]) {
      ($0.policy.weights[.distance] ?? 0) <= 150 || ($0.policy.weights[.phase] ?? 0) >= 140
    }
    #expect(found == [[.weight(.distance, to: 150)], [.weight(.phase, to: 140)]])
  }

  @Test func whatOnlyADrawWouldSettleIsNotNamed() throws {
    let found = try ChangeSearch(smallWorld(), placing: 0, at: 0) { world in
      let days = world.snapshot.people[0].designations[0].halfDaysAYear?.count ?? 0
      let isForbidden = !world.snapshot.people[0].declinedNeeds.isEmpty
      // From 22 half-days as good as without them, from 24 better.
      return Outcome(
        lines: days >= 22 && !isForbidden ? [line] : [], mustFillUnfilled: 0,
        objective: days >= 24 && !isForbidden ? 1 : 0, bound: 1)
    }.smallestChanges(bars: [], milesByRoad: nil, rivals: [], criteria: [])
    #expect(found == [[.days(person: 0, role: "SLE", more: HalfDays(4))]])
  }

  @Test func whatIsNeverEnoughIsNotNamed() throws {
    #expect(
      try changes(rivals: [1], criteria: [(.distance, more: true)]) { _ in false }.isEmpty)
  }
}
