import Domain

/// The rules of planning together, so that each can be tried by itself.
enum PlanningRule: String, CaseIterable {
  case days, homeDays, peopleOut, fullTime, supervision, cover, mustFill, standing, fairLoad, all
}

extension Town {
  /// A town in which one rule has something to say, or all have, small enough to try every plan.
  init(_ rule: PlanningRule, _ random: inout SeededRandom) {
    self.init()
    // What is pinned asks for supervisors and covers like anything else.
    let pinned: Set<PlanningRule> = rule == .standing ? [.supervision, .cover] : []
    let isOn: (PlanningRule) -> Bool = { rule == $0 || rule == .all || pinned.contains($0) }
    let seconds = isOn(.cover) || isOn(.fullTime)
    addSchools(isOn, &random)
    for _ in 0..<random.number(2...(rule == .cover ? 5 : 4)) {
      addLeader(isOn, seconds, &random)
    }
    var open = random.number(2...3)
    while open > 0 {
      let places = Int32(random.number(1...min(2, open)))
      addNeed(isOn, seconds, onlySecondments: rule == .cover, places, &random)
      open -= Int(places)
    }
    if isOn(.fairLoad), random.number(0...2) > 0 {
      policy.joint.mostPercentOfAverage = random.number(100...250)
    }
    if isOn(.days), random.number(0...3) == 0 { policy.joint.mostPercentOfDays = 80 }
    if isOn(.supervision) {
      policy.joint.supervisingHalfDaysAYear = HalfDays(Int32(random.number(2...6)))
    }
    policy.joint.longestCoverChain = random.number(1...3)
    if isOn(.standing) { addStanding(&random) }
    guard rule == .all else { return }
    for off in [
      BarRule.days, .fullTime, .release, .cover, .supervisedFirst, .ownSchool, .readiness,
    ]
    where random.number(0...9) == 0 { policy.rulesOff[off] = "for the test" }
  }

  private static let posts = ["Head", "Deputy", "Middle leader"]
  private static let windows = [
    Town.autumn, Town.spring, span("2026-12-07", "2027-01-15"), span("2027-09-06", "2027-10-01"),
  ]

  private mutating func addSchools(
    _ isOn: (PlanningRule) -> Bool, _ random: inout SeededRandom
  ) {
    for _ in 0..<random.number(2...3) {
      school(
        halfDays: isOn(.homeDays) ? Int32(random.number(4...12)) : 200,
        out: isOn(.peopleOut) ? Int32(random.number(0...2)) : 9,
        cover: isOn(.cover) && random.number(0...3) > 0,
        alliance: isOn(.supervision) && random.number(0...3) == 0 ? "Wold" : "Fenland")
    }
  }

  private mutating func addLeader(
    _ isOn: (PlanningRule) -> Bool, _ seconds: Bool, _ random: inout SeededRandom
  ) {
    let home = random.number(0...places.count - 1)
    let index = leader(
      at: home, halfDays: isOn(.days) ? Int32(random.number(4...16)) : 60,
      isNew: isOn(.supervision) && random.number(0...1) == 0,
      supervises: isOn(.supervision) && random.number(0...2) > 0, alliance: places[home].clusters[0]
    )
    if random.number(0...3) == 0 { renew(index, isOn, &random) }
    if seconds {
      people[index].role = random.number(0...4) == 0 ? nil : Self.posts[random.number(0...2)]
      people[index].readiness = Self.posts.filter { _ in random.number(0...2) > 0 }
        .map { Readiness(post: $0, level: "Ready now", judgedOn: day("2026-03-02")) }
    }
    if random.number(0...2) == 0 { promise(index, home, isOn, &random) }
  }

  /// A second term, begun the day after the first or a day later.
  private mutating func renew(
    _ index: Int, _ isOn: (PlanningRule) -> Bool, _ random: inout SeededRandom
  ) {
    var next = people[index].designations[0]
    let last = day(random.number(0...1) == 0 ? "2026-11-30" : "2027-01-20")
    people[index].designations[0].until = last
    next.since = last.adding(days: random.number(0...3) == 0 ? 2 : 1)
    next.completed = 0
    if isOn(.days) { next.halfDaysAYear = HalfDays(Int32(random.number(4...16))) }
    people[index].designations.append(next)
  }

  private mutating func promise(
    _ index: Int, _ home: Int, _ isOn: (PlanningRule) -> Bool, _ random: inout SeededRandom
  ) {
    let window = Self.windows[random.number(0...2)]
    var promised = Commitment(
      kind: .deployment, window: window, halfDays: HalfDays(Int32(random.number(1...4))),
      role: random.number(0...2) == 0 ? nil : "SLE",
      isSupervising: isOn(.supervision) && random.number(0...1) == 0)
    if isOn(.fullTime), random.number(0...1) == 0 {
      promised = Commitment(
        kind: .secondment, window: window,
        fte: FTE(hundredths: [40, 60, 100][random.number(0...2)]))
    }
    people[index].commitments.append(promised)
    promised.person = random.number(0...3) == 0 ? nil : people[index].number
    places[home].running.append(promised)
  }

  private mutating func addNeed(
    _ isOn: (PlanningRule) -> Bool, _ seconds: Bool, onlySecondments: Bool, _ open: Int32,
    _ random: inout SeededRandom
  ) {
    let window = Self.windows[random.number(0...3)]
    let place = random.number(0...places.count - 1)
    let index: Int
    if seconds && (onlySecondments || random.number(0...1) == 0) {
      index = secondment(
        at: place, as: Self.posts[random.number(0...2)],
        fte: [40, 60, 100][random.number(0...2)], in: window, open: open)
    } else {
      index = deployment(
        at: place, halfDays: Int32(random.number(1...8)), in: window, open: open)
    }
    if isOn(.mustFill) {
      needs[index].need.priority = Need.Priority.allCases[random.number(0...2)]
    }
  }

  /// Lines for any need and anybody: what cannot stand is part of it.
  private mutating func addStanding(_ random: inout SeededRandom) {
    for _ in 0..<random.number(1...3) {
      standing.append(
        StandingLine(
          need: needs[random.number(0...needs.count - 1)].need.reference,
          person: people[random.number(0...people.count - 1)].number,
          isPinned: random.number(0...1) == 0, plan: 4))
    }
    policy.joint.priceOfChange = random.number(0...300)
  }
}
