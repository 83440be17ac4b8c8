import Checking
import Domain
import Testing

/// One small problem, solved by hand, and every way to be wrong about it.
///
/// Two needs, three people, two homes. Need 0 is must-fill and asks for two, but only person 0 can; need
/// 1 asks for one and wins 30 with person 1 or 20 with person 2. Home 0 lets persons 0 and 1 go one
/// at a time, so person 0 goes to need 0 (stage one) and person 2 of home 1 to need 1.
@Suite struct CheckingTests {
  static let problem = MatchingProblem(
    needs: [
      MatchingProblem.NeedNode(units: 2, penalty: 5, mustFill: true),
      MatchingProblem.NeedNode(units: 1, penalty: 4, mustFill: false),
    ],
    homeOfPerson: [0, 0, 1], homeCapacity: [1, 3], pairStart: [0, 1, 3], pairPerson: [0, 1, 2],
    pairPoints: [1, 30, 20])
  // Stage one: one more person from home 0 would save a must-fill unit, and need 0 pays for it.
  // Stage two: need 1 pays 20; home 0 is worth the 10 points person 1 would add, and filling need 0
  // from it costs 9, which the limit is priced at beyond the penalty of 5.
  static let solution = StagedSolution(
    chosen: [0, 2], mustFillUnfilled: 1, objective: 16,
    mustFillProof: StageProof(need: [-1, 0], person: [0, 0, 0], home: [1, 0], mustFillLimit: 0),
    pointsProof: StageProof(need: [-9, 20], person: [0, 0, 0], home: [10, 0], mustFillLimit: 4))

  @Test func `the solution is accepted and the report says what was checked`() {
    let report = check(Self.problem, Self.solution)
    #expect(report.objection == nil)
    #expect(report.accepted)
    #expect(
      report.checked == [
        "the problem is well formed: 2 needs, 3 people, 2 homes, 3 pairs",
        "2 chosen pairs: all different, nobody placed twice",
        "2 needs: none gets more people than it asks for",
        "2 homes: none lets go more people than it can",
        "must-fill units that stay unfilled: 1, as claimed",
        "must-fill: prices of people, homes and the limit are 0 or more, and 0 where something is left over",
        "must-fill: 3 pairs: none would win more than it costs",
        "must-fill: 2 chosen pairs: each wins exactly what it costs",
        "must-fill: 2 needs: none would do better unfilled",
        "must-fill: the bound is -1, and the plan reaches it",
        "points: prices of people, homes and the limit are 0 or more, and 0 where something is left over",
        "points: 3 pairs: none would win more than it costs",
        "points: 2 chosen pairs: each wins exactly what it costs",
        "points: 2 needs: none would do better unfilled",
        "points: the bound is 16, and the plan reaches it",
        "the claimed objective is what the plan is worth",
      ])
  }

  struct Forgery: Sendable {
    let objection: Objection
    let change: @Sendable (inout MatchingProblem, inout StagedSolution) -> Void

    init(
      _ place: Whereabouts, _ sentence: String,
      _ change: @escaping @Sendable (inout MatchingProblem, inout StagedSolution) -> Void
    ) {
      objection = Objection(place, sentence)
      self.change = change
    }
  }

  static let forgeries: [Forgery] = [
    Forgery(.pair(3), "the plan chooses a pair that does not exist") { $1.chosen = [0, 3] },
    Forgery(.pair(0), "the plan lists a pair twice or out of order") { $1.chosen = [2, 0] },
    Forgery(.person(0), "the plan places a person twice") {
      $0.pairPerson = [0, 0, 2]
      $1.chosen = [0, 1]
    },
    Forgery(.need(1), "the plan gives a need more people than it asks for") { $1.chosen = [1, 2] },
    Forgery(.home(0), "the plan takes more people from a home than it lets go") {
      $1.chosen = [0, 1]
    },
    Forgery(.whole, "the plan leaves 1 must-fill units unfilled, not 0") {
      $1.mustFillUnfilled = 0
    },
    Forgery(.whole, "the plan is worth 16, not 17") { $1.objective = 17 },
    Forgery(.whole, "the points proof has not one price for each of its kind") {
      $1.pointsProof.home = [10]
    },
    Forgery(.whole, "the must-fill price of the must-fill limit is out of range") {
      $1.mustFillProof.mustFillLimit = 1
    },
    Forgery(.person(1), "the points price of a person is below 0 or too large") {
      $1.pointsProof.person[1] = -1
    },
    Forgery(.home(1), "the points price of a home is below 0 or too large") {
      $1.pointsProof.home[1] = .max
    },
    Forgery(.need(0), "the points price of a need is too large") { $1.pointsProof.need[0] = .min },
    Forgery(.person(1), "a person has a points price but is not placed") {
      $1.pointsProof.person[1] = 1
    },
    Forgery(.home(1), "a home has a points price but could let go more") {
      $1.pointsProof.home[1] = 1
    },
    Forgery(.pair(1), "a pair would win more points than it costs") { $1.pointsProof.need[1] = 19 },
    Forgery(.pair(0), "a chosen pair costs more points than it wins") {
      $1.pointsProof.home[0] = 11
    },
    Forgery(.need(0), "a need would do better unfilled by its points price") {
      $1.pointsProof.mustFillLimit = 3
    },
    Forgery(.need(0), "an unfilled unit costs more points than its price") {
      $1.pointsProof.mustFillLimit = 5
    },
    Forgery(.need(0), "a need asks for fewer than 1 or for too many people") { problem, _ in
      problem.needs[0].units = 0
    },
    Forgery(.whole, "the rows of needs do not cover the pairs") { problem, _ in
      problem.pairStart = []
    },
    Forgery(.person(2), "a person has a home that does not exist") { problem, _ in
      problem.homeOfPerson[2] = 2
    },
  ]

  @Test(arguments: forgeries.indices)
  func `each way to be wrong is objected to by name`(index: Int) {
    var (problem, solution) = (Self.problem, Self.solution)
    let forgery = Self.forgeries[index]
    forgery.change(&problem, &solution)
    let report = check(problem, solution)
    #expect(!report.accepted)
    #expect(report.objection == forgery.objection)
  }
}
