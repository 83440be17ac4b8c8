import Domain
import Testing

@testable import Checking

/// One small joint problem, solved by hand, and what the checker says of it.
///
/// Home 0 lets go 6 half-days, shared by persons 0 and 1; home 1 is person 2 alone. Parts 0 and 1 place
/// person 0 (30 points for 4 half-days, 20 for 3), part 2 places person 1 (25 for 3), part 3 has person 2
/// supervise part 0, whose row asks for it. Row 0 asks for part 0's supervisor; row 1 is a need that parts
/// 1 and 2 could fill, one of them.
@Suite struct JointCheckingTests {
  static let problem: JointProblem = {
    var problem = JointProblem()
    problem.homeStart = [0, 3, 4]
    problem.limitStart = [0, 1, 2]
    problem.limits = [JointProblem.Limit(capacity: 6), JointProblem.Limit(capacity: 1)]
    problem.person = [0, 0, 1, 2]
    problem.value = [30, 20, 25, -2]
    problem.mustFill = [true, false, false, false]
    problem.isPinned = [false, false, false, false]
    problem.uses = [(0, 4), (0, 3), (0, 3), (1, 1)].map {
      JointProblem.Use(limit: $0.0, amount: $0.1)
    }
    problem.useStart = [0, 1, 2, 3, 4]
    problem.links = [(0, 1), (1, 1), (1, 1), (0, -1)].map {
      JointProblem.Link(row: $0.0, coefficient: $0.1)
    }
    problem.linkStart = [0, 1, 2, 3, 4]
    problem.rowCapacity = [0, 1]
    problem.constant = -10
    problem.mustFillUnits = 2
    return problem
  }()

  /// Supervising is priced at 2 points and a must-fill unit at 17: part 0 is worth 30 - 2 + 17 = 45, as much
  /// as parts 1 and 2 together, and the supervisor 0. So no plan is worth more than -10 - 17 + 45 = 18.
  static let solution = JointSolution(
    chosen: [0, 3], mustFillUnfilled: 1, mustFillBound: 1, objective: 18, bound: 18,
    mustFillProof: JointProof(
      prices: [JointProof.Prices(row: [0, 0])], strikes: [],
      leaves: [JointProof.Leaf(decided: [], prices: 0)]),
    pointsProof: JointProof(
      prices: [JointProof.Prices(row: [128, 0], mustFill: 17 * 64)], strikes: [],
      leaves: [JointProof.Leaf(decided: [], prices: 0)]))

  @Test func `the solution is accepted and the report says what was checked`() {
    let report = check(Self.problem, Self.solution)
    #expect(report.objection == nil)
    #expect(
      report.checked == [
        "the problem is well formed: 4 parts of 3 people in 2 homes, 2 limits, 2 rows",
        "2 chosen parts: all different, every pinned one among them",
        "2 limits and 2 rows: none is passed",
        "must-fill units that stay unfilled: 1, as claimed",
        "points less penalties: 18, as claimed",
        "must-fill: 1 set of prices, none below 0; 0 parts cannot be in a better plan, 0 must be",
        "must-fill: every plan that is left is bounded in one",
        "must-fill: units that every plan leaves unfilled: 1, as many as this one",
        "points: 1 set of prices, none below 0; 0 parts cannot be in a better plan, 0 must be",
        "points: every plan that is left is bounded in one",
        "points: no plan that fills as many must-fill units is worth more than 18: this one is the best there is",
      ])
  }

  struct Forgery: Sendable {
    let objection: Objection
    let change: @Sendable (inout JointProblem, inout JointSolution) -> Void

    init(
      _ place: Whereabouts, _ sentence: String,
      _ change: @escaping @Sendable (inout JointProblem, inout JointSolution) -> Void
    ) {
      objection = Objection(place, sentence)
      self.change = change
    }
  }

  static let problems: [Forgery] = [
    Forgery(.whole, "the problem's lists are not of the same length") { problem, _ in
      problem.person.removeLast()
    },
    Forgery(.whole, "the homes do not divide the parts and limits between them") { problem, _ in
      problem.homeStart[1] = 5
    },
    Forgery(.whole, "the parts do not divide the uses and links between them") { problem, _ in
      problem.linkStart.removeLast()
    },
    Forgery(.limit(1), "a limit has a capacity below 0") { problem, _ in
      problem.limits[1].capacity = -1
    },
    Forgery(.row(0), "a row has a capacity below 0") { problem, _ in problem.rowCapacity[0] = -1 },
    Forgery(.part(2), "a part's value is too large") { problem, _ in problem.value[2] = .min },
    Forgery(.part(3), "a part uses a limit of another home, one twice, or less than 1 of one") {
      problem, _ in problem.uses[3].limit = 0
    },
    Forgery(.part(0), "a part uses a limit of another home, one twice, or less than 1 of one") {
      problem, _ in problem.uses[0].amount = 0
    },
    Forgery(
      .part(1), "a part names a row that does not exist, one twice, or not with +1 or -1"
    ) { problem, _ in problem.links[1].coefficient = .min },
    Forgery(.part(3), "a person has parts in two homes") { problem, _ in problem.person[3] = 1 },
    Forgery(.part(2), "a person's number is below 0") { problem, _ in problem.person[2] = -1 },
    Forgery(.whole, "a person's number is too large") { problem, _ in problem.person[2] = .max },
    Forgery(.whole, "the must-fill units are below 0") { problem, _ in
      problem.mustFillUnits = .min
    },
  ]

  static let solutions: [Forgery] = [
    Forgery(.row(0), "the plan takes 1 where 0 can be taken") { _, solution in
      solution.chosen = [0]
    },
    Forgery(.limit(0), "the plan uses 7 of 6") { _, solution in solution.chosen = [0, 2, 3] },
    Forgery(.row(1), "the plan takes 2 where 1 can be taken") { _, solution in
      solution.chosen = [1, 2]
    },
    Forgery(.part(3), "the plan lists a part twice or out of order") { _, solution in
      solution.chosen = [0, 3, 3]
    },
    Forgery(.part(-1), "the plan chooses a part that does not exist") { _, solution in
      solution.chosen = [-1]
    },
    Forgery(.part(1), "the plan leaves out a pinned part") { problem, _ in
      problem.isPinned[1] = true
    },
    Forgery(.stage(.mustFill), "the plan leaves 1 must-fill units unfilled, not 0") {
      _, solution in solution.mustFillUnfilled = 0
    },
    Forgery(.stage(.points), "the plan is worth 18, not 19") { _, solution in
      solution.objective = 19
    },
    Forgery(
      .stage(.mustFill), "the bound, 9223372036854775807, is below 0 or above the 1 the plan leaves"
    ) { _, solution in solution.mustFillBound = .max },
    Forgery(.stage(.points), "the bound, 17, is below what the plan is worth, 18") {
      _, solution in solution.bound = 17
    },
    Forgery(.stage(.mustFill), "nothing proves that every plan leaves 1 units unfilled") {
      _, solution in solution.mustFillProof = .notNeeded
    },
    Forgery(.stage(.points), "the proof bounds no case") { _, solution in
      solution.pointsProof = .notNeeded
    },
    Forgery(.leaf(.points, 0), "a plan worth 25 is not ruled out, and 18 is the bound") {
      _, solution in solution.pointsProof.prices[0].mustFill = 640
    },
    Forgery(.part(0), "the points prices of a part add up to too much") { _, solution in
      solution.pointsProof.prices[0].row[0] = JointProblem.Bound.price - 1
      solution.pointsProof.prices[0].splitHomes = [0]
      solution.pointsProof.prices[0].limits = [
        JointProof.LimitPrice(limit: 0, price: JointProblem.Bound.price - 1)
      ]
    },
    Forgery(
      .limit(1),
      "it is priced in set 0 of points out of range, or in a split home without being shared"
    ) { _, solution in
      solution.pointsProof.prices[0].splitHomes = [1]
      solution.pointsProof.prices[0].limits = [JointProof.LimitPrice(limit: 1, price: 1)]
    },
  ]

  @Test(arguments: (problems + solutions).indices)
  func `each way to be wrong is objected to by name`(index: Int) {
    var (problem, solution) = (Self.problem, Self.solution)
    let forgery = (Self.problems + Self.solutions)[index]
    forgery.change(&problem, &solution)
    let report = check(problem, solution)
    #expect(!report.accepted)
    #expect(report.objection == forgery.objection)
  }

  @Test func `two cases that exclude each other prove what one cannot`() {
    var solution = Self.solution
    solution.pointsProof = JointProof(
      prices: [
        JointProof.Prices(row: [128, 0], mustFill: 640),
        JointProof.Prices(row: [0, 0], mustFill: 64 * 64),
      ], strikes: [],
      leaves: [
        JointProof.Leaf(decided: [JointProof.Decision(part: 0, isChosen: true)], prices: 0),
        JointProof.Leaf(decided: [JointProof.Decision(part: 0, isChosen: false)], prices: 1),
      ])
    let report = check(Self.problem, solution)
    #expect(report.objection == nil)
    #expect(
      report.checked[9] == "points: every plan that is left is in one of 2 cases, each bounded")
  }

  @Test func `a strike without which the plan cannot be matched settles it`() {
    var solution = Self.solution
    solution.pointsProof.strikes = [0]
    let report = check(Self.problem, solution)
    #expect(report.objection == nil)
    #expect(
      report.checked[8]
        == "points: 1 set of prices, none below 0; no part is left with which a plan could do better"
    )
  }

  @Test func `a shared limit of a split home is priced and each person is taken alone`() {
    var solution = Self.solution
    solution.pointsProof.prices[0].splitHomes = [0]
    solution.pointsProof.prices[0].limits = [JointProof.LimitPrice(limit: 0, price: 480)]
    // Person 0: part 0 at 2880 - 4 x 480 = 960; person 1: part 2 at 1600 - 3 x 480 = 160; 6 x 480 besides.
    solution.bound = (-640 - 17 * 64 + 2880 + 960 + 160) / 64
    #expect(check(Self.problem, solution).objection == nil)
    solution.bound -= 1
    #expect(check(Self.problem, solution).objection?.place == .leaf(.points, 0))
  }

  @Test func `largest prices and values pass through without overflow`() {
    var (problem, solution) = (Self.problem, Self.solution)
    problem.rowCapacity[1] = .max
    problem.constant = .max - 28
    solution.objective = .max
    solution.bound = .max
    solution.pointsProof.prices[0].row[1] = JointProblem.Bound.price - 1
    solution.pointsProof.prices[0].mustFill = JointProblem.Bound.price - 1
    #expect(check(problem, solution).objection?.place == .leaf(.points, 0))
  }

  @Test func `a home that would take too much work is bounded`() throws {
    var problem = JointProblem()
    var dice = Dice(seed: 4)
    problem.limits = (0..<10).map { _ in JointProblem.Limit(capacity: 1_000) }
    for part in 0..<200 {
      problem.person.append(Int32(part / 20))
      problem.value.append(Int32(dice.int(900...1_000)))
      problem.mustFill.append(false)
      problem.isPinned.append(false)
      for limit in Int32(0)..<10 {
        problem.uses.append(
          JointProblem.Use(limit: limit, amount: Int32(dice.int(1...100))))
      }
      problem.useStart.append(Int32(problem.uses.count))
      problem.linkStart.append(0)
    }
    problem.homeStart.append(200)
    problem.limitStart.append(10)
    var solution = JointSolution(
      chosen: [], mustFillUnfilled: 0, mustFillBound: 0, objective: 0, bound: 200_000,
      mustFillProof: .notNeeded,
      pointsProof: JointProof(
        prices: [JointProof.Prices(row: [])], strikes: [],
        leaves: [JointProof.Leaf(decided: [], prices: 0)]))
    let report = check(problem, solution)
    #expect(report.accepted)
    let shown = try #require(report.bound)
    // Parts in turn while they fit are a plan; each limit by itself, parts in shares, is no bound below one.
    #expect(shown >= inTurn(problem))
    #expect(shown <= (0..<10).map { inShares(problem, limit: $0) }.min() ?? 0)
    solution.bound = shown
    #expect(check(problem, solution).accepted)
    solution.bound -= 1
    #expect(check(problem, solution).objection?.place == .leaf(.points, 0))
  }

  private func inTurn(_ problem: JointProblem) -> Int {
    var left = problem.limits.map { Int($0.capacity) }
    var worth = 0
    for part in problem.parts {
      let uses = problem.uses(ofPart: part)
      guard uses.allSatisfy({ left[Int($0.limit)] >= Int($0.amount) }) else { continue }
      for use in uses { left[Int(use.limit)] -= Int(use.amount) }
      worth += Int(problem.value[part])
    }
    return worth
  }

  private func inShares(_ problem: JointProblem, limit: Int) -> Int {
    var left = Double(problem.limits[limit].capacity)
    var worth = 0.0
    let order = problem.parts.map { part in
      (
        value: Double(problem.value[part]),
        amount: Double(problem.uses(ofPart: part).first { Int($0.limit) == limit }?.amount ?? 0)
      )
    }.sorted { $0.value / $0.amount > $1.value / $1.amount }
    for (value, amount) in order where left > 0 {
      worth += value * min(1, left / amount)
      left -= min(left, amount)
    }
    return Int(worth.rounded(.up))
  }
}
